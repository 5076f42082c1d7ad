package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.scenarios.demo.world.Past;
import io.parkbench.scenarios.demo.world.World;

/** What {@code GET /past} tells: the zones as they were. */
public final class PastSheet {
  private PastSheet() {}

  /** @param number of the world */
  public static ObjectNode of(World world, int number) {
    ObjectNode json = Nodes.object().put("world", number);
    ArrayNode moments = json.putArray("moments");
    for (Past.Moment moment : world.past().moments()) {
      ArrayNode zones = moments.addObject().put("t", Nodes.millis(moment.at())).putArray("zones");
      moment.zones().forEach(zone -> zones.add(zone(zone)));
    }
    return json;
  }

  private static ObjectNode zone(Past.Zone zone) {
    ObjectNode json = Nodes.object().put("id", zone.id());
    json.set("effectiveA", Nodes.amps(zone.effective()));
    json.set("leasedA", Nodes.amps(zone.leased()));
    json.set("carsA", amps(zone.cars()));
    json.set("othersA", amps(zone.others()));
    ObjectNode twin = json.putObject("twin");
    twin.set("carsA", amps(zone.twinCars()));
    twin.set("othersA", amps(zone.twinOthers()));
    return json;
  }

  private static ArrayNode amps(PhaseAmps amps) {
    return Nodes.phases(amps::on);
  }

  private static ArrayNode amps(Past.Others amps) {
    return Nodes.array().add(Nodes.tenth(amps.l1())).add(Nodes.tenth(amps.l2())).add(Nodes.tenth(amps.l3()));
  }
}
