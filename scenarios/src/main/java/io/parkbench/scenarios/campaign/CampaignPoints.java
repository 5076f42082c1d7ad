package io.parkbench.scenarios.campaign;

import io.parkbench.reports.series.Field;
import io.parkbench.reports.series.PointStream;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import java.util.Comparator;
import java.util.List;

/** What a campaign came to, as points of a time series. Seeds have no time of their own: they follow the campaign a millisecond apart. */
public final class CampaignPoints {
  private static final long APART = 1_000;

  private CampaignPoints() {}

  /**
   * @param at the machine's time of the campaign, µs
   */
  public static void put(PointStream points, long at, CampaignResult result, CampaignSummary summary) {
    String policy = result.policy().word();
    points.put(Field.CAMPAIGN_SEEDS, at, summary.seeds(), result.profile(), policy);
    points.put(Field.CAMPAIGN_FAILED, at, summary.failing().size(), result.profile(), policy);
    summary.energy().forEach((name, energy) -> points.put(Field.CAMPAIGN_ENERGY, at, energy.share(), name));
    List<SeedVerdict> verdicts = result.verdicts().stream().sorted(Comparator.comparingLong(SeedVerdict::seed)).toList();
    for (int i = 0; i < verdicts.size(); i++) {
      seed(points, at + i * APART, verdicts.get(i));
    }
  }

  private static void seed(PointStream points, long at, SeedVerdict verdict) {
    String severity = verdict.severity().word();
    String passed = verdict.passed() ? "yes" : "no";
    points.put(Field.SEED_NUMBER, at, verdict.seed(), severity, passed);
    points.put(Field.SEED_DELIVERED, at, verdict.energy().delivered(), severity, passed);
    points.put(Field.SEED_PERFECT, at, verdict.energy().perfect(), severity, passed);
    points.put(Field.SEED_HEALED, at, verdict.healedAfterS(), severity, passed);
    points.put(Field.SEED_BREACHES, at, verdict.breaches().size(), severity, passed);
  }
}
