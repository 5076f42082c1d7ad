package io.parkbench.plant.load;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A photovoltaic plant under a clear sky: the sun's height by Cooper's declination (Solar Energy 12, 1969), the irradiance by
 * Haurwitz (Journal of Meteorology 2, 1945: 1098 W/m² · sin h · e^(−0.059 / sin h)), the plant lying flat and at its peak with
 * 1000 W/m². Noon is at 12 o'clock of the zone's standard time. Followed in steps of five minutes while the sun is up.
 *
 * @param peak what it feeds in at its peak, given as a positive current
 * @param latitude degrees north, −66 to 66: where the sun rises every day
 * @param zone whose standard time is the solar time
 */
public record ClearSky(LoadAmps peak, double latitude, ZoneId zone) implements Load {
  private static final long STEP = 5 * Micros.MINUTE;
  private static final double HAURWITZ = 1.098;
  private static final double EXTINCTION = 0.059;

  public ClearSky {
    if (!(Math.abs(latitude) <= 66)) {
      throw new IllegalArgumentException("a latitude is −66 to 66 degrees, not " + latitude);
    }
  }

  @Override
  public Course begin(long start, Chance chance) {
    return new Course() {
      private long next = start;
      private LoadAmps amps = LoadAmps.ZERO;

      @Override
      public void advance(long now) {
        if (now >= next) {
          double share = share(now);
          amps = share == 0 ? LoadAmps.ZERO : peak.times(-share);
          next = share == 0 ? sunrise(now) : now - Math.floorMod(now, STEP) + STEP;
        }
      }

      @Override
      public LoadAmps amps() {
        return amps;
      }

      @Override
      public long nextChangeAt() {
        return next;
      }
    };
  }

  /** The share of the peak, 0 to 1, in the middle of the step in which {@code now} lies. */
  double share(long now) {
    double height = sineOfHeight(now - Math.floorMod(now, STEP) + STEP / 2);
    return height <= 0 ? 0 : Math.min(1, HAURWITZ * height * StrictMath.exp(-EXTINCTION / height));
  }

  private double sineOfHeight(long now) {
    long solar = solar(now);
    double declination = declination(Math.floorDiv(solar, Micros.DAY));
    double hourAngle = (Math.floorMod(solar, Micros.DAY) / (double) Micros.DAY - 0.5) * 2 * Math.PI;
    double north = Math.toRadians(latitude);
    return StrictMath.sin(north) * StrictMath.sin(declination)
        + StrictMath.cos(north) * StrictMath.cos(declination) * StrictMath.cos(hourAngle);
  }

  /** The first step of light after {@code now}. */
  private long sunrise(long now) {
    long step = now - Math.floorMod(now, STEP) + STEP;
    while (share(step) == 0) {
      step += STEP;
    }
    return step;
  }

  /** Local standard time as µs since 1970. */
  private long solar(long now) {
    ZoneOffset standard = zone.getRules().getStandardOffset(Instant.EPOCH.plusSeconds(Math.floorDiv(now, Micros.SECOND)));
    return now + standard.getTotalSeconds() * Micros.SECOND;
  }

  /** Of the sun on a day since 1970, rad. */
  private static double declination(long day) {
    double dayOfYear = day % 365.25 + 1;
    return Math.toRadians(23.45) * StrictMath.sin(2 * Math.PI * (284 + dayOfYear) / 365);
  }
}
