package io.parkbench.gateway.lease;

import static io.parkbench.kernel.Micros.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** R-LEASE-2, 3, 7, 8: what connectors count with, and what may be said. Two connectors of 32 A under 32 A, leases of 300 s. */
class LeaseBookTest {
  private static final LeaseTerms TERMS = LeaseTerms.of(300 * SECOND, 10 * SECOND, 5);
  private static final int ALL_PHASES = 0b111;

  private final HardLimits limits = new HardLimits(-1);
  private final Leasehold a = leasehold(0, false);
  private final Leasehold b = leasehold(1, false);
  private LeaseBook book = new LeaseBook(List.of(a, b), limits, LeasePolicy.LEASES);
  private final List<String> said = new ArrayList<>();
  private long now = 1_000 * SECOND;

  LeaseBookTest() {
    limit(320);
    ready(a);
    ready(b);
  }

  private static Leasehold leasehold(int order, boolean keepsLast) {
    return new Leasehold(order, 0, 320, ALL_PHASES, 230, keepsLast, TERMS, LeasePolicy.LEASES);
  }

  private void limit(int da) {
    for (int phase = 0; phase < 3; phase++) {
      limits.current(0, phase, da);
    }
  }

  private static void ready(Leasehold hold) {
    hold.found(0);
    hold.proved();
    hold.clockError(0, SECOND);
    hold.baseAccepted(0);
  }

  private List<String> step() {
    said.clear();
    book.step(now, new LeaseEffects() {
      @Override
      public void say(Leasehold to, Lease lease, boolean fallsBack) {
        String end = lease.length() == Lease.ENDLESS ? "" : " for " + lease.length() / SECOND + " s then " + lease.degradedDa();
        said.add(name(to) + " " + lease.valueDa() + end);
      }

      @Override
      public void askSample(Leasehold from) {
        said.add("sample of " + name(from));
      }
    });
    return List.copyOf(said);
  }

  private String name(Leasehold hold) {
    return hold.order() == 0 ? "a" : "b";
  }

  private void begin(BiConsumer<Leasehold, Integer> decided, int aDa, int bDa) {
    a.begun(now);
    b.begun(now);
    decided.accept(a, aDa);
    decided.accept(b, bDa);
    step();
    a.accepted(now);
    b.accepted(now);
  }

  private static void wish(Leasehold hold, int da) {
    hold.wish(da, 60);
  }

  private HoldReason heldBecause(Leasehold hold) {
    Hold held = hold.hold();
    assertNotNull(held);
    return held.reason();
  }

  @Test
  void aRaiseWaitsForTheCutItsAnswerAndASampleFiveSecondsLater() {
    begin(LeaseBookTest::wish, 320, 0);
    wish(a, 160);
    wish(b, 160);
    assertEquals(List.of("a 160 for 300 s then 0"), step());
    assertEquals(HoldReason.WAITING_FOR_CUT, heldBecause(b));
    a.accepted(now);
    assertEquals(List.of(), step());
    assertEquals(HoldReason.SETTLING_SAMPLE, heldBecause(b));
    assertEquals(320, a.worstCaseDa(now));
    a.sampled(now, 100, now);
    assertEquals(List.of(), step(), "a sample taken too early confirms nothing");
    assertEquals(now + 5 * SECOND, book.nextWakeAt(now));
    now += 5 * SECOND;
    assertEquals(List.of("sample of a"), step());
    a.sampled(now, 200, now);
    assertEquals(List.of(), step(), "a sample above the limit neither");
    a.sampled(now, 165, now);
    assertEquals(List.of("b 160 for 300 s then 0"), step(), "within the tolerance it does");
  }

  @Test
  void withoutSamplesTheOldLeaseMustHaveRunOut() {
    begin(LeaseBookTest::wish, 320, 0);
    long sent = now;
    now += 10 * SECOND;
    wish(a, 160);
    wish(b, 160);
    step();
    a.accepted(now);
    now = sent + 305 * SECOND;
    b.timedOut(now);
    assertTrue(step().stream().noneMatch(word -> word.startsWith("b 160")));
    now = sent + 306 * SECOND;
    b.accepted(now);
    assertTrue(step().contains("b 160 for 300 s then 0"), "L, 1 s of clock error and 5 s");
  }

  @Test
  void aLeaseWithoutAnswerCountsUntilItHasRunOutThenItsDegradedValue() {
    a.degraded(90);
    begin(LeaseBookTest::wish, 60, 0);
    now += SECOND;
    wish(a, 200);
    step();
    long sent = now;
    a.lost(now);
    assertEquals(200, a.worstCaseDa(now));
    assertEquals(200, a.worstCaseDa(sent + 306 * SECOND - 1));
    assertEquals(90, a.worstCaseDa(sent + 306 * SECOND));
    assertEquals(200, a.peakDa(now));
  }

