package io.parkbench.gateway.limits;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reductions in force, one a zone at most. Of updates closer together than the minimum period the first counts (R-BEMS-3); they end
 * when their validity ends, and with the gateway (R-BEMS-2).
 */
public final class Reductions {
  private final long minimumPeriod;
  private final Map<String, Reduction> byZone = new LinkedHashMap<>();
  private final Map<String, Long> acceptedAt = new LinkedHashMap<>();

  /**
   * @param minimumPeriod between two accepted updates of a zone, µs
   */
  public Reductions(long minimumPeriod) {
    this.minimumPeriod = minimumPeriod;
  }

  /** What became of an update. */
  public sealed interface Answer {
    /** It counts. */
    record Taken(Reduction reduction, boolean replaced) implements Answer {}

    /** The one before counts: another is taken from {@code againAt} on, µs since 1970. */
    record TooSoon(long firstAcceptedAt, long againAt) implements Answer {}

    /** There is none to be lifted. */
    record Nothing() implements Answer {}
  }

  /** Takes a reduction in at {@link Reduction#receivedAt}. */
  public Answer set(Reduction wanted) {
    Answer.TooSoon early = tooSoon(wanted.zone(), wanted.receivedAt());
    if (early != null) {
      return early;
    }
    acceptedAt.put(wanted.zone(), wanted.receivedAt());
    return new Answer.Taken(wanted, byZone.put(wanted.zone(), wanted) != null);
  }

  /** Lifts a zone's reduction, which counts as an update. */
  public Answer lift(String zone, long now) {
    if (!byZone.containsKey(zone)) {
      return new Answer.Nothing();
    }
    Answer.TooSoon early = tooSoon(zone, now);
    if (early != null) {
      return early;
    }
    acceptedAt.put(zone, now);
    Reduction lifted = byZone.remove(zone);
    return lifted == null ? new Answer.Nothing() : new Answer.Taken(lifted, true);
  }

  private Answer.@Nullable TooSoon tooSoon(String zone, long now) {
    Long first = acceptedAt.get(zone);
    return first == null || now >= first + minimumPeriod ? null : new Answer.TooSoon(first, first + minimumPeriod);
  }

  /** Lets all go, whatever the minimum period says: the one who asked for them is gone. */
  public boolean releaseAll() {
    boolean any = !byZone.isEmpty();
    byZone.clear();
    return any;
  }

  /** The reduction of a zone, or null. */
  public @Nullable Reduction of(String zone) {
    return byZone.get(zone);
  }

  /** Ends what is valid no longer; whether there was any. */
  boolean expire(long now) {
    return !byZone.isEmpty() && byZone.values().removeIf(reduction -> reduction.until() <= now);
  }

  /** When the next one ends, µs; {@link Reduction#ENDLESS} for never. */
  long nextEnd() {
    return nextEnd(Long.MIN_VALUE);
  }

  /** The same of those that end after {@code at}. */
  long nextEnd(long at) {
    // asked in every tick, and mostly there is none
    long next = Reduction.ENDLESS;
    for (Reduction reduction : byZone.values()) {
      if (reduction.until() > at) {
        next = Math.min(next, reduction.until());
      }
    }
    return next;
  }
}
