package io.parkbench.plant.arrivals;

import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which bays are taken: a car gets the one it names if that is free, else the first free one in site order. */
public final class Bays {
  private final List<Bay> bays;
  private final boolean[] taken;
  private int turnedAway;

  public Bays(PlantModel model) {
    bays = model.bays();
    taken = new boolean[bays.size()];
  }

  /** Gives the car a bay until {@link #leave}, or null when all are taken, which is counted. */
  public @Nullable Bay park(Arrival arrival) {
    Bay bay = firstFree(arrival.station(), arrival.connector());
    if (bay == null && arrival.station() != null) {
      bay = firstFree(arrival.station(), 0);
    }
    if (bay == null) {
      bay = firstFree(null, 0);
    }
    if (bay == null) {
      turnedAway++;
      return null;
    }
    taken[bay.index()] = true;
    return bay;
  }

  public void leave(Bay bay) {
    taken[bay.index()] = false;
  }

  /** Cars that found no free bay so far. */
  public int turnedAway() {
    return turnedAway;
  }

  private @Nullable Bay firstFree(@Nullable String station, int connector) {
    for (Bay bay : bays) {
      if (!taken[bay.index()]
          && (station == null || bay.station().id().equals(station))
          && (connector == 0 || bay.connector().number() == connector)) {
        return bay;
      }
    }
    return null;
  }
}
