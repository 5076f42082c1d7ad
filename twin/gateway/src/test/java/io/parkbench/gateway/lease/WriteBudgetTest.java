package io.parkbench.gateway.lease;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** R-LEASE-8: raises wait for the budget, but not for ever. */
class WriteBudgetTest {
  private static final long SECOND = 1_000_000;

  private final WriteBudget budget = new WriteBudget(2);

  /** Two calls a second, which always go, from {@code from} to {@code to}, s. */
  private void cuts(int from, int to) {
    for (int second = from; second < to; second++) {
      budget.take(second * SECOND);
      budget.take(second * SECOND);
    }
  }

  /** Seed 319 of the campaign: stations that reconnected every second kept their neighbour from ever charging. */
  @Test
  void aRaiseWaitsForAMinuteAtMost() {
    cuts(0, 20);
    assertFalse(budget.mayRaise(1, 20 * SECOND));
    cuts(20, 79);
    assertFalse(budget.mayRaise(1, 79 * SECOND), "59 s");
    assertTrue(budget.raiseAt(1) == 80 * SECOND);
    assertTrue(budget.mayRaise(1, 80 * SECOND));
    assertFalse(budget.mayRaise(0, 80 * SECOND), "that one has not waited");
    budget.raised(1);
    cuts(79, 90);
    assertFalse(budget.mayRaise(1, 90 * SECOND), "and waits again");
  }

  @Test
  void whereThereIsBudgetNothingWaits() {
    assertTrue(budget.mayRaise(0, 0));
    cuts(0, 4);
    assertTrue(budget.mayRaise(0, 4 * SECOND));
  }
}
