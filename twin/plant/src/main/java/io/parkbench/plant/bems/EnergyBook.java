package io.parkbench.plant.bems;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last {@code active_energy} of each connector, as SmartConnector does (R-BEMS-6, R-01 to R-04, golden vector G7): the gateway tells it
 * only while a transaction runs, so that between them, over a broken link and over restarts the last value stands.
 */
final class EnergyBook {
  private final Memory memory;
  private final Map<String, Double> last;
  private final Map<String, Double> delivered = new TreeMap<>();
  /** Connectors whose last value may be outdated: neither link nor gateway has lasted since. */
  private final Set<String> doubtful = new HashSet<>();

  EnergyBook(Memory memory) {
    this.memory = memory;
    this.last = new TreeMap<>(memory.load());
  }

  private static String key(int station, int connector) {
    return station + "/" + connector;
  }

  /** What a pull tells of a station, or null where it tells nothing. */
  void look(SiteMap.Station station, SiteStatus.@Nullable Station told) {
    for (SiteMap.Connector connector : station.connectors()) {
      String key = key(station.id(), connector.id());
      SiteStatus.Connector seen = told == null ? null : told.connectors().get(connector.id());
      double kwh = seen == null ? Double.NaN : seen.activeEnergy();
      if (!Double.isNaN(kwh)) {
        told(key, kwh);
      } else if ((told == null || !told.connected()) && last.containsKey(key)) {
        doubtful.add(key);
      }
    }
  }

  private void told(String key, double kwh) {
    doubtful.remove(key);
    Double before = last.put(key, kwh);
    if (before == null || before != kwh) {
      memory.keep(key, kwh);
      // One that was never told before, or counts from the beginning again, is only from now on known to have delivered anything.
      delivered.merge(key, before == null ? 0 : Math.max(0, kwh - before), Double::sum);
    }
  }

  /** The gateway has restarted and knows no energy any more. */
  void gatewayRestarted() {
    doubtful.addAll(last.keySet());
  }

  /** The last value, kWh; 0 where there was none. */
  double last(int station, int connector) {
    return last.getOrDefault(key(station, connector), 0.0);
  }

  /** How much was seen delivered since this client began, kWh. */
  double delivered(int station, int connector) {
    return delivered.getOrDefault(key(station, connector), 0.0);
  }

  /** Why the last value of a station is not a fresh one, or null. */
  @Nullable
  Gap gap(SiteMap.Station station, SiteStatus.@Nullable Station told) {
    if (told == null || !told.connected()) {
      return Gap.STATION_DISCONNECTED;
    }
    boolean old = station.connectors().stream().anyMatch(c -> doubtful.contains(key(station.id(), c.id())));
    return old ? Gap.NO_SESSION_SINCE_RESTART : null;
  }
}
