package io.parkbench.gateway.lease;

import static io.parkbench.kernel.Micros.SECOND;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.ocpp.OcppMutations;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be done wrong with leases, one at a time: each is caught by checks that pass when nothing is done wrong. */
class LeaseMutationsTest {
  /** The list. */
  enum Mutation {
    COUNT_THE_WISH("count the wish instead of the worst case", limitHolds(LeaseRule.COUNT_WORST_CASE, ModelScene.PROMPT)),
    CONFIRM_ON_SEND("confirm on send", limitHolds(LeaseRule.CONFIRM_AFTER_ANSWER, ModelScene.PROMPT)),
    CONFIRM_ON_ACCEPTED("confirm on Accepted alone", limitHolds(LeaseRule.CONFIRM_BY_SAMPLE, ModelScene.PROMPT)),
    NO_TOLERANCE("drop the tolerance",
        book(LeaseRule.TOLERANCE, LeaseMutationsTest::raiseIsGranted),
        model(LeaseRule.TOLERANCE, ModelScene.PROMPT, ModelChecker.Result::confirmedBySample)),
    NO_CLOCK_ERROR("ignore clock error", limitHolds(LeaseRule.COUNT_CLOCK_ERROR, ModelScene.LATE)),
    SKIP_IDLE("skip idle connectors", limitHolds(LeaseRule.COUNT_IDLE, ModelScene.CAR_ARRIVES)),
    FORGET_UNANSWERED("forget unanswered leases", limitHolds(LeaseRule.COUNT_UNANSWERED, ModelScene.LATE)),
    ROTATE_TWICE("rotate phases twice", OcppMutations::phasesAreRead),
    RENEW_LATE("renew late",
        model(LeaseRule.RENEW_BEFORE_END, ModelScene.PROMPT, result -> !end(result).startsWith("a lease has run out"))),
    NO_SECOND_PERIOD("leave the second period out", limitHolds(LeaseRule.SECOND_PERIOD, ModelScene.LIMIT_CUT)),
    DEGRADED_NOT_RESENT("degraded values not resent after a change",
        book(LeaseRule.RESEND_DEGRADED, LeaseMutationsTest::lossFindsTheNewDegradedValue)),
    RAISE_EARLY("raise before the cut is confirmed", limitHolds(LeaseRule.RAISE_AFTER_CUT, ModelScene.PROMPT)),
    HALF_OPEN_ALIVE("treat half-open as alive",
        limitHolds(LeaseRule.SILENCE_IS_NO_ANSWER, ModelScene.LATE), OcppMutations::halfOpenIsGivenUp);

    private final String words;
    private final List<Check> checks;

    Mutation(String words, Check... checks) {
      this.words = words;
      this.checks = List.of(checks);
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private interface Check {
    /** Whether all is well, with the mutation or without. */
    boolean passes(boolean mutated);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void isCaught(Mutation mutation) {
    for (Check check : mutation.checks) {
      assertTrue(check.passes(false), "without the mutation all is well");
      assertFalse(check.passes(true), "with it the check must fail");
    }
  }

  // by the model

  private static Check limitHolds(LeaseRule rule, ModelScene scene) {
    return model(rule, scene, result -> !end(result).startsWith("overload"));
  }

  private static Check model(LeaseRule rule, ModelScene scene, Predicate<ModelChecker.Result> well) {
    return mutated -> well.test(mutated ? ModelChecker.check(scene, LeaseRules.without(rule)) : ModelChecker.unbroken(scene));
  }

  private static String end(ModelChecker.Result result) {
    return result.trace() == null ? "" : result.trace().getLast();
  }

  // by a book of leases

  private static Check book(LeaseRule rule, Predicate<Pair> well) {
    return mutated -> well.test(new Pair(mutated ? LeaseRules.without(rule) : LeaseRules.ALL));
  }

  /** Whether a cut that the car follows, as well as its meter can tell, makes room for a raise long before leases run out. */
  private static boolean raiseIsGranted(Pair pair) {
    pair.decide(320, 0);
    pair.decide(160, 160);
    for (int i = 0; i < 10; i++) {
      pair.pass(10 * SECOND);
      pair.first.sampled(pair.now, 163, pair.now);
      pair.step();
    }
    return pair.said(pair.second).valueDa() == 160;
  }

  /** Whether what a station falls back to is what was computed last, however soon after that it is lost. */
  private static boolean lossFindsTheNewDegradedValue(Pair pair) {
    pair.first.degraded(160);
    pair.second.degraded(160);
    pair.decide(160, 160);
    pair.pass(10 * SECOND);
    pair.first.degraded(60);
    pair.second.degraded(60);
    pair.step();
    return pair.said(pair.first).degradedDa() == 60 && pair.said(pair.second).degradedDa() == 60;
  }

  /** Two connectors of 32 A under 32 A, leases of 300 s, stations that accept everything at once. */
  private static final class Pair implements LeaseEffects {
    private static final LeaseTerms TERMS = LeaseTerms.of(300 * SECOND, 10 * SECOND, 5);

    final Leasehold first;
    final Leasehold second;
    private final LeaseBook book;
    long now = 1_000 * SECOND;

    Pair(LeaseRules rules) {
      HardLimits limits = new HardLimits(-1);
      limits.current(0, 0, 320);
      first = new Leasehold(0, 0, 320, 1, 230, false, TERMS, rules);
      second = new Leasehold(1, 0, 320, 1, 230, false, TERMS, rules);
      book = new LeaseBook(List.of(first, second), limits, rules);
      for (Leasehold hold : List.of(first, second)) {
        hold.found(now);
        hold.proved();
        hold.clockError(now, SECOND);
        hold.baseAccepted(0);
        hold.begun(now);
      }
    }

    void decide(int firstDa, int secondDa) {
      first.wish(firstDa, 60);
      second.wish(secondDa, 60);
      step();
    }

    void step() {
      book.step(now, this);
      first.accepted(now);
      second.accepted(now);
    }

    void pass(long micros) {
      now += micros;
      step();
    }

    Lease said(Leasehold hold) {
      return Objects.requireNonNull(hold.said());
    }

    @Override
    public void say(Leasehold to, Lease lease, boolean fallsBack) {}

    @Override
    public void askSample(Leasehold from) {}
  }
}
