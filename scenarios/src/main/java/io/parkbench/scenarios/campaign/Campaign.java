package io.parkbench.scenarios.campaign;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.run.CaseRun;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import io.parkbench.scenarios.jobs.Jobs;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/** Runs many cases side by side. */
public final class Campaign {
  private Campaign() {}

  /**
   * The verdicts in the order of the seeds.
   *
   * @param draw the case of a seed
   * @param jobs how many run at once, 1 or more
   * @param policy what counts for a station that is lost: only leases are safe
   * @param progress hears how many are done, and the latest
   */
  public static List<SeedVerdict> run(
      List<Long> seeds, LongFunction<CampaignCase> draw, LeasePolicy policy, int jobs, BiConsumer<Integer, SeedVerdict> progress) {
    List<SeedVerdict> verdicts = Jobs.run(
        seeds, seed -> CaseRun.run(draw.apply(seed), bench -> bench.leases(policy)), jobs, progress);
    verdicts.sort(Comparator.comparingLong(SeedVerdict::seed));
    return verdicts;
  }
}
