package io.parkbench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeedTest {
  @Test
  void aStreamDependsOnSeedAndNameAlone() {
    assertEquals(new Seed(1).fork("charger-3/link").nextLong(), new Seed(1).fork("charger-3/link").nextLong());
    assertNotEquals(new Seed(1).fork("charger-3/link").nextLong(), new Seed(1).fork("charger-4/link").nextLong());
    assertNotEquals(new Seed(1).fork("charger-3/link").nextLong(), new Seed(2).fork("charger-3/link").nextLong());
  }

  @Test
  void drawsStayInTheirRangeAndReachItsEnds() {
    Chance chance = new Seed(42).fork("draws");
    boolean low = false;
    boolean high = false;
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      long draw = chance.between(3, 7);
      assertTrue(draw >= 3 && draw <= 7);
      low |= draw == 3;
      high |= draw == 7;
      sum += chance.gaussian(10, 2);
    }
    assertTrue(low && high);
    assertEquals(10, sum / 10_000, 0.1);
    assertThrows(IllegalArgumentException.class, () -> chance.between(2, 1));
  }
}
