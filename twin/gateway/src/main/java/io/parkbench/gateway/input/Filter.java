package io.parkbench.gateway.input;

import io.parkbench.gateway.site.Contact;
import io.parkbench.kernel.Micros;
import org.jspecify.annotations.Nullable;

/**
 * Whether an input is active, by what is told of its pin: polarity, debouncing, the minimum hold, and what a lost source means (R-DI-4).
 * It has no clock: whoever calls says what time it is, and calls again at {@link #nextAt}.
 *
 * <ul>
 *   <li>The first level of all counts at once: an input that is active at boot must not be waited for.
 *   <li>Any other level counts when it has stood for the debounce time.
 *   <li>What has become active stays so for the hold time; becoming active is never held back, for it lowers limits.
 *   <li>While the source says nothing, nothing changes; after the time allowed for that it is lost, and counts as the site says.
 * </ul>
 */
final class Filter {
  static final long NEVER = Long.MAX_VALUE;

  private final boolean activeHigh;
  private final long debounce;
  private final long hold;
  private final long lostAfter;
  private final Contact.OnLoss onLoss;

  private @Nullable Boolean high;
  private long highSince;
  private boolean heard;
  private boolean silent = true;
  private long silentSince;
  private boolean lost;
  private @Nullable String why;
  private boolean active;
  private long since = -1;
  private long heldUntil = Long.MIN_VALUE;
  private long changes;
  private long nextAt;

  /** What can happen to an input. */
  sealed interface Event {
    /** Its pin has this level, perhaps still. */
    record Level(boolean high) implements Event {}

    /** Its level cannot be read now. */
    record Silent(String why) implements Event {}

    /** Time has passed. */
    record Tick() implements Event {}
  }

  /**
   * An inactive input of which nothing is known.
   *
   * @param now from when on its source is waited for, µs
   */
  Filter(Contact contact, long now) {
    activeHigh = contact.activeHigh();
    debounce = Micros.of(contact.debounce());
    hold = Micros.of(contact.hold());
    lostAfter = Micros.of(contact.lostAfter());
    onLoss = contact.onLoss();
    silentSince = now;
    nextAt = now + lostAfter;
  }

  /** Takes in what has happened; {@code now} never goes back. */
  void step(Event event, long now) {
    switch (event) {
      case Event.Level(boolean level) -> hear(level, now);
      case Event.Silent(String reason) -> {
        why = reason;
        if (!silent) {
          silent = true;
          silentSince = now;
        }
      }
      case Event.Tick() -> {
        // what follows looks at the time alone
      }
    }
    nextAt = NEVER;
    if (silent && !lost) {
      lose(now);
    }
    settle(now);
  }

  private void hear(boolean level, long now) {
    silent = false;
    lost = false;
    why = null;
    if (high == null || high != level) {
      high = level;
      highSince = heard ? now : now - debounce;
    }
    heard = true;
  }

  private void lose(long now) {
    if (now - silentSince >= lostAfter) {
      lost = true;
      high = null;
    } else {
      nextAt = silentSince + lostAfter;
    }
  }

  private void settle(long now) {
    boolean wanted = wanted(now);
    if (wanted == active) {
      return;
    }
    if (!wanted && now < heldUntil) {
      nextAt = Math.min(nextAt, heldUntil);
      return;
    }
    active = wanted;
    since = now;
    changes++;
    heldUntil = wanted ? now + hold : Long.MIN_VALUE;
  }

  private boolean wanted(long now) {
    if (lost) {
      return switch (onLoss) {
        case ACTIVE -> true;
        case INACTIVE -> false;
        case KEEP -> active;
      };
    }
    if (silent || high == null) {
      return active;
    }
    boolean told = high == activeHigh;
    long settled = highSince + debounce;
    if (told != active && now < settled) {
      nextAt = Math.min(nextAt, settled);
      return active;
    }
    return told;
  }

  /** When {@link #step} is to be called again if nothing happens until then; {@link #NEVER} if it need not. */
  long nextAt() {
    return nextAt;
  }

  boolean active() {
    return active;
  }

  /** When {@link #active} changed last; −1 for never. */
  long since() {
    return since;
  }

  long changes() {
    return changes;
  }

  /** The level as it was read last; null where nobody knows. */
  @Nullable
  Boolean high() {
    return high;
  }

  InputState.Source source() {
    return lost ? InputState.Source.LOST : heard ? InputState.Source.GOOD : InputState.Source.AWAITED;
  }

  /** What is wrong with the source; null if nothing is known to be. */
  @Nullable
  String why() {
    return lost && why == null ? "nothing was ever heard of it: look at its source" : why;
  }
}
