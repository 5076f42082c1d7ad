package io.parkbench.scenarios.steps;

import io.parkbench.kernel.Time;
import io.parkbench.scenarios.runner.Pace;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds claims against a running bench over spans of its time. */
final class Judge {
  private final Time time;
  private final @Nullable Pace unjudged;
  private final Supplier<String> circumstances;

  /**
   * @param unjudged when waits end in a run that is only measured; null where claims are judged
   * @param circumstances the instant, and why things are as they are
   */
  Judge(Time time, @Nullable Pace unjudged, Supplier<String> circumstances) {
    this.time = time;
    this.unjudged = unjudged;
    this.circumstances = circumstances;
  }

  /** Lets the span pass, as far as is needed, and fails with {@link ClaimError} where the claim does not keep to it. */
  void expect(Span span, Claim claim) {
    if (unjudged != null) {
      pass(span, claim, unjudged);
    } else {
      judge(span, claim);
    }
  }

  private void pass(Span span, Claim claim, Pace pace) {
    long end = time.now() + span.micros();
    switch (span.kind()) {
      case NOW -> {}
      case WITHIN -> pace.await(time, claim.holds(), end);
      case AFTER, THROUGHOUT, NEVER -> time.runUntil(end);
    }
  }

  private void judge(Span span, Claim claim) {
    long end = time.now() + span.micros();
    String failure = switch (span.kind()) {
      case NOW -> claim.holds().getAsBoolean() ? null : told(claim);
      case AFTER -> {
        time.runUntil(end);
        yield claim.holds().getAsBoolean() ? null : told(claim);
      }
      case WITHIN -> time.runUntil(claim.holds(), end) ? null : told(claim);
      case THROUGHOUT -> first(() -> !claim.holds().getAsBoolean(), claim, end);
      case NEVER -> first(claim.holds(), claim, end);
    };
    if (failure != null) {
      throw new ClaimError("expected " + span + ": " + claim.words() + "\n" + failure);
    }
  }

  private String told(Claim claim) {
    return "but " + claim.actual().get() + circumstances.get();
  }

  /** What is so at the end of the first instant at which {@code bad} holds; null if there is none up to {@code end}. */
  private @Nullable String first(BooleanSupplier bad, Claim claim, long end) {
    EndOfInstant watch = new EndOfInstant(bad, () -> told(claim));
    time.runUntil(watch, end);
    return watch.seen;
  }

  /** Looks after each event, and believes what it saw once time has moved on: within an instant, things are half done. */
  private final class EndOfInstant implements BooleanSupplier {
    private final BooleanSupplier bad;
    private final Supplier<String> telling;
    private @Nullable String seen;
    private long at = time.now();

    EndOfInstant(BooleanSupplier bad, Supplier<String> telling) {
      this.bad = bad;
      this.telling = telling;
    }

    @Override
    public boolean getAsBoolean() {
      if (seen != null && time.now() > at) {
        return true;
      }
      at = time.now();
      seen = bad.getAsBoolean() ? telling.get() : null;
      return false;
    }
  }
}
