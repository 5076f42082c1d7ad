package io.parkbench.gateway.site;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * A tariff period: when, on which days, and what remains of the zones' maxima then (R-TOU-1, R-TOU-2).
 *
 * @param maxPercent what remains, 0…100
 * @param days in the order of the week, at least one
 * @param slots in site time, at least one
 * @param offIn ids of the zones in which the period is switched off
 */
public record Tariff(
    String name,
    boolean enabled,
    int maxPercent,
    List<DayOfWeek> days,
    List<Slot> slots,
    List<String> offIn) {

  public Tariff {
    days = List.copyOf(days);
    slots = List.copyOf(slots);
    offIn = List.copyOf(offIn);
  }

  /** Local times [start, end); an end at or before the start is on the next day. */
  public record Slot(LocalTime start, LocalTime end) {}
}
