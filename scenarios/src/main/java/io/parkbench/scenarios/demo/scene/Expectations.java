package io.parkbench.scenarios.demo.scene;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.world.Plant;
import io.parkbench.scenarios.demo.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares what a scene promises with what is, by plant and gateway.
 *
 * <pre>
 * expect:
 *   breaches: 0                    # limits broken for longer than the bound, in the managed world
 *   managed_trips: 0
 *   unmanaged_trips_at_least: 1
 *   charging_at_least: 20          # cars that draw, in the managed world
 *   lost_at_least: 12              # stations that the gateway has lost
 *   lost_at_most: 0
 *   limited_by: {main: tariff}     # what binds a zone
 *   trusted: {incomer: false}      # a meter
 *   tariff: Evening peak           # a period in force
 *   reduced: main                  # a zone with a reduction in force
 *   building_active: false         # whether the building's system is heard
 * </pre>
 */
public final class Expectations {
  private Expectations() {}

  /** What is not as expected, in sentences; empty where all is. */
  public static List<String> missed(JsonNode expect, World world) {
    GatewayView view = world.bench().gateway().view();
    List<String> missed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : expect.properties()) {
      JsonNode wanted = each.getValue();
      switch (each.getKey()) {
        case "breaches" -> same(missed, "breaches", wanted.asLong(), world.bench().plant().checker().broken());
        case "managed_trips" -> same(
            missed, "trips of the managed site", wanted.asLong(), world.bench().plant().protection().breakers().trips().size());
        case "unmanaged_trips_at_least" -> least(
            missed, "trips of the unmanaged site", wanted.asLong(), world.twin().breakers().trips().size());
        case "charging_at_least" -> least(missed, "cars that charge", wanted.asLong(), charging(world.bench().plant()));
        case "lost_at_least" -> least(missed, "lost stations", wanted.asLong(), lost(view));
        case "lost_at_most" -> least(missed, "stations within reach", view.stations().size() - wanted.asLong(),
            view.stations().size() - lost(view));
        case "limited_by" -> wanted.properties().forEach(
            zone -> same(missed, zone.getKey() + " is limited by", zone.getValue().asText(),
                view.zone(zone.getKey()).limits().by()));
        case "trusted" -> wanted.properties().forEach(
            meter -> same(
                missed, meter.getKey() + " is trusted", meter.getValue().asBoolean(), view.meter(meter.getKey()).trusted()));
        case "tariff" -> same(missed, wanted.asText() + " is in force", true,
            view.tariffs().stream().anyMatch(tariff -> tariff.name().equals(wanted.asText())));
        case "reduced" -> same(
            missed, wanted.asText() + " is reduced", true, view.zone(wanted.asText()).reduction() != null);
        case "building_active" -> same(missed, "the building is heard", wanted.asBoolean(), view.remote().active());
        default -> throw new IllegalArgumentException("a scene cannot expect '" + each.getKey() + "'");
      }
    }
    return missed;
  }

  private static void same(List<String> missed, String what, Object wanted, Object is) {
    if (!wanted.toString().equals(is.toString())) {
      missed.add(what + ": " + is + ", not " + wanted);
    }
  }

  private static void least(List<String> missed, String what, long wanted, long is) {
    if (is < wanted) {
      missed.add(what + ": " + is + ", not at least " + wanted);
    }
  }

  private static long lost(GatewayView view) {
    return view.stations().stream().filter(station -> station.presence() != Presence.CONNECTED).count();
  }

  private static int charging(Plant plant) {
    int count = 0;
    for (Bay bay : plant.model().bays()) {
      count += plant.station(bay.station().id()).amps(bay.connector().number()) > 0 ? 1 : 0;
    }
    return count;
  }
}
