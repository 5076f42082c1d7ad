package io.parkbench.gateway.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** R-ALLOC-1: a session counts on the supply phases that its conductors reach. */
class PhasesTest {

  @Test
  void conductorsReachThePhasesOfTheWiringInItsOrder() {
    assertEquals(0b110, Phases.mask(231, 2));
    assertEquals(0b100, Phases.mask(312, 1));
    assertEquals(0b101, Phases.mask(312, 2));
    assertEquals(0b111, Phases.mask(123, 3));
  }

  @Test
  void conductorsBeyondTheConnectorsOwnCountForNothing() {
    assertEquals(0b010, Phases.mask(2, 3));
  }

  @Test
  void whatIsNoWiringIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Phases.mask(124, 3));
    assertThrows(IllegalArgumentException.class, () -> Phases.mask(112, 3));
    assertThrows(IllegalArgumentException.class, () -> Phases.mask(123, 0));
  }
}
