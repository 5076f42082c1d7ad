package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.breaker.Trip;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.world.Plant;
import io.parkbench.scenarios.demo.twin.Shortfall;
import io.parkbench.scenarios.demo.world.Timeline;
import io.parkbench.scenarios.demo.world.World;
import java.util.List;

/** What it all comes to, in both worlds. */
final class Totals {
  private static final int REASONS = 8;
  private static final int TRIPS = 40;
  private static final double FLOWS = 0.05;

  private Totals() {}

  static ObjectNode of(World world) {
    Plant plant = world.bench().plant();
    PlantModel model = plant.model();
    ObjectNode json = Nodes.object();
    json.put("cars", plant.carPark().occupied()).put("charging", charging(plant.grid(), model));
    json.put("kw", Math.round(kilowatts(plant.grid(), model)));
    account(json, world.shortfall(Timeline.World.MANAGED));
    json.put("turnedAway", plant.carPark().turnedAway()).put("breaches", plant.checker().broken());
    json.set("trips", trips(world, plant.protection().breakers().trips()));
    json.put("blamedTrips", plant.protection().blamed().size());
    ObjectNode twin = json.putObject("twin");
    twin.put("kw", Math.round(kilowatts(world.twin().grid(), model))).put("charging", charging(world.twin().grid(), model));
    account(twin, world.shortfall(Timeline.World.UNMANAGED));
    int dark = 0;
    for (PlantModel.Bay bay : model.bays()) {
      dark += world.twin().isDark(bay.index()) ? 1 : 0;
    }
    twin.put("dark", dark);
    twin.set("trips", trips(world, world.twin().breakers().trips()));
    return json;
  }

  private static void account(ObjectNode json, Shortfall shortfall) {
    Shortfall.Account account = shortfall.account();
    json.put("deliveredKwh", Nodes.tenth(account.deliveredKwh())).put("feasibleKwh", Nodes.tenth(account.feasibleKwh()));
    ArrayNode missing = json.putArray("notDelivered");
    account.missing().entrySet().stream().limit(REASONS).filter(each -> Nodes.tenth(each.getValue()) > 0)
        .forEach(each -> missing.addObject().put("reason", each.getKey().text()).put("kind", each.getKey().kind())
            .put("kwh", Nodes.tenth(each.getValue())));
  }

  private static ArrayNode trips(World world, List<Trip> trips) {
    ArrayNode json = Nodes.array();
    for (Trip trip : trips.subList(Math.max(0, trips.size() - TRIPS), trips.size())) {
      json.addObject().put("zone", trip.zone()).put("device", trip.device()).put("phase", trip.phase())
          .put("a", Nodes.tenth(trip.amps())).put("at", Nodes.millis(trip.at())).put("since", Nodes.millis(trip.since()))
          .put("owner", world.owner(trip.zone()));
    }
    return json;
  }

  private static int charging(Grid grid, PlantModel model) {
    int count = 0;
    for (PlantModel.Bay bay : model.bays()) {
      count += grid.drawn(bay.index(), 1) + grid.drawn(bay.index(), 2) + grid.drawn(bay.index(), 3) > FLOWS ? 1 : 0;
    }
    return count;
  }

  private static double kilowatts(Grid grid, PlantModel model) {
    double sum = 0;
    for (int zone = 0; zone < model.zones().size(); zone++) {
      sum += model.zones().get(zone).parent() == null ? grid.kw(zone) : 0;
    }
    return sum;
  }
}
