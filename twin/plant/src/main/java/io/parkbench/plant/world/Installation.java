package io.parkbench.plant.world;

import io.parkbench.plant.bems.BemsPlan;
import io.parkbench.plant.breaker.Device;
import io.parkbench.plant.input.Contacts;
import io.parkbench.plant.load.Daily;
import io.parkbench.plant.load.Loads;
import io.parkbench.plant.meter.Meters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a site has besides stations: its other loads, the voltage of its supply, its meters and contacts, what protects it, and
 * the building that steers it (R-PLANT-1, 2, 5).
 *
 * @param loads begin with the plant
 * @param volts line to neutral by the time of day, or null for the nominal voltage throughout
 * @param meters each at its address
 * @param contacts each on its pin
 * @param breakers by the id of the zone that each feeds
 * @param bems the building's client of the gateway, or null for none
 */
public record Installation(
    List<Loads.Plan> loads, @Nullable Daily<Double> volts, List<Meters.Fitted> meters, List<Contacts.Fitted> contacts,
    Map<String, Device> breakers, @Nullable BemsPlan bems) {
  /** Stations alone. */
  public static final Installation BARE = new Installation(List.of(), null, List.of(), List.of(), Map.of(), null);

  public Installation {
    loads = List.copyOf(loads);
    meters = List.copyOf(meters);
    contacts = List.copyOf(contacts);
    breakers = new TreeMap<>(breakers);
  }
}
