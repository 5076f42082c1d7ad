package io.parkbench.plant.bems;

import io.parkbench.kernel.Micros;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The setpoints of one zone by the time of day, each until the next. A time that the clock skips in spring is at the skip; one that
 * comes twice in autumn counts the first time.
 */
final class Timetable {
  private final List<BemsPlan.Entry> entries;
  private final ZoneId clock;

  /** Without any entry it fails. */
  Timetable(List<BemsPlan.Entry> entries, ZoneId clock) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a timetable has at least one entry");
    }
    this.entries = entries.stream().sorted(Comparator.comparing(BemsPlan.Entry::at)).toList();
    this.clock = clock;
  }

  private record Turn(long instant, BemsPlan.Entry entry) {}

  /** What holds at {@code now}, µs since 1970, until the next turn. */
  Reduction at(long now) {
    List<Turn> turns = around(now);
    Turn current = turns.getFirst();
    for (Turn turn : turns) {
      if (turn.instant <= now) {
        current = turn;
      }
    }
    return new Reduction(current.entry.value(), current.entry.unit(), new Reduction.Until(nextAfter(now)));
  }

  /** When the next entry comes, µs since 1970; also where it says the same. */
  long nextAfter(long now) {
    return around(now).stream().mapToLong(Turn::instant).filter(instant -> instant > now).min().orElseThrow();
  }

  private List<Turn> around(long now) {
    LocalDate today = Micros.toInstant(now).atZone(clock).toLocalDate();
    List<Turn> turns = new ArrayList<>();
    for (int day = -2; day <= 2; day++) {
      for (BemsPlan.Entry entry : entries) {
        turns.add(new Turn(instant(today.plusDays(day).atTime(entry.at())), entry));
      }
    }
    return turns;
  }

  private long instant(LocalDateTime local) {
    ZoneOffsetTransition skip = clock.getRules().getTransition(local);
    List<ZoneOffset> offsets = clock.getRules().getValidOffsets(local);
    return offsets.isEmpty() && skip != null ? Micros.of(skip.getInstant()) : Micros.of(local.toInstant(offsets.getFirst()));
  }
}
