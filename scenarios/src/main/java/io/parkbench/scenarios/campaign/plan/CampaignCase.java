package io.parkbench.scenarios.campaign.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.parkbench.kernel.Direction;
import io.parkbench.plant.quirk.Quirk;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case of a campaign, written out: everything that a run of it depends on, so that parts can be left out without changing
 * the draws of the others. Instants are seconds from the beginning of the run, which is always the same.
 *
 * @param seed what it was drawn from, and the root of the chances within its run
 * @param profile the swarm profile it was drawn by
 * @param horizonS how long things may go wrong; healing begins then
 * @param limits changes of a zone's maximum by the operator
 * @param building its meters and other loads; null for static zones alone
 * @param ceilings what lowers zones below their own limits; null for nothing
 */
public record CampaignCase(
    long seed,
    String profile,
    double horizonS,
    List<ZonePlan> zones,
    List<StationPlan> stations,
    List<CarPlan> cars,
    List<LimitPlan> limits,
    List<FaultPlan> faults,
    List<QuirkPlan> quirks,
    @Nullable BuildingPlan building,
    @Nullable CeilingPlan ceilings) {

  public CampaignCase {
    zones = List.copyOf(zones);
    stations = List.copyOf(stations);
    cars = List.copyOf(cars);
    limits = List.copyOf(limits);
    faults = List.copyOf(faults);
    quirks = List.copyOf(quirks);
  }

  /**
   * @param parent null for the root
   * @param maxA per supply phase, A
   * @param maxKw over all phases, or null
   */
  public record ZonePlan(String id, @Nullable String parent, List<Integer> maxA, @Nullable Integer maxKw) {
    public ZonePlan {
      maxA = List.copyOf(maxA);
    }
  }

  /**
   * @param wiring of connector 1; the next ones rotate on
   * @param maxA rating of each connector, A per phase; null for the model's
   * @param connectors how many; null for the model's
   */
  public record StationPlan(
      String id,
      String model,
      String zone,
      String wiring,
      boolean vip,
      @Nullable Integer maxA,
      @Nullable Integer connectors) {}

  /**
   * A car's stay.
   *
   * @param model of the catalogue
   * @param charge state of charge on arrival, 0 to 1
   */
  public record CarPlan(
      String id,
      String station,
      int connector,
      double atS,
      double untilS,
      String model,
      double charge,
      double wantedKwh,
      String card) {}

  /** The zone's maximum is so many percent of the configured one for a while. */
  public record LimitPlan(String zone, double atS, double forS, int percent) {}

  /**
   * @param on the stations that it hits together, or the meter
   * @param direction null for both
   * @param amount its size where it has one, see {@link FaultKind}; else 0
   * @param trap of a meter that misleads; else null
   */
  public record FaultPlan(
      FaultKind what, List<String> on, double atS, double forS, @Nullable Direction direction, double amount,
      @Nullable String trap) {
    public FaultPlan {
      on = List.copyOf(on);
    }

    /** One of stations and their links. */
    public FaultPlan(
        FaultKind what, List<String> on, double atS, double forS, @Nullable Direction direction, double amount) {
      this(what, on, atS, forS, direction, amount, null);
    }

    public boolean hits(String device) {
      return on.contains(device);
    }

    @JsonIgnore
    public boolean isOfMeter() {
      return on.getFirst().startsWith(BuildingPlan.METER);
    }

    /** What the gateway owes while it lasts. */
    @JsonIgnore
    public Severity severity() {
      return trap == null ? what.severity() : Traps.severity(trap);
    }

    /** How tables call it: a meter that misleads by what it does. */
    @JsonIgnore
    public String title() {
      return trap != null ? "meter " + trap : isOfMeter() ? "meter " + what.word() : what.word();
    }

    public FaultPlan with(List<String> others, double lasting) {
      return new FaultPlan(what, others, atS, lasting, direction, amount, trap);
    }
  }

  /** A device misbehaves from the beginning on; {@code on} is a station or a car. */
  public record QuirkPlan(String name, String on) {
    /** From the catalogue; an unknown name throws {@link IllegalArgumentException}. */
    public Quirk quirk() {
      return Quirk.named(name);
    }

    @JsonIgnore
    public Severity severity() {
      return switch (quirk().duty()) {
        case STRICT -> Severity.STRICT;
        case GATED -> Severity.GATED;
        case BOUNDED, DIAGNOSIS -> Severity.BOUNDED;
      };
    }
  }

  /** The station that a quirk is about: its own, or the one its car comes to. */
  public String stationOf(QuirkPlan quirk) {
    return cars.stream().filter(car -> car.id().equals(quirk.on())).map(CarPlan::station).findFirst().orElse(quirk.on());
  }

  /** The worst that is in it: what the gateway owes. */
  @JsonIgnore
  public Severity severity() {
    Stream<Severity> all = Stream.concat(
        faults.stream().map(FaultPlan::severity), quirks.stream().map(QuirkPlan::severity));
    return all.max(Comparator.naturalOrder()).orElse(Severity.CALM);
  }

  public CampaignCase with(BuildingPlan other) {
    return new CampaignCase(seed, profile, horizonS, zones, stations, cars, limits, faults, quirks, other, ceilings);
  }

  /** With other ceilings; none where nothing of them is left. */
  public CampaignCase with(CeilingPlan other) {
    return new CampaignCase(
        seed, profile, horizonS, zones, stations, cars, limits, faults, quirks, building, other.isEmpty() ? null : other);
  }

  /** Whether meters steer zones in it. */
  @JsonIgnore
  public boolean dynamic() {
    return building != null;
  }

  /** Whether tariffs, inputs or reductions may limit in it. */
  @JsonIgnore
  public boolean lowered() {
    return ceilings != null && !(ceilings.tariffs().isEmpty() && ceilings.inputs().isEmpty() && ceilings.requests().isEmpty());
  }

  /** Whether neither link nor station nor device fails; limits may change. */
  @JsonIgnore
  public boolean faultFree() {
    return faults.isEmpty() && quirks.isEmpty();
  }
}
