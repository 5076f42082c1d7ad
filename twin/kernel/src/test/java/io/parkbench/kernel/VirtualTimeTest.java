package io.parkbench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime(1_000, "parkbench run --seed 7");
  private final List<String> log = new ArrayList<>();

  private Runnable say(String word) {
    return () -> log.add(word + "@" + time.now());
  }

  @Test
  void tasksRunByInstantThenByTurn() {
    time.at(3_000, say("c"));
    time.at(2_000, say("a"));
    time.at(2_000, say("b"));
    time.runUntil(5_000);
    assertEquals(List.of("a@2000", "b@2000", "c@3000"), log);
    assertEquals(5_000, time.now());
  }

  @Test
  void theEndOfAnInstantComesAfterAllThatTheInstantBringsAlong() {
    time.at(2_000, () -> {
      time.atEndOfInstant(say("end"));
      time.execute(() -> time.execute(say("grandchild")));
    });
    time.at(2_000, say("sibling"));
    time.runUntil(2_000);
    assertEquals(List.of("sibling@2000", "grandchild@2000", "end@2000"), log);
  }

  @Test
  void aCancelledTimerAndAClosedLoopStayQuiet() {
    Loop actor = time.loop();
    actor.at(2_000, say("closed"));
    Timer timer = time.at(2_000, say("cancelled"));
    time.at(2_000, say("heard"));
    timer.cancel();
    actor.close();
    time.runUntil(3_000);
    assertEquals(List.of("heard@2000"), log);
  }

  @Test
  void aTaskForThePastRunsNow() {
    time.at(10, say("late"));
    time.runUntil(1_000);
    assertEquals(List.of("late@1000"), log);
  }

  @Test
  void runningUntilAConditionStopsAtTheEventThatMakesItTrue() {
    time.at(2_000, say("a"));
    time.at(3_000, say("b"));
    assertTrue(time.runUntil(() -> log.contains("a@2000"), 9_000));
    assertEquals(2_000, time.now());
    assertFalse(time.runUntil(() -> false, 9_000));
    assertEquals(9_000, time.now());
  }

  @Test
  void aFailureFromElsewhereEndsTheRunAtTheNextEvent() {
    time.at(2_000, () -> time.fail(new AssertionError("the wire broke")));
    time.at(3_000, say("never"));
    Exception e = assertThrows(IllegalStateException.class, () -> time.runUntil(4_000));
    assertTrue(String.valueOf(e.getMessage()).contains("the wire broke"));
    assertEquals(List.of(), log);
  }

  @Test
  void timeThatDoesNotAdvanceFailsWithTheCommandThatRepeatsIt() {
    Runnable[] again = new Runnable[1];
    again[0] = () -> time.execute(again[0]);
    time.execute(again[0]);
    Exception e = assertThrows(IllegalStateException.class, () -> time.runUntil(4_000));
    assertTrue(String.valueOf(e.getMessage()).contains("parkbench run --seed 7"));
  }

  @Test
  void aPostFromAnotherThreadRunsOnTheLoop() throws InterruptedException {
    Thread other = Thread.ofPlatform().name("other").start(() -> time.post(say("posted")));
    other.join();
    time.runUntil(1_000);
    assertEquals(List.of("posted@1000"), log);
  }

  @Test
  void pacedTimeIsNotFasterThanAsked() {
    time.pace(1_000);
    long before = RealTime.nanos();
    time.runUntil(time.now() + 50 * Micros.SECOND);
    assertTrue(RealTime.nanos() - before >= 50_000_000L, "50 simulated seconds at x1000 take 50 ms");
  }
}
