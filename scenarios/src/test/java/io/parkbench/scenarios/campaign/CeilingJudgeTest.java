package io.parkbench.scenarios.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.rigs.BenchPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CaseGenerator;
import io.parkbench.scenarios.campaign.plan.CaseSite;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.InputPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.RequestKind;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.RequestPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.TariffPlan;
import io.parkbench.scenarios.campaign.plan.SwarmProfile;
import io.parkbench.scenarios.campaign.run.CaseRun;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Kind;
import io.parkbench.scenarios.campaign.shrink.Shrink;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A gateway that has other tariffs, inputs or rules than the case says is found out: what judges limits asks nothing of it (R-TOU-1, R-DI-1, R-BEMS-1). */
class CeilingJudgeTest {
  private static final CaseGenerator CALM = new CaseGenerator(SwarmProfile.CALM, Duration.ofMinutes(45));

  private static List<CampaignCase> cases(Predicate<CeilingPlan> which) {
    return LongStream.rangeClosed(1, 60).mapToObj(CALM::draw)
        .filter(plan -> plan.lowered() && which.test(Objects.requireNonNull(plan.ceilings()))).limit(4).toList();
  }

  /** The plant and the judge live by the case, the gateway by another. */
  private static SeedVerdict misled(CampaignCase plan, UnaryOperator<CeilingPlan> told) {
    CampaignCase other = plan.with(told.apply(Objects.requireNonNull(plan.ceilings())));
    return CaseRun.run(plan, bench -> new BenchPlan(
        CaseSite.of(other), bench.rig(), bench.seed(), bench.start(), bench.arrivals(), bench.recording(), bench.watch(),
        bench.latency(), bench.repeat(), bench.leases()));
  }

  private static void isFoundOut(List<CampaignCase> plans, UnaryOperator<CeilingPlan> told) {
    assertFalse(plans.isEmpty());
    plans.forEach(plan -> assertEquals(List.of(), CaseRun.run(plan).failures(), "seed " + plan.seed()));
    assertTrue(plans.stream().anyMatch(plan -> misled(plan, told).fails(Kind.LIMITS)));
  }

  @Test
  void tariffsThatLeaveOneMorePercent() {
    isFoundOut(cases(plan -> !plan.tariffs().isEmpty()), plan -> plan.with(
        plan.tariffs().stream().map(tariff -> new TariffPlan(
            tariff.name(), tariff.enabled(), Math.min(100, tariff.percent() + 1), tariff.days(), tariff.slots(), tariff.offIn()))
            .toList(),
        plan.inputs(), plan.contacts()));
  }

  @Test
  void tariffsByAnotherClock() {
    isFoundOut(cases(plan -> !plan.tariffs().isEmpty() && !plan.timeZone().equals("UTC")), plan -> new CeilingPlan(
        "UTC", plan.start(), plan.touOffWithInputs(), plan.reductionsCut(), plan.minimumPeriodS(), plan.tariffs(), plan.inputs(),
        plan.contacts(), plan.requests(), plan.storms()));
  }

  @Test
  void inputsThatLeaveOneMorePercent() {
    isFoundOut(cases(plan -> !plan.contacts().isEmpty()), plan -> plan.with(
        plan.tariffs(),
        plan.inputs().stream().map(input -> new InputPlan(
            input.number(), input.enabled(), Math.min(100, input.percent() + 1), input.hard(), input.pollMs(), input.activeLow(),
            input.debounceMs(), input.holdMs(), input.lostAfterMs(), input.lost())).toList(),
        plan.contacts()));
  }

  @Test
  void reductionsReadTheOtherWay() {
    isFoundOut(cases(plan -> !plan.requests().isEmpty()), plan -> new CeilingPlan(
        plan.timeZone(), plan.start(), plan.touOffWithInputs(), !plan.reductionsCut(), plan.minimumPeriodS(), plan.tariffs(),
        plan.inputs(), plan.contacts(), plan.requests(), plan.storms()));
  }

  /** Of two updates the first counts (R-BEMS-3): a gateway that takes both fails by its API. */
  @Test
  void updatesTakenTooSoon() {
    CampaignCase plan = cases(drawn -> true).getFirst();
    String root = plan.zones().getFirst().id();
    List<RequestPlan> twice = List.of(
        new RequestPlan(RequestKind.SET, 10, root, "percentage", 80, 0, false),
        new RequestPlan(RequestKind.SET, 15, root, "percentage", 70, 0, false));
    CampaignCase asked = plan.with(every(60, Objects.requireNonNull(plan.ceilings()).asking(twice, List.of())));
    assertEquals(List.of(), CaseRun.run(asked).failures());
    assertTrue(misled(asked, told -> every(0, told)).fails(Kind.API));
  }

  private static CeilingPlan every(int seconds, CeilingPlan plan) {
    return new CeilingPlan(
        plan.timeZone(), plan.start(), plan.touOffWithInputs(), plan.reductionsCut(), seconds, plan.tariffs(), plan.inputs(),
        plan.contacts(), plan.requests(), plan.storms());
  }

  /** R-LEASE-6: what a gateway without tariffs lets cars draw is above the soft limit, at stations that can be reached. */
  @Test
  void currentAboveATariff() {
    List<CampaignCase> plans = cases(plan -> !plan.tariffs().isEmpty());
    UnaryOperator<CeilingPlan> none = plan -> plan.with(
        plan.tariffs().stream().map(tariff -> new TariffPlan(
            tariff.name(), false, tariff.percent(), tariff.days(), tariff.slots(), tariff.offIn())).toList(),
        plan.inputs(), plan.contacts());
    List<CampaignCase> found = plans.stream().filter(plan -> misled(plan, none).fails(Kind.SOFT_LIMIT)).toList();
    assertFalse(found.isEmpty());
    CampaignCase small = Shrink.shrink(
        found.getFirst(), plan -> plan.ceilings() != null && misled(plan, none).fails(Kind.SOFT_LIMIT), 60, (runs, best) -> {});
    assertEquals(1, Objects.requireNonNull(small.ceilings()).tariffs().size(), () -> small.toString());
  }
}
