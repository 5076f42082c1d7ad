package io.parkbench.gateway.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.parkbench.gateway.lease.ModelChecker.Result;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * R-LEASE-2, 3, 7, 8, R-DEG-8, 9: through all orders of sending, arriving, answering, loss, delay, expiry, clock error, cut and raise,
 * what two stations truly draw stays within the hard limit; and with any one rule broken it does not.
 */
class LeaseModelTest {
  private static final List<
      ModelScene> SCENES = List.of(
          ModelScene.PROMPT, ModelScene.LATE, ModelScene.BOTH_LOST, ModelScene.LIMIT_CUT, ModelScene.ONE_LOST,
          ModelScene.CAR_ARRIVES);

  @Test
  void whateverHappensTheHardLimitHolds() {
    SCENES.forEach(LeaseModelTest::assertHolds);
    assertTrue(SCENES.stream().map(ModelChecker::unbroken).anyMatch(Result::confirmedBySample),
        "no sample within the tolerance has confirmed a cut");
    assertTrue(SCENES.stream().map(ModelChecker::unbroken).anyMatch(Result::raisedPastLost),
        "no room of a lost station was given on");
  }

  private static void assertHolds(ModelScene scene) {
    Result result = ModelChecker.unbroken(scene);
    List<String> trace = lines(result);
    assertTrue(trace.isEmpty(), () -> scene + "\n" + String.join("\n", trace));
    assertTrue(result.complete(), () -> scene + " has more states than the model may have");
  }

  @ParameterizedTest
  @EnumSource(value = LeaseRule.class, names = {"TOLERANCE", "RENEW_BEFORE_END", "RESEND_DEGRADED"}, mode = EnumSource.Mode.EXCLUDE)
  void withARuleBrokenTheLimitIsExceeded(LeaseRule rule) {
    for (ModelScene scene : SCENES) {
      if (rule == LeaseRule.COUNT_IDLE && !scene.secondIdle()) {
        continue;
      }
      List<String> trace = lines(ModelChecker.check(scene, LeaseRules.without(rule)));
      if (!trace.isEmpty() && trace.getLast().startsWith("overload")) {
        assertHolds(scene);
        print("without " + rule, scene, trace);
        return;
      }
    }
    fail("the model does not miss " + rule);
  }

  /** Renewing late is safe, since the fallback is; but stations that can be reached fall back. */
  @Test
  void renewedLateLeasesRunOutThoughNothingIsLate() {
    List<String> trace = lines(ModelChecker.check(ModelScene.PROMPT, LeaseRules.without(LeaseRule.RENEW_BEFORE_END)));
    assertHolds(ModelScene.PROMPT);
    assertFalse(trace.isEmpty());
    assertTrue(trace.getLast().startsWith("a lease has run out"), () -> String.join("\n", trace));
    print("without RENEW_BEFORE_END", ModelScene.PROMPT, trace);
  }

  private static void print(String what, ModelScene scene, List<String> trace) {
    System.out.println(what + ", " + scene + ", " + (trace.size() - 2) + " actions:\n" + String.join("\n", trace));
  }

  /** Dropping the tolerance is safe but useless: no sample of an honest meter confirms a cut any more. */
  @Test
  void withoutTheToleranceNoSampleConfirms() {
    Result result = ModelChecker.check(ModelScene.PROMPT, LeaseRules.without(LeaseRule.TOLERANCE));
    assertFalse(result.confirmedBySample());
    assertTrue(ModelChecker.unbroken(ModelScene.PROMPT).confirmedBySample());
  }

  /** What states leave out, so that there are few, makes no difference: beside a world that keeps everything, each goes the same way. */
  @Test
  void whatStatesLeaveOutMakesNoDifference() {
    Chance chance = new Seed(1).fork("walks");
    Bytes bytes = new Bytes(ModelWorld.TICK);
    for (ModelScene scene : SCENES) {
      for (int walk = 0; walk < 300; walk++) {
        int[] clock = ModelWorld.clocks().get(walk % 2);
        ModelWorld whole = new ModelWorld(scene, LeaseRules.ALL, clock[0], clock[1]);
        ModelWorld bare = new ModelWorld(scene, LeaseRules.ALL, clock[0], clock[1]);
        for (int i = 0; i < 400; i++) {
          int action = (int) chance.between(0, whole.actions() - 1);
          bytes.write();
          bare.walk(bytes);
          bytes.read(bytes.written());
          bare.walk(bytes);
          assertEquals(whole.act(action), bare.act(action), whole::toString);
          assertEquals(whole.toString(), bare.toString());
          assertEquals(whole.violation(), bare.violation());
        }
      }
    }
  }

  private static List<String> lines(Result result) {
    return result.trace() == null ? List.of() : result.trace();
  }
}
