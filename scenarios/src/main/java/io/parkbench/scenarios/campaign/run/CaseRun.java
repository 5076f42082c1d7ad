package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.arrivals.Visit;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.grid.Breach;
import io.parkbench.plant.grid.BreachBound;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.CarPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.QuirkPlan;
import io.parkbench.scenarios.campaign.plan.CaseSite;
import io.parkbench.scenarios.campaign.plan.FaultKind;
import io.parkbench.scenarios.campaign.plan.Severity;
import io.parkbench.scenarios.campaign.run.SeedVerdict.BreachNote;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Energy;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Failure;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Kind;
import io.parkbench.scenarios.campaign.run.SeedVerdict.Size;
import io.parkbench.scenarios.campaign.twin.Counterfactual;
import io.parkbench.scenarios.campaign.twin.Lowering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One case from beginning to verdict (R-BENCH-6). Safety first: faults as drawn, the checker of R-LEASE-5 after each event. Then
 * healing: everything works again, and within a bound everybody has its share or a true reason. Whatever throws fails the seed.
 */
public final class CaseRun {
  private static final double ROUND = 1_000;

  private final CampaignCase plan;
  private final Site site;
  private final BenchPlan benchPlan;
  private final List<Failure> failures = new ArrayList<>();

  private CaseRun(CampaignCase plan, UnaryOperator<BenchPlan> with) {
    this.plan = plan;
    this.site = CaseSite.of(plan);
    BenchPlan usual = BenchPlan.of(site).seed(plan.seed()).repeatedBy(command(plan.seed(), plan.seed(), plan.profile()));
    Instant begins = plan.ceilings() == null ? null : plan.ceilings().begins();
    this.benchPlan = with.apply(begins == null ? usual : usual.startingAt(Micros.of(begins)));
  }

  /** Runs the case in memory, on the calling thread. */
  public static SeedVerdict run(CampaignCase plan) {
    return run(plan, bench -> bench);
  }

  /** The same on a bench that differs from the usual one, e.g. with a recording. */
  public static SeedVerdict run(CampaignCase plan, UnaryOperator<BenchPlan> with) {
    return new CaseRun(plan, with).run();
  }

  /** The command that runs the cases of these seeds. */
  public static String command(long from, long to, String profile) {
    return "parkbench campaign --seeds " + from + ".." + to + " --profile " + profile;
  }

  private SeedVerdict run() {
    LineTap tap = new LineTap();
    Zones zones = new Zones(site);
    try (Bench bench = Bench.open(benchPlan.arrivals(arrivals()).watchedBy(tap))) {
      return run(bench, tap, zones);
    }
  }

  private SeedVerdict run(Bench bench, LineTap tap, Zones zones) {
    long start = bench.time().now();
    long horizon = start + Math.round(plan.horizonS() * Micros.SECOND);
    Probes probes = new Probes(bench, zones, plan.building());
    Drivers drivers = new Drivers(bench, plan);
    tap.add(probes);
    tap.add(drivers);
    Coverage[] coverage = new Coverage[1];
    FaultPlayer faults = new FaultPlayer(bench, plan, fault -> {
      coverage[0].begins(fault);
      probes.begins(bench.time().now(), fault);
      if (fault.what() == FaultKind.REBOOT || fault.what() == FaultKind.POWER_LOSS) {
        fault.on().forEach(probes::rebooted);
      }
    });
    coverage[0] = new Coverage(bench, zones, faults, plan.building());
    for (QuirkPlan quirk : plan.quirks()) {
      if (quirk.quirk().kind() == Quirk.Kind.CHARGER) {
        bench.plant().station(quirk.on()).quirk(quirk.quirk(), true);
      }
    }
    Excuses excuses = new Excuses(plan);
    Alarms alarms = new Alarms();
    bench.gateway().onNotice(alarms::hear);
    Allowances allowances = new Allowances(bench, plan, zones, faults, excuses);
    Ceilings ceilings = plan.ceilings() == null ? null : new Ceilings(bench, plan, plan.ceilings(), zones, faults, probes::reach);
    SoftLimits softLimits = new SoftLimits(bench, faults, ceilings == null ? null : ceilings.expected(), excuses::covers,
        zone -> surprises(zones, zone),
        Bench.bound(site).total().plusSeconds(10));
    double delivered = 0;
    double healedAfter = -1;
    try {
      bench.time().runUntil(horizon);
      delivered = bench.plant().carPark().visits().stream().mapToDouble(Visit::deliveredWh).sum() / 1_000;
      faults.healAll();
      if (ceilings != null) {
        ceilings.releaseAll();
      }
      List<String> complaints = new Healing(bench, new Truth(site, bench.plant(), zones, excuses, alarms), excuses,
          plan.building() == null ? null : new SteeredZones(bench, plan, plan.building(), zones, excuses), ceilings).heal();
      complaints.forEach(text -> failures.add(new Failure(Kind.HEALING, text)));
      healedAfter = complaints.isEmpty() ? (bench.time().now() - horizon) / (double) Micros.SECOND : -1;
    } catch (RuntimeException | AssertionError e) {
      failures.add(new Failure(Kind.ERROR, at(bench, start) + ": " + described(e)));
    }
    bench.plant().protection().blamed().forEach(trip -> failures.add(new Failure(Kind.TRIP, String.format(
        Locale.ROOT, "the breaker of %s (%s) tripped %.0f s after the start, at %.1f A on L%d", trip.zone(), trip.device(),
        seconds(trip.at() - start), trip.amps(), trip.phase()))));
    softLimits.broken().forEach(text -> failures.add(new Failure(Kind.SOFT_LIMIT, text)));
    if (ceilings != null) {
      ceilings.wrongLimits().forEach(text -> failures.add(new Failure(Kind.LIMITS, text)));
      ceilings.wrongAnswers().stream().limit(5).forEach(text -> failures.add(new Failure(Kind.API, text)));
    }
    List<BreachNote> breaches = breaches(bench, allowances, start);
    return new SeedVerdict(
        plan.seed(), plan.profile(), plan.severity(), plan.faultFree(), plan.dynamic(), plan.lowered(), size(),
        List.copyOf(failures), breaches,
        energy(bench, delivered, start, ceilings == null ? List.of() : ceilings.expected().history()), healedAfter,
        Healing.bound(site.settings()).toSeconds(),
        (bench.time().now() - start) / (double) Micros.SECOND, bench.time().events(), bench.plant().checker().checked(),
        probes.reached(), coverage[0].met(), bench.recording().hash());
  }