  @Test
  void anUnknownClockNeverRunsOut() {
    begin(LeaseBookTest::wish, 200, 0);
    a.clockError(now, Lease.ENDLESS);
    a.lost(now);
    assertEquals(200, a.worstCaseDa(now + 1_000_000 * SECOND));
    wish(b, 320);
    b.accepted(now);
    step();
    assertEquals(new Hold(HoldReason.CLOCK_UNBOUNDED, 0, Lease.ENDLESS), b.hold());
  }

  @Test
  void whatHasRunOutIsNotBroughtBackByAClockThatIsAskedLater() {
    begin(LeaseBookTest::wish, 200, 0);
    a.degraded(90);
    step();
    a.accepted(now);
    a.lost(now);
    now += 400 * SECOND;
    int after = a.worstCaseDa(now);
    a.clockError(now, Lease.ENDLESS);
    assertEquals(after, a.worstCaseDa(now));
  }

  @Test
  void aLostOnesLeaseHoldsTheRoomUntilItHasRunOut() {
    begin(LeaseBookTest::wish, 320, 0);
    a.lost(now);
    wish(b, 320);
    step();
    assertEquals(new Hold(HoldReason.LOST_UNTIL, 0, now + 306 * SECOND), b.hold());
  }

  @Test
  void aDegradedValueAboveTheLeaseLeavesItsRoomInTime() {
    a.degraded(160);
    b.degraded(160);
    begin(LeaseBookTest::wish, 0, 320);
    Lease lease = b.said();
    assertNotNull(lease);
    assertEquals(320, lease.valueDa());
    Lease other = a.said();
    assertNotNull(other);
    assertTrue(lease.latestEnd() <= other.earliestEnd(), "b is down before a may come up");
    now += 200 * SECOND;
    a.lost(now);
    b.timedOut(now);
    step();
    Lease next = b.said();
    assertNotNull(next);
    assertTrue(next.valueDa() == 160 || next.latestEnd() <= other.earliestEnd());
  }

  /**
   * R-DEG-9 under a dynamic zone: degraded values told are held whatever the limit becomes. What a lost one has for good nobody can
   * take back, and one that can be told is told another only where {@link Leasehold#degraded} says so: a limit that falls below them
   * does not. That is why they have to fit beside the building's peak.
   */
  @Test
  void aLimitBelowTheDegradedValuesDoesNotTakeThemBack() {
    a.degraded(160);
    b.degraded(160);
    begin(LeaseBookTest::wish, 160, 160);
    a.lost(now);
    limit(200);
    wish(b, 60);
    assertEquals(List.of("b 60 for 300 s then 160"), step());
    b.accepted(now);
    now += 400 * SECOND;
    assertEquals(320, book.reserved(now)[0], "both may have fallen back");
    b.degraded(40);
    assertEquals(List.of("b 60 for 300 s then 40"), step());
    b.accepted(now);
    b.sampled(now + 6 * SECOND, 60, now + 6 * SECOND);
    assertEquals(160 + 40, book.reserved(now + 400 * SECOND)[0]);
  }

  @Test
  void anIdleConnectorCountsWithItsBaseWhereASessionCouldStartUnasked() {
    a.baseAccepted(60);
    a.startable(true);
    b.begun(now);
    wish(b, 320);
    assertEquals(List.of("b 260 for 300 s then 0"), step());
    assertEquals(new Hold(HoldReason.IDLE_BASE, 0, Lease.ENDLESS), b.hold());
    assertFalse(book.admitsBase(a, 70, now));
    assertTrue(book.admitsBase(a, 60, now));
  }

  @Test
  void anUnprovedOneCountsWithItsRatingAndSoDoesOneThatRefuses() {
    begin(LeaseBookTest::wish, 100, 100);
    a.unproved();
    assertEquals(320, a.worstCaseDa(now));
    a.proved();
    assertEquals(100, a.worstCaseDa(now));
    wish(a, 120);
    step();
    a.refused(now);
    assertEquals(320, a.worstCaseDa(now));
  }

  @Test
  void oneThatKeepsItsLastSetpointIsToldNoEnd() {
    Leasehold dc = leasehold(0, true);
    ready(dc);
    book = new LeaseBook(List.of(dc, b), limits, LeasePolicy.LEASES);
    dc.begun(now);
    wish(dc, 200);
    assertEquals(List.of("a 200"), step());
    dc.accepted(now);
    dc.lost(now);
    assertEquals(200, dc.worstCaseDa(now + 1_000_000 * SECOND));
  }

