package io.parkbench.scenarios.demo.command;

import io.parkbench.gateway.site.Tariff;
import io.parkbench.kernel.Micros;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Finds when something begins next by the site's clock. */
final class NextSlot {
  private static final int DAYS = 8;

  private NextSlot() {}

  /** When a slot of a tariff period begins next after {@code after} (µs); {@link Long#MAX_VALUE} where none does. */
  static long of(Tariff tariff, ZoneId zone, long after) {
    LocalDate today = Micros.toInstant(after).atZone(zone).toLocalDate();
    long next = Long.MAX_VALUE;
    for (int day = 0; day <= DAYS; day++) {
      LocalDate date = today.plusDays(day);
      if (tariff.days().contains(date.getDayOfWeek())) {
        for (Tariff.Slot slot : tariff.slots()) {
          long begins = Micros.of(ZonedDateTime.of(date, slot.start(), zone).toInstant());
          next = begins > after && begins < next ? begins : next;
        }
      }
    }
    return next;
  }

  /** When the site's clock shows a time of day next after {@code after} (µs). */
  static long of(LocalTime time, ZoneId zone, long after) {
    LocalDate today = Micros.toInstant(after).atZone(zone).toLocalDate();
    long begins = Micros.of(ZonedDateTime.of(today, time, zone).toInstant());
    return begins > after ? begins : Micros.of(ZonedDateTime.of(today.plusDays(1), time, zone).toInstant());
  }
}
