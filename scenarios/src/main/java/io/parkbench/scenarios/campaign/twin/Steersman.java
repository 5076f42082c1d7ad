package io.parkbench.scenarios.campaign.twin;

import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what every connector offers its car now, in a world without messages. */
interface Steersman {
  /** The connectors in site order; {@code car} null where none is, or the station has no power. */
  record Stand(Bay bay, @Nullable Car car, String card, long since) {}

  /** When it has to be asked again even if nothing happens. */
  long NEVER = Long.MAX_VALUE;

  /**
   * @return current per conductor for each stand, A; 0 = pause
   */
  double[] offers(long now, List<Stand> stands);

  /** When {@link #offers} is due by itself, µs. */
  default long nextWakeAt() {
    return NEVER;
  }
}
