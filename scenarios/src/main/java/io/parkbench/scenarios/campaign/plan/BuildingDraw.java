package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.scenarios.campaign.plan.BuildingPlan.Kind;
import io.parkbench.scenarios.campaign.plan.BuildingPlan.Load;
import io.parkbench.scenarios.campaign.plan.BuildingPlan.Metered;
import io.parkbench.scenarios.campaign.plan.BuildingPlan.Point;
import io.parkbench.scenarios.campaign.plan.CampaignCase.ZonePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws for half of the cases which zones meters steer, and the building's loads there. Such a zone's maximum is what it would be for cars
 * alone and what the building mostly takes; a few buildings are too large for that.
 */
final class BuildingDraw {
  private static final double PHASE_KW = 0.23;
  /** What a DC station keeps for good when it is lost, A, its standby included: it has to fit beside the building's peak. */
  private static final int DC_KEEPS_A = 48;
  private static final List<String> MODELS = List.of(
      "PM5320", "iEM3x5x", "PowerTag", "NSX", "NSX-legacy", "MTZ", Metered.SIGNED, Metered.SIGNED);
  private static final List<Double> REFRESHES_S = List.of(0.2, 0.5, 1.0, 1.0, 1.0, 2.0, 5.0, 10.0);
  private static final List<Double> POLLS_S = List.of(0.5, 0.5, 0.5, 0.5, 1.0, 2.0);
  private static final List<Double> CLASSES = List.of(0.2, 0.5, 1.0, 1.0);
  /** Loads do not jump more often than that. */
  private static final int STEP_S = 60;
  private static final double LAST = 0.95;

  private final Chance chance;
  private final double horizonS;
  private final SiteDraw site;
  private final Map<String, Integer> more = new LinkedHashMap<>();
  private final List<Load> loads = new ArrayList<>();
  private List<ZonePlan> zones;
  private @Nullable BuildingPlan plan;

  BuildingDraw(Chance chance, double horizonS, SiteDraw site) {
    this.chance = chance;
    this.horizonS = horizonS;
    this.site = site;
    zones = site.zones();
    if (chance.happens(0.5)) {
      draw();
    }
  }

  /** Null for a case of static zones alone. */
  @Nullable
  BuildingPlan plan() {
    return plan;
  }

  /** As the site has them, dynamic ones larger. */
  List<ZonePlan> zones() {
    return zones;
  }

  private void draw() {
    int lease = 30 + 10 * (int) chance.between(0, 3);
    boolean share = chance.happens(0.3);
    List<String> steered = new ArrayList<>();
    for (ZonePlan zone : zones) {
      if (chance.happens(zone.parent() == null ? 0.55 : 0.35)) {
        steered.add(zone.id());
      }
    }
    if (steered.isEmpty()) {
      steered.add(zones.get((int) chance.between(0, zones.size() - 1)).id());
    }
    steered.forEach(this::drawLoads);
    zones = enlarged(steered::contains);
    List<Metered> metered = steered.stream().map(this::meter).toList();
    plan = new BuildingPlan(lease, share, metered, loads);
  }

  private void drawLoads(String id) {
    int forCars = zone(id).maxA().stream().mapToInt(Integer::intValue).max().orElseThrow();
    double size = Math.max(6, forCars * (0.15 + 0.85 * chance.nextDouble() * chance.nextDouble()));
    boolean tooLarge = chance.happens(0.12);
    if (tooLarge) {
      size = forCars * (1.05 + 0.3 * chance.nextDouble());
    }
    double typical = 0.5 * size;
    loads.add(Load.constant(id, phases(0.5 * size, 0.2)));
    if (chance.happens(0.75)) {
      loads.add(Load.ofPoints(id, Kind.STEPS, steps(size)));
      typical += 0.25 * size;
    }
    if (chance.happens(0.4)) {
      double runs = 5 + 40 * chance.nextDouble();
      double every = 2.5 * runs + 60 + 900 * chance.nextDouble();
      List<Double> amps = phases(Math.min(15, 0.15 * size), 0);
      loads.add(new Load(id, Kind.MOTOR, amps, List.of(), (int) every, (int) runs, 0, 3 + (int) chance.between(0, 3)));
    }
    if (chance.happens(0.5)) {
      double deviation = tenths(Math.min(0.3 + 1.7 * chance.nextDouble(), 0.05 * size));
      loads.add(new Load(
          id, Kind.NOISE, phases(3 * deviation, 0), List.of(), 10 + (int) chance.between(0, 50), 0, Math.max(0.1, deviation), 0));
      typical += 3 * deviation;
    }
    if (chance.happens(0.25)) {
      double peak = size * (0.3 + 1.2 * chance.nextDouble());
      loads.add(Load.ofPoints(id, Kind.PRODUCTION, clouds(peak)));
    }
    double dc = site.stations().stream()
        .filter(station -> station.model().equals("dc-24") && isUnder(station.zone(), id)).count() * (double) DC_KEEPS_A;
    double room = tooLarge ? 0 : typical;
    more.put(id, (int) Math.ceil(Math.max(room, dc == 0 ? 0 : dc + peak(id) - forCars)));
  }

