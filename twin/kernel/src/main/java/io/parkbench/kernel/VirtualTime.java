package io.parkbench.kernel;

import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Time that passes only when something happens: a queue ordered by instant, then by turn. As fast as possible, or paced
 * against the machine's clock.
 */
public final class VirtualTime extends EventQueue {
  /** Pace for {@link #pace}: no waiting at all. */
  public static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

  private static final long AWAIT_NANOS = 5_000_000_000L;
  private static final int EVENTS_PER_INSTANT_MAX = 1_000_000;

  private final String repeat;
  private long now;
  private double pace = AS_FAST_AS_POSSIBLE;
  private long paceInstant;
  private long paceNanos;
  private long crowdedInstant;
  private int crowd;

  /**
   * Stands at {@code start}.
   *
   * @param start microseconds since 1970
   * @param repeat the command that repeats this run, named in every failure; may be empty
   */
  public VirtualTime(long start, String repeat) {
    this.now = start;
    this.repeat = repeat;
    pace(AS_FAST_AS_POSSIBLE);
  }

  @Override
  public long now() {
    return now;
  }

  /**
   * From now on {@code speed} simulated seconds take one real second.
   *
   * @param speed above 0, usually 1 to 1000, or {@link #AS_FAST_AS_POSSIBLE}; other values throw
   */
  public void pace(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0: " + speed);
    }
    pace = speed;
    paceInstant = now;
    paceNanos = RealTime.nanos();
  }

  @Override
  public boolean runUntil(BooleanSupplier condition, long limit) {
    while (true) {
      throwFailure();
      if (hasPosts()) {
        runPosts();
      }
      if (condition.getAsBoolean()) {
        return true;
      }
      long next = next();
      if (isClosed() || next > limit) {
        keepPace(limit);
        if (!hasPosts()) {
          now = Math.max(now, limit);
          return false;
        }
        continue;
      }
      if (!keepPace(next)) {
        continue;
      }
      countCrowd(next);
      now = next;
      step();
    }
  }

  /** Waits until {@code instant} is due by the pace; false when something came in between. */
  private boolean keepPace(long instant) {
    if (pace == AS_FAST_AS_POSSIBLE) {
      return true;
    }
    while (true) {
      double ahead = (instant - paceInstant) * 1_000 / pace - (RealTime.nanos() - paceNanos);
      if (ahead <= 0) {
        return true;
      }
      if (hasPosts()) {
        long passed = paceInstant + (long) ((RealTime.nanos() - paceNanos) * pace / 1_000);
        now = Math.clamp(passed, now, instant);
        return false;
      }
      RealTime.rest(Math.min((long) ahead, 5_000_000));
    }
  }

  private void countCrowd(long instant) {
    if (instant != crowdedInstant) {
      crowdedInstant = instant;
      crowd = 0;
    }
    if (++crowd > EVENTS_PER_INSTANT_MAX) {
      throw new IllegalStateException(
          "over " + EVENTS_PER_INSTANT_MAX + " events at " + Micros.toInstant(now) + ": time does not advance" + repeatHint());
    }
  }

  /**
   * Waits, in real time and without letting virtual time pass, until {@code condition} holds: the only place where the loop's
   * thread waits for the world outside.
   *
   * @param description what is awaited, for the message
   * @throws IllegalStateException after 5 s, with all that is known
   */
  public void await(BooleanSupplier condition, String description) {
    if (condition.getAsBoolean()) {
      return;
    }
    long deadline = RealTime.nanos() + AWAIT_NANOS;
    while (!condition.getAsBoolean()) {
      throwFailure();
      boolean any = runPosts();
      for (Pump pump : pumps()) {
        goesToRest();
        any |= pump.pump(any || hasPosts() ? 0 : 1_000_000);
      }
      isUp();
      if (pumps().isEmpty() && !any) {
        RealTime.rest(100_000);
      }
      if (RealTime.nanos() > deadline && !condition.getAsBoolean()) {
        throw new IllegalStateException(diagnosis(description));
      }
    }
  }

  private String diagnosis(String description) {
    StringBuilder text = new StringBuilder("waited 5 s in vain at " + Micros.toInstant(now) + " for " + description);
    for (Pump pump : pumps()) {
      text.append("\n  ").append(pump.describe());
    }
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      StackTraceElement[] stack = thread.getValue();
      text.append("\n  thread ").append(thread.getKey().getName()).append(": ").append(thread.getKey().getState());
      text.append(stack.length > 0 ? " at " + stack[0] : "");
    }
    return text + repeatHint();
  }

  private String repeatHint() {
    return repeat.isEmpty() ? "" : "\n  repeat: " + repeat;
  }
}
