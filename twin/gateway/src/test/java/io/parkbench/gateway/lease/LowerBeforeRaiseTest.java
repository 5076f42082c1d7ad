package io.parkbench.gateway.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.site.AuthMode;
import io.parkbench.gateway.site.Directive;
import io.parkbench.gateway.site.OfflineAuthMode;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Zone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cuts are said at once, raises when their room is proved free; who cannot be believed counts at the rating. */
class LowerBeforeRaiseTest {
  private static final int RATED = 320;

  private final Ledger ledger = new Ledger(new ZoneLimits(List.of(
      new Zone(
          "main", "Main", null, PerPhase.all(320), null, Directive.STATIC, null, 0, AuthMode.ALL, OfflineAuthMode.NONE))));
  private final LowerBeforeRaise order = new LowerBeforeRaise(ledger);
  private final List<String> said = new ArrayList<>();
  private final Setpoint a = setpoint(0);
  private final Setpoint b = setpoint(1);

  private static Setpoint setpoint(int point) {
    Setpoint setpoint = new Setpoint(point, 0, RATED, 0);
    setpoint.countsOn(0b111, 69);
    return setpoint;
  }

  private List<String> speak() {
    said.clear();
    order.speak(List.of(a, b), (setpoint, da) -> {
      said.add(setpoint.point() + "=" + da);
      setpoint.said(da);
    });
    return said;
  }

  @Test
  void aRaiseWaitsUntilTheCutItNeedsIsConfirmed() {
    a.decide(320);
    assertEquals(List.of("0=320"), speak());
    a.accepted();
    a.decide(160);
    b.decide(160);
    assertEquals(List.of("0=160"), speak());
    assertEquals(320, ledger.heldDa(0, 0));
    assertEquals(List.of(), speak());
    a.accepted();
    assertEquals(List.of("1=160"), speak());
  }

  @Test
  void aValueUnderWayIsNotOvertakenAndCountsAtTheHigher() {
    a.decide(200);
    speak();
    a.decide(100);
    assertEquals(List.of(), speak());
    assertEquals(200, a.heldDa());
    a.accepted();
    assertEquals(List.of("0=100"), speak());
    assertEquals(200, a.heldDa());
    a.accepted();
    assertEquals(100, a.heldDa());
  }

  @Test
  void aRejectedOneCountsAtItsRatingUntilItAccepts() {
    a.decide(100);
    speak();
    a.rejected();
    assertEquals(RATED, a.heldDa());
    assertFalse(a.steerable());
    a.said(60);
    a.accepted();
    assertEquals(60, a.heldDa());
  }

  @Test
  void anUnansweredOneCountsAtItsRatingWhileTheLinkStandsThenAtWhatItMayHaveHeard() {
    a.decide(100);
    speak();
    a.unanswered();
    assertEquals(RATED, a.heldDa());
    a.lost();
    assertEquals(100, a.heldDa());
    a.found();
    assertEquals(List.of("0=100"), speak());
  }

  @Test
  void oneThatHasNotConfirmedItsBaseIsToldEvenZero() {
    Setpoint unproved = new Setpoint(0, 0, RATED, RATED);
    unproved.countsOn(0b111, 69);
    order.speak(List.of(unproved), (setpoint, da) -> said.add(setpoint.point() + "=" + da));
    assertEquals(List.of("0=0"), said);
  }
}
