package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.Tariff;
import io.parkbench.kernel.Micros;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which tariff periods are in force when (R-TOU-1, 2, 4): a slot is while the site's local time is in [start, end), so that where clocks
 * go forward it may be absent, and where they go back come twice. A slot that passes midnight belongs to the day on which it starts. What it says hangs on nothing but the instant.
 */
public final class TariffClock {
  /** Of an instant: never. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Slots come again each week, and where clocks change the week after. */
  private static final int DAYS_AHEAD = 15;

  /** So much more is looked up at once, since it is asked for again and again. */
  private static final int DAYS_KEPT = 15;

  private final List<Tariff> enabled;
  private final ZoneId timeZone;

  /** When other periods come into force, from {@link #knownFrom} on for {@link #DAYS_AHEAD} and {@link #DAYS_KEPT} days. */
  private long[] known = {};

  /** What is in force from {@link #knownFrom} on, and from each of these instants. */
  private final List<List<Tariff>> knownPeriods = new ArrayList<>();

  private long knownFrom = NEVER;

  public TariffClock(List<Tariff> tariffs, ZoneId timeZone) {
    enabled = tariffs.stream().filter(Tariff::enabled).toList();
    this.timeZone = timeZone;
  }

  /** The enabled periods in force at {@code now} (µs since 1970), in the order of the site. */
  public List<Tariff> at(long now) {
    if (enabled.isEmpty()) {
      return enabled;
    }
    if (now >= knownFrom && now <= knownFrom + DAYS_KEPT * 24 * Micros.HOUR) {
      int found = Arrays.binarySearch(known, now);
      return knownPeriods.get(found < 0 ? -found - 1 : found + 1);
    }
    return lookUp(now);
  }

  private List<Tariff> lookUp(long now) {
    LocalDateTime local = local(now);
    return enabled.stream().filter(tariff -> isIn(tariff, local)).toList();
  }

  /** The one in force that leaves least, or null outside all: whose energy it is (R-TOU-5). */
  public @Nullable Tariff lowest(long now) {
    Tariff lowest = null;
    for (Tariff tariff : at(now)) {
      lowest = lowest == null || tariff.maxPercent() < lowest.maxPercent() ? tariff : lowest;
    }
    return lowest;
  }

  /** The first instant after {@code now} at which other periods are in force; {@link #NEVER} if that does not change. */
  public long next(long now) {
    if (enabled.isEmpty()) {
      return NEVER;
    }
    if (now < knownFrom || now > knownFrom + DAYS_KEPT * 24 * Micros.HOUR) {
      known = changes(now);
      knownFrom = now;
    }
    int found = Arrays.binarySearch(known, now);
    int next = found < 0 ? -found - 1 : found + 1;
    return next < known.length ? known[next] : NEVER;
  }

  private long[] changes(long from) {
    List<Long> changes = new ArrayList<>();
    List<Tariff> present = lookUp(from);
    knownPeriods.clear();
    knownPeriods.add(present);
    for (long edge : edges(from)) {
      List<Tariff> then = lookUp(edge);
      if (!then.equals(present)) {
        changes.add(edge);
        knownPeriods.add(then);
        present = then;
      }
    }
    return changes.stream().mapToLong(Long::longValue).toArray();
  }

  /** What a change of the clocks does to a slot. */
  public enum Oddity {
    ABSENT, TWICE
  }

  /**
   * A slot that is not as on other days, or only in part.
   *
   * @param at when the clocks change, µs since 1970
   */
  public record OddSlot(Tariff tariff, Tariff.Slot slot, Oddity oddity, long at) {
    /** In one sentence. */
    public String words(ZoneId timeZone) {
      LocalDate day = LocalDate.ofInstant(Micros.toInstant(at), timeZone);
      return tariff.name() + ": " + slot.start() + "–" + slot.end()
          + switch (oddity) {
            case ABSENT -> " does not exist on " + day + ", or only in part: the clocks go forward";
            case TWICE -> " comes twice on " + day + ", or in part: the clocks go back";
          };
    }
  }

