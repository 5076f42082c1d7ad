package io.parkbench.scenarios.demo.world;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.plant.PhaseAmps;
import java.util.ArrayList;
import java.util.List;

/**
 * How the zones were, for who comes later: a moment each time the world looks, the far past thinned out. It never holds more than
 * {@value #MOST}, so a week takes no more than an hour.
 */
public final class Past {
  private static final int MOST = 360;

  private List<Moment> moments = new ArrayList<>();

  /**
   * All zones at one instant.
   *
   * @param at µs since 1970
   * @param zones in the order of the site
   */
  public record Moment(long at, List<Zone> zones) {
    public Moment {
      zones = List.copyOf(zones);
    }
  }

  /**
   * One zone, with load management and without.
   *
   * @param effective what its cars may have with all zones above it
   * @param leased what its cars could be drawing at most
   */
  public record Zone(
      String id, PerPhase effective, PerPhase leased, PhaseAmps cars, Others others, PhaseAmps twinCars, Others twinOthers) {}

  /** What draws besides, A per supply phase; below 0 where it feeds in. */
  public record Others(double l1, double l2, double l3) {}

  void add(Moment moment) {
    moments.add(moment);
    if (moments.size() > MOST) {
      List<Moment> fewer = new ArrayList<>();
      for (int i = 0; i < moments.size(); i++) {
        if (i >= MOST / 2 || i % 2 == 0) {
          fewer.add(moments.get(i));
        }
      }
      moments = fewer;
    }
  }

  /** Oldest first. */
  public List<Moment> moments() {
    return List.copyOf(moments);
  }
}