  @Test
  void cutsAreSaidThoughTheLimitIsExceededAndRaisesAreNot() {
    begin(LeaseBookTest::wish, 160, 160);
    limit(200);
    wish(a, 60);
    wish(b, 140);
    assertEquals(List.of("a 60 for 300 s then 0", "b 140 for 300 s then 0"), step());
    assertEquals(320, book.reserved(now)[0]);
  }

  @Test
  void renewedBeforeTheEndInTurns() {
    begin(LeaseBookTest::wish, 160, 160);
    long begun = now;
    List<Long> renewals = new ArrayList<>();
    while (now < begun + 1_000 * SECOND) {
      now = book.nextWakeAt(now);
      if (step().stream().anyMatch(word -> word.startsWith("a"))) {
        renewals.add((now - begun) / SECOND);
      }
      a.accepted(now);
      b.accepted(now);
    }
    assertEquals(List.of(80L, 350L, 620L, 890L), renewals, "its turn comes every 270 s");
  }

  @Test
  void aChangedDegradedValueIsToldAnew() {
    begin(LeaseBookTest::wish, 160, 160);
    a.degraded(60);
    assertEquals(List.of("a 160 for 300 s then 60"), step());
  }

  @Test
  void aDegradedValueThatHadNoRoomIsToldOnceItHas() {
    a.degraded(220);
    b.degraded(100);
    b.begun(now);
    wish(b, 160);
    assertEquals(List.of("b 160 for 300 s then 100"), step());
    b.accepted(now);
    now += SECOND;
    a.begun(now);
    wish(a, 160);
    assertEquals(List.of("a 160 for 300 s then 160"), step(), "b may still have 160 when a falls back");
    a.accepted(now);
    assertEquals(List.of(), step());
    now += 10 * SECOND;
    assertEquals(List.of("a 160 for 300 s then 220"), step());
  }

  @Test
  void aFoundStationIsToldItsLeaseAgain() {
    begin(LeaseBookTest::wish, 160, 160);
    step();
    a.lost(now);
    assertEquals(List.of(), step());
    a.found(now);
    assertEquals(List.of("a 160 for 300 s then 0"), step());
    assertNull(a.hold());
  }

  private static final LeaseEffects SILENT = new LeaseEffects() {
    @Override
    public void say(Leasehold to, Lease lease, boolean fallsBack) {}

    @Override
    public void askSample(Leasehold from) {}
  };

  @Test
  void aHundredConnectorsAreRenewedWithinTheBudgetAndInTime() {
    LeaseTerms dynamic = LeaseTerms.of(30 * SECOND, 10 * SECOND, 5);
    List<Leasehold> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Leasehold hold = new Leasehold(i, 0, 320, ALL_PHASES, 230, false, dynamic, LeasePolicy.LEASES);
      ready(hold);
      hold.begun(now);
      wish(hold, 60);
      all.add(hold);
    }
    limit(6_000);
    LeaseBook site = new LeaseBook(all, limits, LeasePolicy.LEASES);
    int[] calls = new int[1];
    long begun = now;
    while (now < begun + 120 * SECOND) {
      site.step(now, new LeaseEffects() {
        @Override
        public void say(Leasehold to, Lease lease, boolean fallsBack) {
          calls[0]++;
        }

        @Override
        public void askSample(Leasehold from) {}
      });
      all.forEach(hold -> hold.accepted(now));
      long instant = now;
      assertTrue(all.stream().noneMatch(hold -> hold.worstCaseDa(instant) < 60), "nobody falls back");
      now = site.nextWakeAt(now + 1);
    }
    assertEquals(5, calls[0] / 120, "calls a second");
  }

  /** A lease that runs out stops a car, so renewals do not wait for what many cuts have cost. */
  @Test
  void renewalsGoOutThoughCutsHaveTakenTheBudget() {
    LeaseTerms dynamic = LeaseTerms.of(30 * SECOND, 10 * SECOND, 5);
    List<Leasehold> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Leasehold hold = new Leasehold(i, 0, 320, ALL_PHASES, 230, false, dynamic, LeasePolicy.LEASES);
      ready(hold);
      hold.begun(now);
      all.add(hold);
    }
    limit(6_000);
    LeaseBook site = new LeaseBook(all, limits, LeasePolicy.LEASES);
    for (int cut = 1; cut <= 10; cut++) {
      int da = 200 - 10 * cut;
      all.forEach(hold -> wish(hold, da));
      site.step(now, SILENT);
      all.forEach(hold -> hold.accepted(now));
      now += SECOND;
    }
    long begun = now;
    while (now < begun + 120 * SECOND) {
      site.step(now, SILENT);
      all.forEach(hold -> hold.accepted(now));
      long instant = now;
      assertTrue(all.stream().noneMatch(hold -> hold.worstCaseDa(instant) < 100), "nobody falls back");
      now = site.nextWakeAt(now + 1);
    }
  }
}
