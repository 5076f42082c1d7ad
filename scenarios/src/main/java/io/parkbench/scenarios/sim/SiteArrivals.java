package io.parkbench.scenarios.sim;

import io.parkbench.gateway.site.Arrivals;
import io.parkbench.gateway.site.Card;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.arrivals.ArrivalFileException;
import io.parkbench.plant.arrivals.ArrivalFiles;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.arrivals.ArrivalProfile;
import io.parkbench.plant.arrivals.ProfileArrivals;
import io.parkbench.plant.arrivals.RecordedArrivals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to a site that lives by itself, and from when on it is looked at.
 *
 * @param start the instant of beginning, µs
 * @param plan the cars
 */
public record SiteArrivals(long start, ArrivalPlan plan) {
  /**
   * What {@code wanted} says: a file of arrivals, or the name of a profile; null: what the site file says.
   *
   * @param start when the site begins, µs, unless a file of arrivals tells another
   * @throws IllegalArgumentException when there is neither such a file nor such a profile
   */
  public static SiteArrivals of(Site site, @Nullable String wanted, Seed seed, long start) throws ArrivalFileException {
    if (wanted != null && Files.isRegularFile(Path.of(wanted))) {
      RecordedArrivals recorded = ArrivalFiles.read(Path.of(wanted), site.timeZone(), start);
      return new SiteArrivals(recorded.start(), recorded.plan());
    }
    if (wanted != null) {
      return new SiteArrivals(start, profile(site, profileOrFile(wanted), seed, start));
    }
    Arrivals own = site.arrivals();
    if (own == null) {
      return new SiteArrivals(start, ArrivalPlan.nobody());
    }
    ArrivalProfile profile = ArrivalProfile.named(own.profile().text());
    int bays = bays(site);
    if (own.carsPerBay() != null) {
      profile = profile.withCarsPerBay(own.carsPerBay());
    } else if (own.carsPerDay() != null) {
      profile = profile.withCarsPerBay(own.carsPerDay() / bays);
    }
    return new SiteArrivals(start, profile(site, profile, seed, start));
  }

  private static ArrivalProfile profileOrFile(String wanted) {
    if (!ArrivalProfile.names().contains(wanted)) {
      throw new IllegalArgumentException(
          "no file and no arrival profile is called '" + wanted + "'; profiles: " + String.join(", ", ArrivalProfile.names()));
    }
    return ArrivalProfile.named(wanted);
  }

  private static ArrivalPlan profile(Site site, ArrivalProfile profile, Seed seed, long start) {
    List<String> cards = site.cards().stream().filter(Card::authorised).map(Card::idTag).toList();
    return new ProfileArrivals(profile, bays(site), site.timeZone(), start, seed, cards);
  }

  private static int bays(Site site) {
    return site.stations().stream().mapToInt(station -> station.connectors().size()).sum();
  }
}