  /** Whether a device below the zone has a quirk whose first occurrence cannot be prevented. */
  private boolean surprises(Zones zones, String zone) {
    return plan.quirks().stream()
        .anyMatch(quirk -> quirk.severity() == Severity.BOUNDED && zones.isUnder(plan.stationOf(quirk), zone));
  }

  private Size size() {
    return new Size(
        plan.zones().size(), plan.stations().size(), plan.cars().size(), plan.limits().size(), plan.faults().size(),
        plan.quirks().size());
  }

  private List<BreachNote> breaches(Bench bench, Allowances allowances, long start) {
    List<BreachNote> notes = new ArrayList<>();
    for (Breach breach : bench.plant().checker().breaches()) {
      List<String> allowed = allowances.of(breach);
      long until = breach.lasts() ? bench.time().now() : breach.until();
      BreachNote note = new BreachNote(
          breach.zone(), breach.phase(), seconds(breach.since() - start), seconds(until - breach.since()), round(breach.peak()),
          round(breach.limit()), round(breach.excessSeconds()), allowed);
      notes.add(note);
      if (allowed.isEmpty()) {
        failures.add(new Failure(Kind.BREACH, String.format(
            Locale.ROOT, "%s %s: %.1f above %.1f for %.0f s from %.0f s on, %.0f %s", note.zone(), note.row(), note.peak(),
            note.limit(), note.lastsS(), note.sinceS(), note.excessSeconds(), note.unit())));
      }
    }
    return notes;
  }

  private Energy energy(Bench bench, double delivered, long start, List<Lowering> lowerings) {
    BreachBound bound = Bench.bound(site);
    Counterfactual.Outcome perfect = Counterfactual.allKnowing(plan, site, bench.plant().model(), arrivals(), start, bound,
        lowerings);
    Counterfactual.Outcome unmanaged = Counterfactual.unmanaged(plan, site, bench.plant().model(), arrivals(), start, bound);
    return new Energy(round(delivered), round(perfect.kwh()), round(unmanaged.kwh()), round(unmanaged.overloadAs()));
  }

  private ArrivalPlan arrivals() {
    return ArrivalPlan.of(plan.cars().stream().map(this::arrival).toList());
  }

  private Arrival arrival(CarPlan car) {
    long start = benchPlan.start();
    return new Arrival(
        car.id(), start + Math.round(car.atS() * Micros.SECOND), car.station(), car.connector(),
        start + Math.round(car.untilS() * Micros.SECOND), car.wantedKwh() * 1_000, CarModel.named(car.model()), car.charge(),
        car.card());
  }

  private static String at(Bench bench, long start) {
    return String.format(Locale.ROOT, "at %.3f s", seconds(bench.time().now() - start));
  }

  /** The error and the place in our code that it comes from. */
  private static String described(Throwable e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("io.parkbench")) {
        return e + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
      }
    }
    return e.toString();
  }

  private static double seconds(long micros) {
    return micros / (double) Micros.SECOND;
  }

  private static double round(double value) {
    return Math.round(value * ROUND) / ROUND;
  }
}
