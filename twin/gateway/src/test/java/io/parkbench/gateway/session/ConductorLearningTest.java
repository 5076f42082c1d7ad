package io.parkbench.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import org.junit.jupiter.api.Test;

/** How many conductors a car uses is learnt from its draw (R-ALLOC-1). */
class ConductorLearningTest {
  private static final double FLOOR = 6;
  private static final int ALL = 0b111;

  private final ConductorLearning learning = new ConductorLearning(ALL, Micros.MINUTE);

  private boolean at(long second, double... amps) {
    return learning.sample(second * Micros.SECOND, amps, FLOOR);
  }

  @Test
  void threeAreAssumedUntilAMinuteOfDrawShowsOtherwise() {
    assertEquals(ALL, learning.phases());
    assertFalse(at(0, 0, 16, 0));
    assertFalse(at(30, 0, 16, 0));
    assertFalse(learning.learnt());
    assertTrue(at(60, 0, 16, 0));
    assertEquals(0b010, learning.phases());
    assertTrue(learning.learnt());
  }

  @Test
  void aDrawUnderTheFloorOrAPauseShowsNothing() {
    at(0, 16, 0, 0);
    at(30, 3, 0, 0);
    assertFalse(at(60, 16, 0, 0));
    at(90, 0, 0, 0);
    assertFalse(at(120, 16, 0, 0));
    assertTrue(at(180, 16, 0, 0));
  }

  @Test
  void aDrawElsewhereCountsFromItsFirstSample() {
    at(0, 16, 0, 0);
    at(60, 16, 0, 0);
    assertTrue(at(120, 16, 0, 2));
    assertEquals(0b101, learning.phases());
  }

  @Test
  void threeConductorsAreLearntWithoutAChange() {
    at(0, 10, 10, 10);
    assertFalse(at(60, 10, 10, 10));
    assertTrue(learning.learnt());
  }

  @Test
  void phasesBeyondTheConnectorAreNotCounted() {
    ConductorLearning mono = new ConductorLearning(0b010, Micros.MINUTE);
    assertFalse(mono.sample(0, new double[] {10, 0, 0}, FLOOR));
    assertEquals(0b010, mono.phases());
  }
}
