package io.parkbench.scenarios.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.scenarios.campaign.plan.Severity;
import io.parkbench.scenarios.campaign.run.Probe;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import io.parkbench.scenarios.campaign.run.SeedVerdict.BreachNote;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Energy;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Failure;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Kind;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a campaign fails for, on verdicts of our own making (R-BENCH-6). */
class CampaignSummaryTest {
  private static final Energy ENOUGH = new Energy(99, 100, 120, 0);

  private static SeedVerdict verdict(
      long seed, Severity severity, boolean faultFree, List<Failure> failures, List<BreachNote> breaches, Energy energy,
      Map<Probe, Integer> probes) {
    return new SeedVerdict(
        seed, "all", severity, faultFree, false, false, new Size(1, 1, 1, 0, 0, 0), failures, breaches, energy, 0, 60, 3_600, 1, 1,
        probes,
        Map.of(), "");
  }

  private static SeedVerdict good(long seed) {
    return verdict(seed, Severity.BOUNDED, false, List.of(), List.of(), ENOUGH, Map.of());
  }

  private static CampaignSummary summary(SeedVerdict... verdicts) {
    return summary(Seeds.parse("1.." + verdicts.length), "all", List.of(verdicts));
  }

  private static CampaignSummary summary(Seeds seeds, String profile, List<SeedVerdict> verdicts) {
    return CampaignSummary.of(CampaignResult.of(seeds, profile, LeasePolicy.LEASES, null, verdicts));
  }

  @ParameterizedTest
  @EnumSource
  void oneSeedThatFailsInAnyWayFailsTheCampaign(Kind kind) {
    assertTrue(summary(good(1), good(2)).passed());
    SeedVerdict bad = verdict(2, Severity.BOUNDED, false, List.of(new Failure(kind, "so")), List.of(), ENOUGH, Map.of());
    CampaignSummary summary = summary(good(1), bad);
    assertFalse(summary.passed());
    assertEquals(List.of(bad), summary.failing());
  }

  @Test
  void aBreachThatAQuirkAllowsIsListedAndFailsNothing() {
    BreachNote breach = new BreachNote("main", 1, 10, 20, 33, 32, 20, List.of("overdraws on a"));
    CampaignSummary summary = summary(verdict(1, Severity.BOUNDED, false, List.of(), List.of(breach), ENOUGH, Map.of()));
    assertTrue(summary.passed());
    assertEquals(List.of(new CampaignSummary.Allowed(1, breach)), summary.allowed());
  }

  @ParameterizedTest
  @CsvSource({
      "STRICT,  true,  95.0, true",
      "STRICT,  true,  94.9, false",
      "BOUNDED, true,  94.9, false",
      "STRICT,  false, 70.0, true",
      "STRICT,  false, 69.9, false",
      "GATED,   false,  1.0, true",
      "BOUNDED, false,  1.0, true"})
  void everyClassOfSeedsHasToDeliverItsShareOfTheAllKnowing(Severity severity, boolean faultFree, double delivered,
      boolean passes) {
    SeedVerdict little = verdict(1, severity, faultFree, List.of(), List.of(), new Energy(delivered, 100, 120, 0), Map.of());
    assertEquals(passes, summary(little).passed());
  }

  @Test
  void dynamicCasesAreAClassOfTheirOwn() {
    SeedVerdict fixed = verdict(1, Severity.CALM, true, List.of(), List.of(), new Energy(95, 100, 120, 0), Map.of());
    SeedVerdict steered = new SeedVerdict(
        2, "all", Severity.CALM, true, true, false, new Size(1, 1, 1, 0, 0, 0), List.of(), List.of(), new Energy(95, 100, 120, 0),
        0, 60,
        3_600, 1, 1, Map.of(), Map.of(), "");
    CampaignSummary summary = summary(fixed, steered);
    assertEquals(List.of("fault-free", "fault-free, dynamic"), List.copyOf(summary.energy().keySet()));
    assertTrue(summary.passed());
  }

  @Test
  void energyIsAskedOfTheClassAndNotOfEachSeed() {
    SeedVerdict little = verdict(1, Severity.STRICT, true, List.of(), List.of(), new Energy(9, 10, 12, 0), Map.of());
    SeedVerdict much = verdict(2, Severity.STRICT, true, List.of(), List.of(), new Energy(90, 90, 99, 0), Map.of());
    CampaignSummary summary = summary(little, much);
    assertTrue(summary.passed());
    assertEquals(List.of(0.99), summary.energy().values().stream().map(CampaignSummary.EnergyClass::share).toList());
  }

  /** As many seeds as have to reach every probe; only the first one reaches any, and not {@code missed}. */
  private static List<SeedVerdict> allProbesBut(Probe missed, long seeds) {
    Map<Probe, Integer> probes = new EnumMap<>(Probe.class);
    for (Probe probe : Probe.values()) {
      probes.put(probe, probe == missed ? 0 : 1);
    }
    SeedVerdict first = verdict(1, Severity.BOUNDED, false, List.of(), List.of(), ENOUGH, probes);
    return LongStream.rangeClosed(1, seeds).mapToObj(seed -> seed == 1 ? first : good(seed)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aRareStateThatALargeCampaignNeverReachedFailsIt(Probe missed) {
    CampaignSummary summary = summary(Seeds.parse("1..200"), "all", allProbesBut(missed, 200));
    assertEquals(List.of(), summary.failing());
    assertEquals(List.of(missed), summary.missed());
    assertFalse(summary.passed());
  }

  @Test
  void aSmallCampaignAShardOrAProfileNeedNotReachEveryRareState() {
    assertTrue(summary(Seeds.parse("1..199"), "all", allProbesBut(Probe.SHED, 199)).passed());
    assertTrue(summary(Seeds.parse("1..400").shard("0/2"), "all", allProbesBut(Probe.SHED, 200)).passed());
    assertTrue(summary(Seeds.parse("1..200"), "strict", allProbesBut(Probe.SHED, 200)).passed());
  }

  @Test
  void theCommandRepeatsWhatWasAskedFor() {
    CampaignResult result = CampaignResult.of(
        Seeds.parse("1..9").shard("2/3"), "calm", LeasePolicy.NONE, "PT2H", List.of(good(3)));
    assertEquals("parkbench campaign --seeds 1..9 --profile calm --for PT2H --policy none --shard 2/3", result.command());
    assertEquals("parkbench campaign --seeds 3..3 --profile calm --for PT2H --policy none", result.repeat(3));
    CampaignResult usual = CampaignResult.of(Seeds.parse("7"), "all", LeasePolicy.LEASES, null, List.of(good(7)));
    assertEquals("parkbench campaign --seeds 7..7 --profile all", usual.command());
  }
}
