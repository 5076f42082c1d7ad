package io.parkbench.scenarios.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CaseGenerator;
import io.parkbench.scenarios.campaign.plan.FaultKind;
import io.parkbench.scenarios.campaign.plan.SwarmProfile;
import io.parkbench.scenarios.campaign.run.CaseRun;
import io.parkbench.scenarios.campaign.run.Probe;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import io.parkbench.scenarios.campaign.shrink.Shrink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small campaign: no breach, everything heals, and neither jobs nor shards change a verdict (R-BENCH-6, R-LEASE-5). */
class CampaignTest {
  private static final Duration SHORT = Duration.ofMinutes(40);

  private final CaseGenerator generator = new CaseGenerator(SwarmProfile.ALL, SHORT);

  private List<SeedVerdict> run(Seeds seeds, int jobs) {
    return Campaign.run(seeds.list(), generator::draw, LeasePolicy.LEASES, jobs, (done, verdict) -> {});
  }

  private CampaignResult result(Seeds seeds, int jobs) {
    return CampaignResult.of(seeds, "all", LeasePolicy.LEASES, SHORT.toString(), run(seeds, jobs));
  }

  @Test
  void thirtySeedsKeepEveryLimitAndHeal() {
    CampaignSummary summary = CampaignSummary.of(result(Seeds.parse("1001..1030"), 2));
    assertEquals(List.of(), summary.failing().stream().map(seed -> seed.seed() + " " + seed.failures()).toList());
  }

  /** R-LEASE-2, R-BENCH-6: what leases prevent, a campaign would find, and shrink to what can be read. */
  @Test
  void withTheLeaseRulesOffABreachIsFoundAndShrunk() {
    Predicate<
        CampaignCase> breaks = plan -> CaseRun.run(plan, bench -> bench.leases(LeasePolicy.NONE)).fails(SeedVerdict.Kind.BREACH);
    CampaignCase found = LongStream.iterate(30, seed -> seed > 0, seed -> seed - 1)
        .mapToObj(new CaseGenerator(SwarmProfile.ALL, null)::draw)
        .filter(breaks).findFirst().orElseThrow();
    CampaignCase small = Shrink.shrink(found, breaks, 200, (runs, best) -> {});
    int events = small.faults().size() + small.limits().size() + small.quirks().size() + small.cars().size();
    assertTrue(events <= 6, () -> small.toString());
    assertEquals(List.of(), CaseRun.run(small).failures());
  }

  /** R-DYN-6, R-LEASE-5: a meter that shows a tenth from the beginning is found by nobody, and by this. */
  @Test
  void aMeterThatShowsTooLittleIsABreach() {
    List<CampaignCase> dynamic = LongStream.rangeClosed(1, 30).mapToObj(new CaseGenerator(SwarmProfile.CALM, null)::draw)
        .filter(CampaignCase::dynamic).toList();
    assertTrue(dynamic.stream().anyMatch(plan -> CaseRun.run(misled(plan)).fails(SeedVerdict.Kind.BREACH)));
    assertTrue(dynamic.stream().noneMatch(plan -> CaseRun.run(plan).fails(SeedVerdict.Kind.BREACH)));
  }

  private static CampaignCase misled(CampaignCase plan) {
    List<String> meters = Objects.requireNonNull(plan.building()).metered().stream().map(BuildingPlan.Metered::meter).toList();
    List<FaultPlan> faults = meters.stream()
        .map(meter -> new FaultPlan(FaultKind.METER_TRAP, List.of(meter), 0, plan.horizonS(), null, 0, "tenth-current")).toList();
    return new CampaignCase(
        plan.seed(), plan.profile(), plan.horizonS(), plan.zones(), plan.stations(), plan.cars(), plan.limits(), faults,
        plan.quirks(), plan.building(), plan.ceilings());
  }

  @Test
  void shardsTogetherAreTheWhole(@TempDir Path folder) throws IOException {
    Seeds seeds = Seeds.parse("1..6");
    CampaignResult whole = result(seeds, 1);
    for (int shard = 0; shard < 3; shard++) {
      result(seeds.shard(shard + "/3"), 2).write(folder.resolve("shard-" + shard));
    }
    List<CampaignResult> parts = List.of(
        CampaignResult.read(folder.resolve("shard-2")), CampaignResult.read(folder.resolve("shard-0")),
        CampaignResult.read(folder.resolve("shard-1")));
    CampaignResult merged = CampaignResult.merge(parts);
    assertEquals(whole, merged);
    assertTrue(merged.isWhole());
    assertFalse(CampaignResult.merge(parts.subList(0, 2)).isWhole());
    assertThrows(IllegalArgumentException.class, () -> CampaignResult.merge(List.of(parts.getFirst(), parts.getFirst())));
  }

  /** The file is the same from every process: {@link CampaignResult}. */
  @Test
  void probesStandInTheirOwnOrder() {
    CaseGenerator whole = new CaseGenerator(SwarmProfile.ALL, null);
    List<List<Probe>> probes = LongStream.rangeClosed(1, 4)
        .mapToObj(seed -> List.copyOf(CaseRun.run(whole.draw(seed)).probes().keySet())).toList();
    assertTrue(probes.stream().anyMatch(reached -> reached.size() > 4), () -> probes.toString());
    probes.forEach(reached -> assertEquals(reached.stream().sorted().toList(), reached));
  }

  @Test
  void seedsAreReadAsWritten() {
    assertEquals(List.of(5L, 6L, 7L), Seeds.parse("5..7").list());
    assertEquals(List.of(9L), Seeds.parse("9").list());
    assertEquals(List.of(6L, 8L), Seeds.parse("5..9").shard("1/2").list());
    assertThrows(IllegalArgumentException.class, () -> Seeds.parse("9..5"));
    assertThrows(IllegalArgumentException.class, () -> Seeds.parse("1..3").shard("2/2"));
  }
}
