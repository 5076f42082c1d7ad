package io.parkbench.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import org.junit.jupiter.api.Test;

/** R-ALLOC-7: what a car leaves is lent, and given back at once when it asks for more; nothing hunts. */
class FrugalityTest {
  private final Frugality car = new Frugality(10, 20, 110_000_000);
  private long minute;

  private boolean draws(int da) {
    minute++;
    return car.draws(minute * Micros.MINUTE, da);
  }

  private void lends() {
    car.offered(0, 320);
    assertFalse(draws(160));
    assertFalse(draws(158));
    assertTrue(draws(159));
  }

  @Test
  void whatACarLeavesForAWhileIsLent() {
    lends();
    assertEquals(180, car.claimDa());
  }

  @Test
  void atItsClaimItStaysAsItIs() {
    lends();
    car.offered(minute * Micros.MINUTE, 180);
    for (int i = 0; i < 60; i++) {
      assertFalse(draws(160));
    }
    assertEquals(180, car.claimDa());
  }

  @Test
  void whoUsesItsHeadroomHasAllAgainAtOnce() {
    lends();
    car.offered(minute * Micros.MINUTE, 180);
    assertTrue(draws(178));
    assertEquals(Integer.MAX_VALUE, car.claimDa());
  }

  @Test
  void whoHasItsShareOfAFullZoneSaysNothingByTakingIt() {
    lends();
    car.offered(minute * Micros.MINUTE, 100);
    assertFalse(draws(100));
    assertEquals(180, car.claimDa());
  }

  @Test
  void aPauseAndACarThatHasNotFollowedYetSayNothing() {
    car.offered(0, 320);
    assertFalse(draws(160));
    assertFalse(draws(0));
    assertFalse(draws(160));
    assertFalse(draws(160));
    car.offered(minute * Micros.MINUTE + 30 * Micros.SECOND, 330);
    assertFalse(draws(160));
    assertEquals(Integer.MAX_VALUE, car.claimDa());
  }
}
