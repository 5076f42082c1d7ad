package io.parkbench.plant.world;

import io.parkbench.plant.load.Daily;
import io.parkbench.plant.load.Loads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a site has besides stations: its other loads and the voltage of its supply (R-PLANT-1).
 *
 * @param loads begin with the plant
 * @param volts line to neutral by the time of day, or null for the nominal voltage throughout
 */
public record Installation(List<Loads.Plan> loads, @Nullable Daily<Double> volts) {
  /** Stations alone. */
  public static final Installation BARE = new Installation(List.of(), null);

  public Installation {
    loads = List.copyOf(loads);
  }
}
