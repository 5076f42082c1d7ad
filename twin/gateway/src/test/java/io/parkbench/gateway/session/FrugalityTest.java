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

  /** OpenEVSE/openevse_esp32_firmware#588: the car sees 3 A less than was set. */
  @Test
  void aPilotThatShowsLessThanWasSetLeavesNothingToLend() {
    learnsItsPilotsError();
    assertEquals(Integer.MAX_VALUE, car.claimDa());
  }

  private void learnsItsPilotsError() {
    int offered = 320;
    car.offered(0, offered);
    for (int i = 0; i < 60; i++) {
      draws(offered - 30);
      int next = Math.min(320, car.claimDa());
      if (next != offered) {
        offered = next;
        car.offered(minute * Micros.MINUTE, offered);
      }
    }
    assertEquals(320, offered);
  }

  @Test
  void whatACarLeavesBesideItsPilotsErrorIsLent() {
    learnsItsPilotsError();
    for (int i = 0; i < 3; i++) {
      draws(160);
    }
    assertEquals(160 + 30 + 20, car.claimDa());
    car.offered(minute * Micros.MINUTE, 210);
    for (int i = 0; i < 60; i++) {
      assertFalse(draws(160));
    }
    assertTrue(draws(179));
    assertEquals(Integer.MAX_VALUE, car.claimDa());
  }

  @Test
  void aBatteryThatFillsIsNoPilotsError() {
    lends();
    car.offered(minute * Micros.MINUTE, 180);
    for (int da = 159; da >= 60; da -= 4) {
      draws(da);
      assertTrue(car.claimDa() <= 180);
      car.offered(minute * Micros.MINUTE, car.claimDa());
    }
    assertTrue(car.claimDa() <= 120);
  }
}
