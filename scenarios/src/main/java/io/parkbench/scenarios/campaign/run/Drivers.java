package io.parkbench.scenarios.campaign.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.CarPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.QuirkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The drivers and their cars: those whose cards were not accepted, or whose transactions a station has lost: they come back and try again. */
final class Drivers implements LineTap.Listener {
  private static final long EVERY = 2 * Micros.MINUTE;

  private final Bench bench;
  private final Map<String, CarPlan> cars;
  private final Map<String, List<Quirk>> quirks = new TreeMap<>();
  private final Map<String, String> parked = new TreeMap<>();

  /** Knows who is parked where from the recording's lines. */
  Drivers(Bench bench, CampaignCase plan) {
    this.bench = bench;
    this.cars = plan.cars().stream().collect(Collectors.toMap(CarPlan::id, car -> car));
    for (QuirkPlan quirk : plan.quirks()) {
      if (quirk.quirk().kind() == Quirk.Kind.CAR) {
        quirks.computeIfAbsent(quirk.on(), key -> new ArrayList<>()).add(quirk.quirk());
      }
    }
    bench.time().after(EVERY, this::look);
  }

  @Override
  public void line(long instant, String kind, JsonNode fields) {
    if (!kind.equals("session")) {
      return;
    }
    String bay = bay(fields.path("station").asText(), fields.path("connector").asInt());
    switch (fields.path("e").asText()) {
      case "plugged" -> {
        String id = fields.path("id").asText("");
        if (!id.isEmpty()) {
          parked.put(bay, id);
          oddities(id, fields.path("station").asText(), fields.path("connector").asInt());
        }
      }
      case "unplugged" -> parked.remove(bay);
      default -> {}
    }
  }

  /** A car brings its quirks along. */
  private void oddities(String id, String station, int connector) {
    int bay = bench.plant().model().bay(station, connector).orElseThrow();
    Car car = bench.plant().car(bay);
    if (car != null) {
      quirks.getOrDefault(id, List.of()).forEach(quirk -> car.quirk(bench.time().now(), quirk, true));
    }
  }

  private void look() {
    for (Bay bay : bench.plant().model().bays()) {
      Car car = bench.plant().car(bay.index());
      ChargePoint station = bench.plant().station(bay.station().id());
      int connector = bay.connector().number();
      CarPlan plan = cars.get(parked.getOrDefault(bay(station.identity(), connector), ""));
      if (car != null && plan != null && car.wantsEnergy() && station.isPowered() && !station.isCharging(connector)) {
        station.swipe(connector, plan.card());
      }
    }
    bench.time().after(EVERY, this::look);
  }

  private static String bay(String station, int connector) {
    return station + "/" + connector;
  }
}