  /** When the clocks change next after {@code now}; {@link #NEVER} if they never do. */
  public long nextClockChange(long now) {
    ZoneOffsetTransition next = enabled.isEmpty() ? null : timeZone.getRules().nextTransition(Micros.toInstant(now));
    return next == null ? NEVER : Micros.of(next.getInstant());
  }

  /** The slots that a change of the clocks at {@code at} cuts, in part or whole: absent, or there twice; empty where the clocks do not change. */
  public List<OddSlot> oddSlots(long at) {
    List<OddSlot> odd = new ArrayList<>();
    ZoneOffsetTransition change = timeZone.getRules().nextTransition(Micros.toInstant(at - 1));
    if (change == null || Micros.of(change.getInstant()) != at) {
      return odd;
    }
    LocalDateTime from = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
    LocalDateTime to = change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
    for (Tariff tariff : enabled) {
      for (Tariff.Slot slot : tariff.slots()) {
        for (LocalDate day : List.of(from.toLocalDate().minusDays(1), from.toLocalDate())) {
          LocalDateTime start = day.atTime(slot.start());
          LocalDateTime end = (isOvernight(slot) ? day.plusDays(1) : day).atTime(slot.end());
          // one that lasts all through the change is shorter or longer, which nobody needs to be told
          boolean exactly = start.equals(from) && end.equals(to);
          boolean around = !exactly && !start.isAfter(from) && !end.isBefore(to);
          if (tariff.days().contains(day.getDayOfWeek()) && start.isBefore(to) && end.isAfter(from) && !around) {
            odd.add(new OddSlot(tariff, slot, change.isGap() ? Oddity.ABSENT : Oddity.TWICE, at));
          }
        }
      }
    }
    return odd;
  }

  private static boolean isIn(Tariff tariff, LocalDateTime local) {
    for (Tariff.Slot slot : tariff.slots()) {
      if (isIn(tariff, slot, local)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Tariff tariff, Tariff.Slot slot, LocalDateTime local) {
    LocalTime time = local.toLocalTime();
    boolean today = tariff.days().contains(local.getDayOfWeek());
    if (!isOvernight(slot)) {
      return today && !time.isBefore(slot.start()) && time.isBefore(slot.end());
    }
    return today && !time.isBefore(slot.start())
        || tariff.days().contains(local.getDayOfWeek().minus(1)) && time.isBefore(slot.end());
  }

  /** An end at or before the start is on the next day: 00:00–00:00 is a whole day. */
  private static boolean isOvernight(Tariff.Slot slot) {
    return !slot.end().isAfter(slot.start());
  }

  /** The instants after {@code now} at which something may begin or end, in order. */
  private TreeSet<Long> edges(long now) {
    TreeSet<Long> edges = new TreeSet<>();
    LocalDate first = local(now).toLocalDate();
    for (int ahead = 0; ahead <= DAYS_AHEAD + DAYS_KEPT; ahead++) {
      LocalDate day = first.plusDays(ahead);
      for (Tariff tariff : enabled) {
        for (Tariff.Slot slot : tariff.slots()) {
          add(edges, day.atTime(slot.start()), now);
          add(edges, day.atTime(slot.end()), now);
        }
      }
    }
    for (long change = nextClockChange(now); !edges.isEmpty() && change < edges.last(); change = nextClockChange(change)) {
      edges.add(change);
    }
    return edges;
  }

  private void add(TreeSet<Long> edges, LocalDateTime local, long now) {
    for (ZoneOffset offset : timeZone.getRules().getValidOffsets(local)) {
      long at = Micros.of(local.toInstant(offset));
      if (at > now) {
        edges.add(at);
      }
    }
  }

  private LocalDateTime local(long now) {
    return LocalDateTime.ofInstant(Micros.toInstant(now), timeZone);
  }
}
