package io.parkbench.gateway.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.lease.Fallback.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a lost station may have by the time (R-DEG-9). */
class FallbackTest {
  private static final Fallback DAY = new Fallback(
      List.of(new Step(0, 90), new Step(100, 40), new Step(200, 90), new Step(300, 0)));

  @Test
  void aStepHoldsUntilTheNext() {
    assertEquals(90, DAY.da(99));
    assertEquals(40, DAY.da(100));
    assertEquals(0, DAY.da(1_000));
    assertEquals(90, DAY.mostDa());
    assertEquals(90, new Fallback(List.of(new Step(50, 90))).da(10), "the first holds before it, too");
  }

  @Test
  void whereThereIsRoomForFewChangesTheLastIsTheLeastOfTheRest() {
    assertEquals(List.of(new Step(100, 40), new Step(200, 90), new Step(300, 0)), DAY.after(0, 22));
    assertEquals(List.of(new Step(100, 40), new Step(200, 0)), DAY.after(0, 2));
    assertEquals(List.of(new Step(100, 0)), DAY.after(0, 1));
    assertEquals(List.of(), DAY.after(0, 0));
    assertEquals(List.of(new Step(200, 0)), DAY.after(100, 1), "what has begun is no change any more");
  }

  @Test
  void theSameWithoutWhatIsOverAgrees() {
    Fallback later = new Fallback(List.of(new Step(100, 40), new Step(200, 90), new Step(300, 0), new Step(400, 90)));
    assertTrue(DAY.agrees(later, 150), "it looks further ahead, which is no reason to tell it again");
    assertFalse(DAY.agrees(later, 50));
    assertFalse(DAY.agrees(new Fallback(List.of(new Step(150, 40), new Step(200, 80), new Step(300, 0))), 150));
    assertFalse(DAY.agrees(new Fallback(List.of(new Step(150, 40), new Step(180, 90), new Step(300, 0))), 150));
    assertFalse(DAY.agrees(Fallback.always(40), 150));
    assertTrue(Fallback.always(40).agrees(Fallback.always(40), 150));
  }
}
