package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.grid.Grid;
import io.parkbench.scenarios.demo.twin.UnmanagedSite;
import io.parkbench.scenarios.demo.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bays at one instant, each an entry of the page's state. */
final class BayStates {
  private static final double FLOWS = 0.05;

  private final World world;
  private final Map<String, GatewayView.Session> sessions = new LinkedHashMap<>();
  private final Map<String, GatewayView.Station> stations = new LinkedHashMap<>();
  private final long now;

  BayStates(World world, GatewayView view) {
    this.world = world;
    this.now = view.now();
    view.sessions().forEach(session -> sessions.put(session.station() + "/" + session.connector(), session));
    view.stations().forEach(station -> stations.put(station.id(), station));
  }

  /** @param last what was told last, from which state of charge and energies are taken unless they are told {@code anew} */
  ObjectNode of(Bay bay, @Nullable ObjectNode last, boolean anew) {
    String station = bay.station().id();
    int connector = bay.connector().number();
    ChargePoint device = world.bench().plant().station(station);
    GatewayView.Station known = stations.get(station);
    GatewayView.@Nullable Session session = sessions.get(Bays.id(bay));
    Car car = world.bench().plant().car(bay.index());
    ObjectNode json = Nodes.object().put("id", Bays.id(bay));
    json.put("look", look(bay, device, known, session, car));
    json.put("presence", known == null ? "never_seen" : word(known.presence()));
    json.put("powered", device.isPowered());
    GatewayView.Connector heard = known == null ? null : known.connectors().get(connector - 1);
    json.put("status", heard == null ? null : heard.status());
    json.put("proved", heard != null && heard.proved());
    car(json, bay, car);
    session(json, session);
    Grid grid = world.bench().plant().grid();
    json.put("offeredA", Nodes.tenth(device.offeredAmps(connector)));
    json.set("drawA", Nodes.phases(phase -> grid.drawn(bay.index(), phase)));
    json.put("kw", Nodes.tenth(kilowatts(grid, bay)));
    ArrayNode quirks = json.putArray("quirks");
    device.quirks().forEach(quirk -> quirks.add(quirk.word()));
    ArrayNode faults = json.putArray("faults");
    world.breakages().on(station).forEach(faults::add);
    twin(json, bay);
    if (last != null && !anew) {
      keepSlow(json, last);
    }
    return json;
  }

  /** State of charge and energies creep all the time; people see it if they are told now and then. */
  private static void keepSlow(ObjectNode json, ObjectNode last) {
    keep(json, last, "car", "soc", "gotKwh");
    keep(json, last, "session", "kwh");
    keep(json, last, "twin", "soc", "gotKwh");
  }

  private static void keep(ObjectNode json, ObjectNode last, String part, String... fields) {
    boolean same = part.equals("twin")
        || (part.equals("car") ? json.path(part).path("leavesAt").equals(last.path(part).path("leavesAt"))
            : json.path(part).path("tx").equals(last.path(part).path("tx")));
    if (same && json.get(part) instanceof ObjectNode now && last.get(part) instanceof ObjectNode before) {
      for (String field : fields) {
        if (now.hasNonNull(field) && before.hasNonNull(field)) {
          now.set(field, before.get(field));
        }
      }
    }
  }

  private double kilowatts(Grid grid, Bay bay) {
    double amps = grid.drawn(bay.index(), 1) + grid.drawn(bay.index(), 2) + grid.drawn(bay.index(), 3);
    return amps * grid.model().volts() / 1_000;
  }

  private static String word(Presence presence) {
    return presence.name().toLowerCase(Locale.ROOT);
  }

  private String look(
      Bay bay, ChargePoint device, GatewayView.@Nullable Station known, GatewayView.@Nullable Session session,
      @Nullable Car car) {
    int connector = bay.connector().number();
    if (!device.isPowered()) {
      return "dark";
    }
    if (known != null && known.presence() == Presence.LOST) {
      return "lost";
    }
    if (device.status(connector).wire().equals("Faulted")) {
      return "fault";
    }
    if (car == null) {
      return "free";
    }
    if (!car.wantsEnergy()) {
      return "done";
    }
    if (session == null || session.reason().rule() == Reason.Rule.WAITING) {
      return "waiting";
    }
    if (session.setpointDa() == 0) {
      return "suspended";
    }
    if (device.amps(connector) < FLOWS) {
      return "waiting";
    }
    return session.reason().rule() == Reason.Rule.FULL ? "charging" : "reduced";
  }

  private void car(ObjectNode json, Bay bay, @Nullable Car car) {
    if (car == null) {
      json.putNull("car");
      return;
    }
    Arrival arrival = world.bench().plant().carPark().at(bay.index());
    ObjectNode node = json.putObject("car").put("model", car.model().name());
    node.put("soc", Math.round(car.stateOfCharge(now) * 200) / 200.0);
    node.put("wantsKwh", Nodes.tenth(car.wantedWh() / 1_000)).put("gotKwh", Nodes.tenth(car.energyWh(now) / 1_000));
    node.put("leavesAt", arrival == null ? null : Nodes.instant(arrival.departure()));
    node.put("wantsEnergy", car.wantsEnergy());
    ArrayNode quirks = node.putArray("quirks");
    car.quirks().forEach(quirk -> quirks.add(quirk.word()));
  }

  private static void session(ObjectNode json, GatewayView.@Nullable Session session) {
    if (session == null) {
      for (String field : List.of("session", "setpointA", "confirmedA", "leasedA", "why", "held")) {
        json.putNull(field);
      }
      return;
    }
    json.putObject("session").put("tx", session.transactionId()).put("idTag", session.idTag())
        .put("startedAt", Nodes.millis(session.startedAt())).put("kwh", Nodes.tenth(session.energyWh() / 1_000.0))
        .put("vip", session.vip());
    json.put("setpointA", Nodes.amps(session.setpointDa())).put("confirmedA", Nodes.amps(session.confirmedDa()))
        .put("leasedA", Nodes.amps(session.heldDa()));
    why(json, session.reason());
    held(json, session.held());
  }

  static void why(ObjectNode json, Reason reason) {
    json.putObject("why").put("rule", reason.rule().word()).put("zone", reason.zone()).put("phase", reason.phase())
        .put("text", reason.text());
  }

  static void held(ObjectNode json, GatewayView.@Nullable Held held) {
    if (held == null) {
      json.putNull("held");
    } else {
      json.putObject("held").put("reason", held.reason().name().toLowerCase(Locale.ROOT)).put("by", held.by())
          .put("until", Nodes.instant(held.until())).put("text", held.text());
    }
  }

  private void twin(ObjectNode json, Bay bay) {
    UnmanagedSite twin = world.twin();
    Car car = twin.car(bay.index());
    ObjectNode node = json.putObject("twin");
    node.set("drawA", Nodes.phases(phase -> twin.grid().drawn(bay.index(), phase)));
    node.put("kw", Nodes.tenth(kilowatts(twin.grid(), bay)));
    node.put("soc", car == null ? null : Double.valueOf(Math.round(car.stateOfCharge(now) * 200) / 200.0));
    node.put("gotKwh", car == null ? null : Double.valueOf(Nodes.tenth(car.energyWh(now) / 1_000)));
    node.put("dark", twin.isDark(bay.index()));
  }
}
