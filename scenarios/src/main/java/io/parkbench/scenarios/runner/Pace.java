package io.parkbench.scenarios.runner;

import io.parkbench.kernel.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a scenario's waits end: as soon as what they wait for holds, or, where runs are compared, at the instants at which they ended in
 * the run that went ahead. So every run has the same faults, cars and limits at the same instants, whatever the gateway makes of them.
 */
public final class Pace {
  private final @Nullable Pace ahead;
  private final List<Long> ends = new ArrayList<>();

  /** Of a run of its own, or one that goes ahead. */
  public Pace() {
    this(null);
  }

  private Pace(@Nullable Pace ahead) {
    this.ahead = ahead;
  }

  /** Of another run of the same scenario, after this one. */
  Pace follower() {
    return new Pace(this);
  }

  /** Waits until {@code condition} holds, but not beyond {@code limit}; a follower as long as the one ahead. */
  public void await(Time time, BooleanSupplier condition, long limit) {
    int nth = ends.size();
    if (ahead != null && nth < ahead.ends.size()) {
      time.runUntil(ahead.ends.get(nth));
    } else {
      time.runUntil(condition, limit);
    }
    ends.add(time.now());
  }
}
