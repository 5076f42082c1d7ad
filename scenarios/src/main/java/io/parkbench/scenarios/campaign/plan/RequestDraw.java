package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.scenarios.campaign.plan.CampaignCase.LimitPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.ZonePlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.ContactPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.RequestKind;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.RequestPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.StormKind;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.StormPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws what a building's client asks of the REST API, what others ask who may not, and storms of requests. */
final class RequestDraw {
  private static final double PHASES_KW = 0.69;
  private static final int BODIES = 12;
  private static final List<StormKind> STORMS = List.of(StormKind.values());

  private final Chance chance;
  private final double horizonS;
  private final List<ZonePlan> zones;

  RequestDraw(Chance chance, double horizonS, List<ZonePlan> zones) {
    this.chance = chance;
    this.horizonS = horizonS;
    this.zones = zones;
  }

  List<RequestPlan> requests() {
    List<RequestPlan> requests = new ArrayList<>();
    long count = 2 + (long) (horizonS / 3_600 * 8 * chance.nextDouble());
    for (int i = 0; i < count; i++) {
      RequestPlan request = request(horizonS * 0.95 * chance.nextDouble());
      requests.add(request);
      boolean again = chance.happens(0.2);
      double later = 0.5 + 50 * chance.nextDouble();
      if (again) {
        requests.add(request(request.atS()).at(CarDraw.round(Math.min(request.atS() + later, horizonS * 0.96))));
      }
    }
    requests.sort(Comparator.comparingDouble(RequestPlan::atS));
    return requests;
  }

  private RequestPlan request(double at) {
    ZonePlan zone = zones.get((int) chance.between(0, zones.size() - 1));
    double kind = chance.nextDouble();
    RequestKind what = kind < 0.6 ? RequestKind.SET
        : kind < 0.75 ? RequestKind.LIFT : kind < 0.81 ? RequestKind.WRONG_LOGIN
            : kind < 0.87 ? RequestKind.NO_LOGIN : kind < 0.94 ? RequestKind.MALFORMED : RequestKind.STALE_TAG;
    int most = zone.maxA().stream().mapToInt(Integer::intValue).max().orElseThrow();
    double unit = chance.nextDouble();
    double size = chance.happens(0.1) ? 0 : 0.05 + 1.1 * chance.nextDouble();
    boolean endless = chance.happens(0.2);
    double valid = Math.round(5 * Math.pow(1_000, chance.nextDouble()));
    boolean absolute = chance.happens(0.4);
    int body = (int) chance.between(0, BODIES - 1);
    String in = unit < 0.4 ? "percentage" : unit < 0.75 ? "current" : "power";
    double value = switch (in) {
      case "percentage" -> Math.min(100, Math.round(1_000 * size) / 10.0);
      case "current" -> Math.round(10 * size * most) / 10.0;
      default -> Math.round(1_000 * size * most * PHASES_KW) / 1_000.0;
    };
    return new RequestPlan(
        what, CarDraw.round(at), zone.id(), in, what == RequestKind.MALFORMED ? body : value, endless ? 0 : valid, absolute);
  }

  /** Some just when a limit falls. */
  List<StormPlan> storms(List<LimitPlan> limits, List<ContactPlan> contacts) {
    List<Double> falls = new ArrayList<>(limits.stream().map(LimitPlan::atS).toList());
    contacts.forEach(contact -> falls.add(contact.atS()));
    List<StormPlan> storms = new ArrayList<>();
    long count = chance.between(1, 3);
    for (int i = 0; i < count; i++) {
      StormKind what = STORMS.get((int) chance.between(0, STORMS.size() - 1));
      double at = horizonS * 0.95 * chance.nextDouble();
      boolean atFall = chance.happens(0.5);
      int pick = (int) chance.between(0, 999);
      double lasts = 1 + 30 * chance.nextDouble();
      int size = (int) (10 + 110 * chance.nextDouble());
      if (atFall && !falls.isEmpty()) {
        at = Math.max(0, falls.get(pick % falls.size()) - lasts / 3);
      }
      storms.add(new StormPlan(what, CarDraw.round(at), CarDraw.round(lasts), size));
    }
    storms.sort(Comparator.comparingDouble(StormPlan::atS));
    return storms;
  }
}
