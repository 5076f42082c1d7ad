package io.parkbench.scenarios.campaign.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parkbench.scenarios.campaign.plan.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one seed came to. It holds nothing that depends on the machine, so that the verdicts of shards can be compared and joined.
 *
 * @param faultFree whether neither link nor station nor device failed
 * @param dynamic whether meters steered zones
 * @param lowered whether tariffs, inputs or reductions may have limited
 * @param failures what fails the seed; empty: passed
 * @param breaches true currents above a hard limit for longer than the bound, with those that a declared bounded quirk explains
 * @param healedAfterS from the end of the last fault until every car had its share or a true reason, s; −1 for never
 * @param healBoundS how long that may take, s
 * @param checks how often a zone and phase was judged
 * @param probes rare states, how often they were reached
 * @param coverage {@code fault|state|source} and how often that was met
 * @param hash of the recording
 */
public record SeedVerdict(
    long seed,
    String profile,
    Severity severity,
    boolean faultFree,
    boolean dynamic,
    boolean lowered,
    Size size,
    List<Failure> failures,
    List<BreachNote> breaches,
    Energy energy,
    double healedAfterS,
    double healBoundS,
    double simulatedS,
    long events,
    long checks,
    Map<Probe, Integer> probes,
    Map<String, Integer> coverage,
    String hash) {

  /** Of the case. */
  public record Size(int zones, int stations, int cars, int limits, int faults, int quirks) {}

  /** Why a seed fails, the worst first. */
  public enum Kind {
    /** A breaker tripped that would not have without the cars. */
    TRIP,
    /** A hard limit was broken for longer than the bound. */
    BREACH,
    /** A limit set by operator, tariff, input or building was not kept by the stations that could be reached. */
    SOFT_LIMIT,
    /** The gateway's limits are not what tariffs, contacts and the API's answers come to. */
    LIMITS,
    /** The API failed, or let somebody do what they may not. */
    API,
    /** After the faults not everybody had its share or a true reason in time. */
    HEALING,
    /** Something threw. */
    ERROR;

    /** How files call it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One reason why a seed fails. */
  public record Failure(Kind kind, String text) {}

  /**
   * A breach as the report lists it.
   *
   * @param phase 1 to 3; 0 for the power limit
   * @param limit A, or kW for phase 0; likewise {@code peak}
   * @param excessSeconds ampere-seconds (kW·s) above the limit
   * @param allowedBy the quirks that explain it within what their class allows; empty: it counts against the gateway
   */
  public record BreachNote(
      String zone, int phase, double sinceS, double lastsS, double peak, double limit, double excessSeconds,
      List<String> allowedBy) {
    /** The phase, or the power, that was above its limit. */
    public String row() {
      return phase == 0 ? "power" : "L" + phase;
    }

    /** Of {@code excessSeconds}. */
    public String unit() {
      return phase == 0 ? "kWs" : "As";
    }
  }

  /**
   * Energy until healing began, kWh, and the overload that load management prevented.
   *
   * @param delivered by the gateway under test
   * @param perfect by an allocator that knows every true draw without delay
   * @param unmanaged had every connector given its rating
   * @param overloadAs ampere-seconds above hard limits without load management
   */
  public record Energy(double delivered, double perfect, double unmanaged, double overloadAs) {}

  @JsonIgnore
  public boolean passed() {
    return failures.isEmpty();
  }

  /** The worst way in which it fails; one that passed has none and throws. */
  public Kind worst() {
    return failures.stream().map(Failure::kind).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Whether it fails in this way. */
  public boolean fails(Kind kind) {
    return failures.stream().anyMatch(failure -> failure.kind() == kind);
  }
}
