package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.protocol.ocpp.ChangeAvailability;
import io.parkbench.protocol.ocpp.RemoteStopTransaction;
import io.parkbench.protocol.ocpp.Reset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A station that draws more than it was told is alarmed, the others make up for it, and it is stopped by ever harder means (R-ALLOC-11). */
class DisciplineTest {
  private final Yard yard = Yard.flat(2, 32);
  private final ScriptedStation first = yard.online("cp-1");
  private final ScriptedStation second = yard.online("cp-2");

  @Test
  void whoDrawsAboveItsSetpointIsCutAndCountsAtItsRating() {
    int one = first.start(1, "card");
    second.start(1, "card");
    yard.pass(Duration.ofSeconds(30));
    assertEquals(16.0, second.limits.get(1));
    first.draws.put(1, 30.0);
    first.meter(1, one, 100, 30, 30, 30);
    assertFalse(yard.noticed("cp-1", "alarm"), "one sample alone may be wrong");
    yard.pass(Duration.ofSeconds(15));
    assertTrue(yard.noticed("cp-1", "alarm: connector 1 draws 30.0 A"));
    assertEquals(0.0, first.limits.get(1));
    assertEquals(Reason.Rule.OVERDRAWN, yard.session("cp-1").reason().rule());
    assertEquals(320, yard.session("cp-1").heldDa());
    assertEquals(0.0, second.limits.get(1), "the limit holds though it draws on");
  }

  @Test
  void whatIsDoneGrowsWhileItDrawsOn() {
    int one = first.start(1, "card");
    second.start(1, "card");
    yard.pass(Duration.ofSeconds(30));
    first.draws.put(1, 30.0);
    first.meter(1, one, 100, 30, 30, 30);
    yard.pass(Duration.ofMinutes(2));
    assertEquals(3, first.calls.size(), () -> first.calls.toString());
    assertEquals(one, assertInstanceOf(RemoteStopTransaction.Req.class, first.calls.get(0)).transactionId());
    assertInstanceOf(ChangeAvailability.Req.class, first.calls.get(1));
    assertInstanceOf(Reset.Req.class, first.calls.get(2));
    assertTrue(yard.noticed("cp-1", "open the feeder"));
  }

  @Test
  void oneThatDrawsOnWithoutASessionCountsAtItsRating() {
    int one = first.start(1, "card");
    second.start(1, "card");
    yard.pass(Duration.ofSeconds(30));
    first.draws.put(1, 30.0);
    first.meter(1, one, 100, 30, 30, 30);
    yard.pass(Duration.ofSeconds(15));
    first.stop(one, 200);
    yard.pass(Duration.ofSeconds(30));
    assertEquals(0.0, second.limits.get(1));
    first.draws.clear();
    yard.pass(Duration.ofSeconds(30));
    assertEquals(32.0, second.limits.get(1));
  }

  @Test
  void oneThatObeysZeroIsBelievedNoMoreAndHasItsRatingOrNothing() {
    int one = first.start(1, "card");
    int two = second.start(1, "card");
    yard.pass(Duration.ofSeconds(30));
    first.draws.put(1, 30.0);
    first.meter(1, one, 100, 30, 30, 30);
    yard.pass(Duration.ofSeconds(13));
    first.draws.clear();
    yard.pass(Duration.ofSeconds(30));
    assertEquals(List.of(), first.calls);
    second.stop(two, 100);
    yard.pass(Duration.ofMinutes(10));
    assertEquals(32.0, first.limits.get(1));
    assertEquals(Reason.Rule.UNPROVED, yard.session("cp-1").reason().rule());
  }

  @Test
  void aCutThatIsStillBeingFollowedIsNoOffence() {
    int one = first.start(1, "card");
    yard.pass(Duration.ofSeconds(30));
    second.start(1, "card");
    yard.pass(Duration.ofSeconds(3));
    first.meter(1, one, 100, 32, 32, 32);
    yard.pass(Duration.ofSeconds(20));
    assertFalse(yard.noticed("cp-1", "alarm"));
    assertEquals(16.0, first.limits.get(1));
  }

  @Test
  void oneThatDrawsMoreThanItsRatingCountsAtWhatItDraws() {
    int one = first.start(1, "card");
    yard.gateway.setZoneMaximum("main", PerPhase.all(600), null);
    second.start(1, "card");
    yard.pass(Duration.ofSeconds(30));
    assertEquals(30.0, second.limits.get(1));
    first.draws.put(1, 45.0);
    first.meter(1, one, 100, 45, 45, 45);
    yard.pass(Duration.ofSeconds(15));
    assertEquals(450, yard.session("cp-1").heldDa());
    assertEquals(15.0, second.limits.get(1), "the limit holds physically");
  }
}
