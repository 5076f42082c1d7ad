package io.parkbench.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import org.junit.jupiter.api.Test;

/** Energy is counted from plausible readings of the register only. */
class EnergyCountTest {
  private final EnergyCount count = new EnergyCount(22_000, 5_000, 0, 0);

  @Test
  void energyIsCountedFromTheSessionsBegin() {
    assertTrue(count.read(16_000, Micros.HOUR, Micros.HOUR));
    assertEquals(11_000, count.wh());
  }

  @Test
  void aRegisterThatRunsBackwardsOrTooFarIsPassedOver() {
    assertFalse(count.read(0, Micros.HOUR, Micros.HOUR));
    assertFalse(count.read(5_000_000, Micros.HOUR, Micros.HOUR));
    assertFalse(count.read(Double.NaN, Micros.HOUR, Micros.HOUR));
    assertEquals(0, count.wh());
  }

  @Test
  void samplesHandedInLateCountByTheStationsClock() {
    assertTrue(count.read(27_000, 1, Micros.HOUR));
    assertTrue(count.read(49_000, 2, 2 * Micros.HOUR));
    assertEquals(44_000, count.wh());
  }

  @Test
  void aRegisterThatBeganAnewIsCountedOnFromItsSecondReading() {
    assertTrue(count.read(16_000, Micros.HOUR, Micros.HOUR));
    assertFalse(count.read(100, 2 * Micros.HOUR, 2 * Micros.HOUR));
    assertTrue(count.read(5_100, 3 * Micros.HOUR, 3 * Micros.HOUR));
    assertEquals(16_000, count.wh());
  }

  @Test
  void oneImpossibleReadingChangesNothing() {
    assertFalse(count.read(16_000_000, Micros.HOUR, Micros.HOUR));
    assertTrue(count.read(16_000, Micros.HOUR, Micros.HOUR));
    assertEquals(11_000, count.wh());
  }
}
