package io.parkbench.gateway.site;

import org.jspecify.annotations.Nullable;

/**
 * How cars come to the simulated site when nobody gives a list (R-EV-2); the gateway itself does not look at it.
 *
 * @param carsPerDay over the whole site; null when given per bay
 * @param carsPerBay per connector and day; null when given for the site; both null leave it to the profile
 */
public record Arrivals(Profile profile, @Nullable Double carsPerDay, @Nullable Double carsPerBay) {

  /** Who comes, when, for how long. */
  public enum Profile {
    RESIDENTIAL("residential"),
    WORKPLACE("workplace"),
    MALL("mall"),
    STORE("store"),
    DEPOT("depot");

    private final String text;

    Profile(String text) {
      this.text = text;
    }

    /** The name as written in a site file. */
    public String text() {
      return text;
    }
  }
}
