package io.parkbench.gateway.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** R-ALLOC-12, R-ALLOC-14: what a DC station takes for what it gives. */
class DcSupplyTest {
  private static final double V = DcSupply.counted(230);

  @Test
  void constantPowerCountsAtNineTenthsOfNominal() {
    assertEquals(207, V, 1e-9);
    // 24 kW ÷ 0.95 ÷ 0.98 on 3 × 207 V = 41.51 A
    assertEquals(416, new DcSupply(0.95, 0.98, 100).chargingDa(24_000, V));
    assertEquals(374, new DcSupply(0.95, 0.98, 100).chargingDa(24_000, 230));
    assertEquals(387, new DcSupply(1, 1, 0).chargingDa(24_000, V));
  }

  @Test
  void standbyCountsApart() {
    assertEquals(2, new DcSupply(0.95, 0.98, 100).standbyDa(V));
    assertEquals(103, new DcSupply(0.95, 0.98, 100).standbyVa());
    assertEquals(0, new DcSupply(0.95, 0.98, 0).standbyDa(V));
  }

  /** Rounded up one way and down the other, so that what is allowed is never more than what counts. */
  @Test
  void whatIsAllowedTakesNoMoreThanWhatCounts() {
    for (int efficiency = 80; efficiency <= 100; efficiency += 3) {
      DcSupply supply = new DcSupply(efficiency / 100.0, 0.93, 100);
      for (int da = 0; da < 3_000; da += 7) {
        int watts = supply.watts(da, V);
        assertTrue(supply.chargingDa(watts, V) <= da, da + " → " + watts);
        assertTrue(supply.chargingAmps(watts + 1, V) * 10 > da - 1e-3, "no more would fit: " + da + " → " + watts);
      }
    }
  }
}