  private List<Point> steps(double size) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, phases(0, 0)));
    double rate = 1 + 7 * chance.nextDouble();
    double wild = chance.happens(0.4) ? 1.2 : 0.5;
    int at = STEP_S;
    while (true) {
      at += STEP_S + (int) (2 * 3_600 / rate * chance.nextDouble() * chance.nextDouble());
      if (at >= horizonS * LAST) {
        break;
      }
      boolean onePhase = chance.happens(0.2);
      int which = (int) chance.between(0, 2);
      List<Double> amps = phases(chance.happens(0.25) ? 0 : size * wild * chance.nextDouble(), 0.1);
      points.add(new Point(
          at, onePhase ? IntStream.range(0, 3).mapToObj(phase -> phase == which ? amps.get(phase) : 0.0).toList() : amps));
    }
    return points;
  }

  /** What comes down from the roof: clouds come and go, every five minutes at most. */
  private List<Point> clouds(double peak) {
    List<Point> points = new ArrayList<>();
    int at = 0;
    while (at < horizonS * LAST) {
      points.add(new Point(at, phases(peak * chance.nextDouble(), 0)));
      at += 5 * STEP_S + (int) (1_200 * chance.nextDouble());
    }
    return points;
  }

  /** About so much on each phase; the same on all for no spread. */
  private List<Double> phases(double amps, double spread) {
    return IntStream.range(0, 3).mapToObj(phase -> tenths(amps * (1 - spread * chance.nextDouble()))).toList();
  }

  private static double tenths(double amps) {
    return Math.round(amps * 10) / 10.0;
  }

  /** Each dynamic zone by what it takes besides cars, with all below; the static ones above so that they hold them. */
  private List<ZonePlan> enlarged(Predicate<String> steered) {
    Map<String, ZonePlan> by = new LinkedHashMap<>();
    for (ZonePlan zone : zones) {
      int extra = steered.test(zone.id())
          ? more.entrySet().stream().filter(entry -> isUnder(entry.getKey(), zone.id())).mapToInt(Map.Entry::getValue).sum()
          : 0;
      List<Integer> amps = zone.maxA().stream().map(max -> max + extra).toList();
      Integer kw = zone.maxKw() == null ? null : Integer.valueOf(zone.maxKw() + (int) Math.ceil(3 * extra * PHASE_KW));
      by.put(zone.id(), new ZonePlan(zone.id(), zone.parent(), amps, kw));
    }
    List<ZonePlan> fitting = new ArrayList<>(by.values());
    for (int i = fitting.size() - 1; i >= 0; i--) {
      ZonePlan zone = fitting.get(i);
      for (int above = 0; above < i; above++) {
        ZonePlan parent = fitting.get(above);
        if (parent.id().equals(zone.parent())) {
          List<Integer> amps = IntStream.range(0, 3).mapToObj(phase -> Math.max(parent.maxA().get(phase), zone.maxA().get(phase)))
              .toList();
          fitting.set(above, new ZonePlan(parent.id(), parent.parent(), amps, parent.maxKw()));
        }
      }
    }
    return fitting;
  }

  private Metered meter(String id) {
    List<Integer> max = zone(id).maxA();
    List<Integer> peaks = IntStream.range(0, 3).mapToObj(phase -> (int) Math.ceil(peak(id, phase))).toList();
    int left = IntStream.range(0, 3).map(phase -> max.get(phase) - peaks.get(phase)).min().orElseThrow();
    int most = max.stream().mapToInt(Integer::intValue).max().orElseThrow();
    int highest = peaks.stream().mapToInt(Integer::intValue).max().orElseThrow();
    int degraded = chance.happens(0.5) ? 0 : (int) chance.between(0, Math.max(0, left));
    boolean breaker = chance.happens(0.6);
    int rating = (int) Math.ceil(Math.max(most, highest) * (1 + 0.25 * chance.nextDouble()));
    String model = MODELS.get((int) chance.between(0, MODELS.size() - 1));
    return new Metered(
        id, degraded, peaks, model, CLASSES.get((int) chance.between(0, CLASSES.size() - 1)),
        REFRESHES_S.get((int) chance.between(0, REFRESHES_S.size() - 1)), POLLS_S.get((int) chance.between(0, POLLS_S.size() - 1)),
        breaker ? rating : null);
  }

  private double peak(String id) {
    return Math.max(peak(id, 0), Math.max(peak(id, 1), peak(id, 2)));
  }

  /** The most that all loads at and below a zone draw on a phase, inrush aside. */
  private double peak(String id, int phase) {
    return loads.stream().filter(load -> isUnder(load.zone(), id)).mapToDouble(load -> switch (load.kind()) {
      case CONSTANT, MOTOR -> load.a().get(phase);
      case NOISE -> load.a().get(phase) + 3 * load.deviationA();
      case STEPS -> load.points().stream().mapToDouble(point -> point.a().get(phase)).max().orElse(0);
      case PRODUCTION -> 0;
    }).sum();
  }

  private ZonePlan zone(String id) {
    return zones.stream().filter(zone -> zone.id().equals(id)).findFirst().orElseThrow();
  }

  private boolean isUnder(String id, String above) {
    for (String at = id; at != null; at = zone(at).parent()) {
      if (at.equals(above)) {
        return true;
      }
    }
    return false;
  }
}
