package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a case from a seed. Site, building, cars, faults and quirks have streams of chance of their own, so that the same seed has the same
 * site and cars under every profile.
 */
public final class CaseGenerator {
  private static final int SHORTEST_MIN = 60;
  private static final int LONGEST_MIN = 240;

  private final SwarmProfile profile;
  private final @Nullable Duration horizon;

  /**
   * @param horizon how long things may go wrong; null: drawn, one to four hours
   */
  public CaseGenerator(SwarmProfile profile, @Nullable Duration horizon) {
    this.profile = profile;
    this.horizon = horizon;
  }

  /** The case of {@code number}, the same at every call and on every machine. */
  public CampaignCase draw(long number) {
    Seed seed = new Seed(number);
    Chance frame = seed.fork("campaign/frame");
    Severity severity = profile.severity(frame.nextDouble());
    long drawn = 60 * frame.between(SHORTEST_MIN, LONGEST_MIN);
    double horizonS = horizon == null ? drawn : horizon.toSeconds();
    SiteDraw site = new SiteDraw(seed.fork("campaign/site"));
    List<CampaignCase.CarPlan> cars = new CarDraw(seed.fork("campaign/cars"), horizonS).cars(site.stations());
    BuildingDraw building = new BuildingDraw(seed.fork("campaign/building"), horizonS, site);
    TroubleDraw trouble = new TroubleDraw(seed, severity, horizonS, site, cars, building.plan());
    CeilingPlan ceilings = CeilingDraw.draw(
        seed, horizonS, building.zones(), trouble.limits(), trouble.faults(), building.plan() != null);
    return new CampaignCase(
        number, profile.word(), horizonS, building.zones(), site.stations(), cars, trouble.limits(), trouble.faults(),
        trouble.quirks(), building.plan(), ceilings);
  }
}
