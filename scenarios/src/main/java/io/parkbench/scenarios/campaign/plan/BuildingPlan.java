package io.parkbench.scenarios.campaign.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a case has besides cars: zones that meters steer, and the building's loads in them (R-DYN-1, R-PLANT-1).
 *
 * @param leaseS length of a lease under a dynamic zone, s
 * @param shareDegraded whether lost stations share a dynamic zone's degraded setpoint, instead of having 0 A (R-DEG-9)
 * @param metered the dynamic zones, parents first
 */
public record BuildingPlan(int leaseS, boolean shareDegraded, List<Metered> metered, List<Load> loads) {
  public BuildingPlan {
    metered = List.copyOf(metered);
    loads = List.copyOf(loads);
  }

  /**
   * A dynamic zone and its meter, which is called {@code meter-} and the zone's id.
   *
   * @param degradedA its limit while the meter is lost
   * @param peakA what all other loads at and below it draw at most, per supply phase
   * @param model of the site file, or {@link #SIGNED}
   * @param accuracyClass percent
   * @param refreshS how long its registers may lag, s
   * @param pollS how often it is read, s
   * @param breakerA rating of the breaker that feeds it, of curve C as far as there are such, or moulded; null for none
   */
  public record Metered(
      String zone, int degradedA, List<Integer> peakA, String model, double accuracyClass, double refreshS, double pollS,
      @Nullable Integer breakerA) {
    /** A custom model that shows each phase's power, so that export can be told from consumption. */
    public static final String SIGNED = "Signed";

    public Metered {
      peakA = List.copyOf(peakA);
    }

    public String meter() {
      return METER + zone;
    }
  }

  /** What the ids of meters begin with. */
  static final String METER = "meter-";

  /** What a load does; which of its numbers count is said there. */
  public enum Kind {
    /** Always {@code a}. */
    CONSTANT,
    /** {@code points}. */
    STEPS,
    /** {@code a} at speed for {@code forS}, every {@code everyS} or so. */
    MOTOR,
    /** {@code a} on average, by {@code deviationA} more or less, drawn anew every {@code everyS}. */
    NOISE,
    /** Feeds in {@code points}; a production meter is on it. */
    PRODUCTION;

    /** How files call it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One load; its name is its kind.
   *
   * @param a per supply phase
   * @param inrush times {@code a}, of motors
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Load(
      String zone, Kind kind, List<Double> a, List<Point> points, double everyS, double forS, double deviationA, double inrush) {
    public Load {
      a = a == null ? List.of() : List.copyOf(a);
      points = points == null ? List.of() : List.copyOf(points);
    }

    public Load with(List<Point> others) {
      return new Load(zone, kind, a, others, everyS, forS, deviationA, inrush);
    }

    static Load constant(String zone, List<Double> a) {
      return new Load(zone, Kind.CONSTANT, a, List.of(), 0, 0, 0, 0);
    }

    static Load ofPoints(String zone, Kind kind, List<Point> points) {
      return new Load(zone, kind, List.of(), points, 0, 0, 0, 0);
    }
  }

  /** From an instant on these currents, per supply phase. */
  public record Point(int atS, List<Double> a) {
    public Point {
      a = List.copyOf(a);
    }
  }

  public BuildingPlan with(List<Metered> otherMetered, List<Load> otherLoads) {
    return new BuildingPlan(leaseS, shareDegraded, otherMetered, otherLoads);
  }

  /** The dynamic zone that a meter of that id steers; null for another device. */
  public @Nullable String zoneOf(String meter) {
    return metered.stream().filter(zone -> zone.meter().equals(meter)).map(Metered::zone).findFirst().orElse(null);
  }
}
