package io.parkbench.gateway.api;

import io.parkbench.gateway.session.SessionRecord;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.Times;
import io.parkbench.protocol.api.TransactionResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the resources of charging sessions, running and past. */
final class Transactions {
  private static final int SHOWN = 4;

  private Transactions() {}

  /** By their numbers. */
  static List<TransactionResource> all(Snapshot snapshot) {
    return snapshot.all("transactions", () -> make(snapshot));
  }

  private static List<TransactionResource> make(Snapshot snapshot) {
    List<TransactionResource> all = new ArrayList<>();
    for (SessionRecord past : snapshot.view().past()) {
      all.add(
          make(
              snapshot, past.transactionId(), past.station(), past.connector(), past.idTag(), past.vip(), past.startedAt(),
              past.endedAt(), past.energyWh(), past.chargedMicros(), past.energyByPeriodWh()));
    }
    for (GatewayView.Session open : snapshot.view().sessions()) {
      all.add(
          make(
              snapshot, open.transactionId(), open.station(), open.connector(), open.idTag(), open.vip(), open.startedAt(), -1,
              open.energyWh(), open.chargedMicros(), open.energyByPeriodWh()));
    }
    all.sort(Comparator.comparingInt(TransactionResource::transactionId));
    return List.copyOf(all);
  }

  private static TransactionResource make(
      Snapshot snapshot, int number, String station, int connector, String idTag, boolean vip, long startedAt, long endedAt,
      long energyWh, long chargedMicros, Map<String, Long> byPeriod) {
    String zone = snapshot.view().station(station).zone();
    return new TransactionResource(
        number,
        zone == null ? 0 : snapshot.numbers().zone(zone),
        snapshot.numbers().station(station),
        connector,
        endedAt < 0 ? "open" : "ended",
        masked(idTag),
        vip,
        Times.text(startedAt),
        endedAt < 0 ? null : Times.text(endedAt),
        energyWh / 1_000.0,
        chargedMicros / 1_000_000,
        byPeriod(byPeriod));
  }

  private static @Nullable SortedMap<String, Double> byPeriod(Map<String, Long> wattHours) {
    if (wattHours.isEmpty()) {
      return null;
    }
    SortedMap<String, Double> kilowattHours = new TreeMap<>();
    wattHours.forEach((period, wh) -> kilowattHours.put(period, wh / 1_000.0));
    return kilowattHours;
  }

  /** Enough to tell cards apart at a glance, too little to copy one (ASVS 7.1.2). */
  static String masked(String idTag) {
    return "****" + (idTag.length() >= 2 * SHOWN ? idTag.substring(idTag.length() - SHOWN) : "");
  }
}
