package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.plant.breaker.Breakers;
import io.parkbench.plant.breaker.Trip;
import io.parkbench.plant.grid.Grid;
import io.parkbench.scenarios.demo.twin.Overloads;
import io.parkbench.scenarios.demo.world.Timeline;
import io.parkbench.scenarios.demo.world.World;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The zones at one instant, each an entry of the page's state. */
final class ZoneStates {
  private static final double HOUR = 3_600;

  private final World world;
  private final long now;

  ZoneStates(World world, long now) {
    this.world = world;
    this.now = now;
  }

  ObjectNode of(GatewayView.Zone zone) {
    int index = world.bench().plant().model().zoneIndex(zone.id());
    ObjectNode json = Nodes.object().put("id", zone.id());
    json.set("limitA", Nodes.amps(zone.limits().limitDa()));
    json.put("limitKw", kilowatts(zone.limits().limitW()));
    json.set("effectiveA", Nodes.amps(zone.effectiveDa()));
    json.put("by", zone.limits().by()).put("name", zone.limits().name());
    ArrayNode sources = json.putArray("sources");
    zone.limits().sources().forEach(source -> sources.add(source.word()));
    json.put("changesAt", Nodes.instant(zone.changesAt()));
    json.set("maxA", Nodes.amps(zone.maxDa()));
    json.set("leasedA", Nodes.amps(zone.leasedDa()));
    currents(json, world.bench().plant().grid(), index);
    json.set("breaker", breaker(world.bench().plant().protection().breakers(), index, zone.id()));
    reduction(json, zone.reduction());
    overload(json, world.overloads(Timeline.World.MANAGED), index);
    ObjectNode twin = json.putObject("twin");
    currents(twin, world.twin().grid(), index);
    twin.set("breaker", breaker(world.twin().breakers(), index, zone.id()));
    overload(twin, world.overloads(Timeline.World.UNMANAGED), index);
    return json;
  }

  private static @Nullable Double kilowatts(@Nullable Integer watts) {
    return watts == null ? null : Double.valueOf(watts / 1_000.0);
  }

  private static void currents(ObjectNode json, Grid grid, int zone) {
    json.set("carsA", Nodes.phases(phase -> grid.amps(zone, phase)));
    json.set("othersA", Nodes.phases(phase -> grid.otherAmps(zone, phase)));
    json.put("kw", Nodes.tenth(grid.kw(zone)));
  }

  private @Nullable ObjectNode breaker(Breakers breakers, int zone, String id) {
    if (breakers.device(zone) == null) {
      return null;
    }
    double seconds = breakers.secondsToTrip(zone);
    boolean open = breakers.isOpen(zone);
    boolean overload = !open && seconds < Double.POSITIVE_INFINITY;
    List<Trip> trips = breakers.trips().stream().filter(trip -> trip.zone().equals(id)).toList();
    return Nodes.object().put("state", open ? "open" : overload ? "overload" : "closed")
        .put("heat", Nodes.hundredth(breakers.heat(zone)))
        // of hours nobody wants to know the seconds
        .put("tripsInS", overload ? Double.valueOf(seconds > HOUR ? HOUR * Math.ceil(seconds / HOUR) : Math.ceil(seconds)) : null)
        .put("trippedAt", trips.isEmpty() ? null : Long.valueOf(Nodes.millis(trips.getLast().at())));
  }

  private static void reduction(ObjectNode json, GatewayView.@Nullable Reduction reduction) {
    if (reduction == null) {
      json.putNull("reduction");
    } else {
      json.putObject("reduction").put("kind", reduction.kind().name().toLowerCase(Locale.ROOT)).put("value", reduction.value())
          .put("until", Nodes.instant(reduction.until())).put("by", reduction.by()).put("limitA", Nodes.amps(reduction.limitDa()));
    }
  }

  private void overload(ObjectNode json, Overloads overloads, int zone) {
    Overloads.Account account = overloads.of(now, zone);
    json.put("over", account.lasts());
    json.putObject("overload").put("carsAs", Math.round(account.carsAs())).put("buildingAs", Math.round(account.buildingAs()));
  }
}
