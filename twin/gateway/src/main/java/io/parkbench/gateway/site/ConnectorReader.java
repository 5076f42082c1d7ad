package io.parkbench.gateway.site;

import io.parkbench.gateway.site.StationModel.Outlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a station's connectors: the model's sockets, with what the entry says otherwise (R-SITE-5, R-ALLOC-3). */
final class ConnectorReader {
  private static final int MOST_CONNECTORS = 10;

  /** No socket a standard or the guide names goes lower than this for domestic plugs, whatever the station (R-ALLOC-3). */
  private static final int TE_FLOOR_DA = 100;

  private final Block station;
  private final StationModel model;
  private final FloorStandard floors;
  private final double nominalVoltage;

  ConnectorReader(Block station, StationModel model, FloorStandard floors, double nominalVoltage) {
    this.station = station;
    this.model = model;
    this.floors = floors;
    this.nominalVoltage = nominalVoltage;
  }

  /** The connectors, from 1; null where something was wrong, which has been told. */
  @Nullable
  List<Connector> read(WiringReader wirings) {
    Map<Integer, Block> own = ownEntries();
    if (own == null) {
      return null;
    }
    int count = model.generic() ? Math.max(1, own.size()) : model.outlets().size();
    List<Wiring> wired = wirings.station(station, count);
    if (wired == null) {
      return null;
    }
    List<Connector> connectors = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Outlet outlet = model.outlets().get(model.generic() ? 0 : number - 1);
      Connector connector = connector(number, outlet, own.get(number), wired.get(number - 1));
      if (connector != null) {
        connectors.add(connector);
      }
    }
    return connectors.size() == count ? connectors : null;
  }

  private @Nullable Map<Integer, Block> ownEntries() {
    Map<Integer, Block> own = new TreeMap<>();
    Value list = station.at("connectors");
    if (list == null) {
      return own;
    }
    boolean good = true;
    int most = model.generic() ? MOST_CONNECTORS : model.outlets().size();
    int next = 1;
    for (Value item : list.items()) {
      Block block = item.block(Keys.CONNECTOR);
      Integer number = block == null ? null : block.get("number", next, v -> v.integer(1, MOST_CONNECTORS));
      if (block == null || number == null) {
        good = false;
        continue;
      }
      next = number + 1;
      if (number > most) {
        block.place("number").error("there is no connector " + number + ": " + model.title() + " has " + most);
        good = false;
      } else if (own.putIfAbsent(number, block) != null) {
        block.place("number").error("connector " + number + " is described twice; number them 1, 2, …");
        good = false;
      }
    }
    if (good && model.generic() && !own.isEmpty() && ((TreeMap<Integer, Block>) own).lastKey() > own.size()) {
      list.error("its connectors are not numbered 1 to " + own.size() + " without gaps; number them so");
      good = false;
    }
    return good ? own : null;
  }

  private @Nullable Connector connector(int number, Outlet outlet, @Nullable Block own, Wiring stationWiring) {
    Socket socket = own == null ? null : own.get("socket", v -> v.oneOf(Socket.values(), Socket::text));
    if (own != null && own.at("socket") != null && socket == null) {
      return null;
    }
    if (own != null && socket != null && socket != outlet.socket() && (!model.generic() || socket.dc() != model.dc())) {
      own.place("socket").error(model.title() + " has " + outlet.socket().text() + " at connector " + number
          + "; remove the socket, or choose another model");
      return null;
    }
    Socket plug = socket == null ? outlet.socket() : socket;
    boolean ownWiring = own != null && own.at("wiring") != null;
    Wiring wiring = own != null && ownWiring ? WiringReader.connector(own) : stationWiring;
    if (wiring == null) {
      return null;
    }
    Integer priority = priority(own);
    int fixedFloor = outlet.fixedFloorDa() > 0 ? outlet.fixedFloorDa() : domestic(plug) ? TE_FLOOR_DA : 0;
    int floor = fixedFloor > 0 ? fixedFloor : floors.floorDa(wiring.phases());
    if (plug.dc()) {
      Integer watts = directCurrent(outlet, own);
      if (wiring.phases() == 1) {
        (own != null && ownWiring ? own : station).place("wiring")
            .error("a DC station takes three phases; use TRI123, TRI231 or TRI312");
        return null;
      }
      return watts == null || priority == null ? null
          : new Connector(number, plug, model.supply().chargingDa(watts, model.countedVoltage(nominalVoltage)), watts, wiring,
              floor, fixedFloor, priority);
    }
    Integer amps = alternatingCurrent(outlet, own, floor);
    return amps == null || priority == null ? null
        : new Connector(number, plug, amps, (int) (amps * wiring.phases() * nominalVoltage / 10), wiring, floor, fixedFloor,
            priority);
  }

  private static boolean domestic(Socket socket) {
    return socket == Socket.TE || socket == Socket.T2_TE;
  }

  private @Nullable Integer priority(@Nullable Block own) {
    Block said = own != null && own.at("priority") != null ? own : station;
    return said.at("priority") == null ? Integer.valueOf(0) : said.get("priority", v -> v.integer(0, 100));
  }

  private @Nullable Integer alternatingCurrent(Outlet outlet, @Nullable Block own, int floorDa) {
    Block said = own != null && own.at("max_a") != null ? own : station;
    for (Block block : own == null ? List.of(station) : List.of(station, own)) {
      if (block.at("max_kw") != null) {
        block.place("max_kw").error("an AC connector is limited in current; write max_a");
        return null;
      }
    }
    if (said.at("max_a") == null) {
      if (model.generic()) {
        (own == null ? station : own).place("max_a")
            .error("missing; " + model.title() + " has no rating of its own: give the most each connector allows, in A per phase");
        return null;
      }
      return outlet.maxDa();
    }
    Integer amps = said.get("max_a", v -> v.amps(0.1, 1000));
    if (amps != null && amps > outlet.maxDa()) {
      said.place("max_a")
          .error(Show.amps(amps) + " is above the rating of " + model.title() + " (" + Show.amps(outlet.maxDa()) + "); lower it");
      return null;
    }
    if (amps != null && amps < floorDa) {
      said.place("max_a")
          .error(Show.amps(amps) + " is below the least a car may be given here (" + Show.amps(floorDa) + "); raise it");
      return null;
    }
    return amps;
  }

  private @Nullable Integer directCurrent(Outlet outlet, @Nullable Block own) {
    Block said = own != null && own.at("max_kw") != null ? own : station;
    for (Block block : own == null ? List.of(station) : List.of(station, own)) {
      if (block.at("max_a") != null) {
        block.place("max_a").error("a DC connector is limited in power; write max_kw");
        return null;
      }
    }
    if (said.at("max_kw") == null) {
      if (model.generic()) {
        (own == null ? station : own).place("max_kw")
            .error("missing; " + model.title() + " has no rating of its own: give the most each connector allows, in kW");
        return null;
      }
      return outlet.maxW();
    }
    Integer watts = said.get("max_kw", v -> v.kilowatts(5, 1000));
    if (watts != null && watts > outlet.maxW()) {
      said.place("max_kw").error(Show.kilowatts(watts) + " is above the rating of " + model.title() + " ("
          + Show.kilowatts(outlet.maxW()) + "); lower it");
      return null;
    }
    return watts;
  }
}
