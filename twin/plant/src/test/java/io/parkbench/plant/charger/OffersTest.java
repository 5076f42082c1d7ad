package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** R-ALLOC-16, the station's side: sockets on one feeder never draw more together than it carries. */
class OffersTest {
  private static double[] shared(double together, double... limits) {
    Offers.share(limits, together, Offers.LEAST);
    return limits;
  }

  @Test
  void whatFitsIsLeftAlone() {
    assertArrayEquals(new double[] {16, 0, 32}, shared(48, 16, 0, 32));
  }

  @Test
  void belowSixAmperesIsNothing() {
    assertArrayEquals(new double[] {0, 6}, shared(Double.POSITIVE_INFINITY, 5.9, 6));
  }

  @Test
  void tooMuchIsLowered() {
    assertArrayEquals(new double[] {10, 22}, shared(32, 10, 32));
    assertArrayEquals(new double[] {16, 16}, shared(32, 32, 32));
  }

  @Test
  void whereNotAllGetSixAmperesTheLastGoWithout() {
    assertArrayEquals(new double[] {10, 0}, shared(10, 32, 32));
    assertArrayEquals(new double[] {0, 0}, shared(5, 32, 32));
  }

  @Test
  void neverTooMuchAndNothingInVain() {
    Chance chance = new Seed(1).fork("offers");
    for (int run = 0; run < 2_000; run++) {
      double[] limits = new double[(int) chance.between(1, 5)];
      Arrays.setAll(limits, i -> chance.between(0, 320) / 10.0);
      double together = chance.between(0, 1_000) / 10.0;
      double[] offers = shared(together, limits.clone());
      double sum = Arrays.stream(offers).sum();
      assertTrue(sum <= together + 1e-6);
      double possible = 0;
      for (int i = 0; i < offers.length; i++) {
        assertTrue(offers[i] == 0 || offers[i] >= Offers.LEAST - 1e-9);
        assertTrue(offers[i] <= limits[i]);
        possible += offers[i] > 0 ? limits[i] : 0;
      }
      assertEquals(Math.min(together, possible), sum, 1e-6, Arrays.toString(limits) + " into " + together);
    }
  }
}
