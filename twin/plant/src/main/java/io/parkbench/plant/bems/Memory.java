package io.parkbench.plant.bems;

import java.util.Map;
import java.util.TreeMap;

/** What a client still knows after a restart of its own: the last {@code active_energy} of each connector, kWh. */
public interface Memory {
  /** All that was kept, by {@code station/connector}. */
  Map<String, Double> load();

  void keep(String connector, double kwh);

  /** One that lasts as long as the object. */
  static Memory lasting() {
    Map<String, Double> kept = new TreeMap<>();
    return new Memory() {
      @Override
      public Map<String, Double> load() {
        return new TreeMap<>(kept);
      }

      @Override
      public void keep(String connector, double kwh) {
        kept.put(connector, kwh);
      }
    };
  }
}
