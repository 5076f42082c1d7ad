package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.scenarios.campaign.plan.CampaignCase.CarPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.StationPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws who comes: some bays stay empty, some see one car after another, some cars stay beyond the end. */
final class CarDraw {
  private static final List<String> MODELS = List.of(
      "compact-11kw", "compact-11kw", "city-7kw", "sedan-22kw", "fourteen-amp", "hybrid-3.7kw", "two-phase-7.4kw");
  /** Long enough for every phase of healing. */
  private static final double BEYOND_S = 12 * 3_600;

  private final Chance chance;
  private final double horizonS;
  private final List<CarPlan> cars = new ArrayList<>();

  CarDraw(Chance chance, double horizonS) {
    this.chance = chance;
    this.horizonS = horizonS;
  }

  /** The cars of all bays in the order of their coming. */
  List<CarPlan> cars(List<StationPlan> stations) {
    double busy = 0.5 + 0.5 * chance.nextDouble();
    for (StationPlan station : stations) {
      for (int connector = 1; connector <= bays(station); connector++) {
        bay(station, connector, busy);
      }
    }
    if (cars.isEmpty()) {
      bay(stations.getFirst(), 1, 1);
    }
    cars.sort(Comparator.comparingDouble(CarPlan::atS).thenComparing(CarPlan::id));
    return cars;
  }

  /** Sockets that exclude each other count as one. */
  private static int bays(StationPlan station) {
    if (station.connectors() != null) {
      return station.connectors();
    }
    return station.model().equals("parking") || station.model().equals("city") ? 2 : 1;
  }

  private void bay(StationPlan station, int connector, double busy) {
    if (!chance.happens(busy)) {
      return;
    }
    double at = horizonS * 0.7 * chance.nextDouble() * chance.nextDouble();
    while (at < horizonS * 0.9) {
      boolean stays = chance.happens(0.4);
      double stay = 600 + horizonS * chance.nextDouble();
      double until = stays ? horizonS + BEYOND_S : at + stay;
      add(station, connector, at, until);
      at = until + (chance.happens(0.3) ? 5 + 25 * chance.nextDouble() : 3_600 * chance.nextDouble());
    }
  }

  private void add(StationPlan station, int connector, double at, double until) {
    String model = MODELS.get((int) chance.between(0, MODELS.size() - 1));
    double charge = 0.1 + 0.6 * chance.nextDouble();
    double wanted = chance.happens(0.25) ? 1 + 4 * chance.nextDouble() : 5 + 45 * chance.nextDouble();
    boolean vip = chance.happens(0.1);
    String id = station.id() + "-" + connector + "-" + Math.round(at);
    String card = (vip ? CaseSite.VIP_CARD : "TAG-") + station.id() + connector;
    cars.add(new CarPlan(
        id, station.id(), connector, round(at), round(until), model, Math.round(charge * 100) / 100.0,
        Math.round(wanted * 10) / 10.0, card));
  }

  /** To the millisecond, as files show it. */
  static double round(double seconds) {
    return Math.round(seconds * 1_000) / 1_000.0;
  }
}
