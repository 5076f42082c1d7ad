package io.parkbench.gateway.lease;

import java.util.ArrayList;
import java.util.List;

/**
 * What a connector may draw for good once its lease has run out, from now on (R-DEG-1, 9): where tariffs change its degraded setpoint, its
 * station is told so beforehand, and follows them though it is lost.
 *
 * @param steps in order of time, at least one; the first holds until the second begins, and before it, too
 */
public record Fallback(List<Step> steps) {
  /**
   * @param from µs since 1970
   * @param da 0.1 A per phase
   */
  public record Step(long from, int da) {}

  public Fallback {
    steps = List.copyOf(steps);
  }

  /** The same at all times. */
  public static Fallback always(int da) {
    return new Fallback(List.of(new Step(0, da)));
  }

  /** The most of all, 0.1 A: what it counts with. */
  public int mostDa() {
    return steps.stream().mapToInt(Step::da).max().orElse(0);
  }

  public boolean isConstant() {
    return steps.size() == 1;
  }

  /** At {@code at}, µs. */
  public int da(long at) {
    int da = steps.getFirst().da();
    for (Step step : steps) {
      da = step.from() <= at ? step.da() : da;
    }
    return da;
  }

  /** What is left of it after {@code at}, at most {@code count} changes: where there are more, the last that is told is the least of the rest. */
  public List<Step> after(long at, int count) {
    List<Step> later = steps.stream().filter(step -> step.from() > at).toList();
    if (later.size() <= count || count <= 0) {
      return count <= 0 ? List.of() : later;
    }
    Step last = later.get(count - 1);
    int leastDa = later.subList(count - 1, later.size()).stream().mapToInt(Step::da).min().orElse(last.da());
    List<Step> told = new ArrayList<>(later.subList(0, count - 1));
    told.add(new Step(last.from(), leastDa));
    return told;
  }

  /** Whether {@code newer} says the same from {@code now} on, as far as this one reaches: to its last change, or for ever if it has none. */
  public boolean agrees(Fallback newer, long now) {
    if (da(now) != newer.da(now)) {
      return false;
    }
    for (Step step : steps) {
      if (step.from() > now && newer.da(step.from()) != step.da()) {
        return false;
      }
    }
    long until = isConstant() ? Lease.ENDLESS : steps.getLast().from();
    return newer.steps.stream().allMatch(step -> step.from() <= now || step.from() > until || da(step.from()) == step.da());
  }
}
