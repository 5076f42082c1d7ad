package io.parkbench.scenarios.campaign.run;

import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.TariffPlan;
import java.util.List;
import java.util.function.Consumer;

/** All about tariffs, inputs, reductions and the API in a run: what happens to them, what must come of it, and what was wrong. */
final class Ceilings {
  /** A tariff that goes on changing the limits may put healing off so often. */
  private static final int CHANGES_MOST = 4;

  private final Bench bench;
  private final ContactPlayer contacts;
  private final Caller caller;
  private final BuildingClient client;
  private final ExpectedLimits expected;
  private final LimitJudge judge;
  private List<TariffPlan> before = List.of();
  private int changes;

  Ceilings(
      Bench bench, CampaignCase plan, CeilingPlan ceilings, Zones zones, FaultPlayer faults, Consumer<Probe> reached) {
    this.bench = bench;
    contacts = new ContactPlayer(bench, ceilings);
    caller = new Caller(bench);
    client = new BuildingClient(bench, caller, ceilings);
    ApiStorm storms = new ApiStorm(bench, caller, plan, ceilings);
    expected = new ExpectedLimits(bench, ceilings, faults, contacts, client);
    judge = new LimitJudge(bench, expected, client);
    new CeilingProbes(bench, ceilings, zones, expected, contacts, client, storms, reached).start();
  }

  ExpectedLimits expected() {
    return expected;
  }

  /** Contacts are as when nothing limits, and reductions are lifted; only the tariffs go on. */
  void releaseAll() {
    contacts.healAll();
    client.liftAll();
    before = expected.tariffs().at(bench.time().now());
  }

  /** Whether no reduction stands any more. */
  boolean isDone() {
    return client.isDone();
  }

  /** Whether, since it was asked last, the tariffs have changed what there is to share; after a few times no more. */
  boolean changed() {
    List<TariffPlan> now = expected.tariffs().at(bench.time().now());
    boolean other = !now.equals(before);
    before = now;
    return other && changes++ < CHANGES_MOST;
  }

  /** What was wrong with the gateway's limits, one sentence each. */
  List<String> wrongLimits() {
    return judge.wrong();
  }

  /** What was wrong with the API's answers. */
  List<String> wrongAnswers() {
    return caller.complaints();
  }
}
