package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.scenarios.demo.world.Tap;
import io.parkbench.scenarios.demo.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One bay in depth: frames, profiles, and the chain of reasons from the car's wish to its draw; {@code GET /bay/…}. */
public final class BaySheet {
  private static final int CALL = 2;
  private static final int RESULT = 3;

  private final World world;
  private final Bay bay;
  private final ChargePoint device;
  private final GatewayView view;
  private final GatewayView.Station station;
  private final GatewayView.@Nullable Session session;

  private BaySheet(World world, Bay bay) {
    this.world = world;
    this.bay = bay;
    this.device = world.bench().plant().station(bay.station().id());
    this.view = world.bench().gateway().view();
    this.station = view.station(bay.station().id());
    this.session = view.session(bay.station().id(), bay.connector().number());
  }

  public static ObjectNode of(World world, Bay bay) {
    return new BaySheet(world, bay).write();
  }

  private ObjectNode write() {
    ObjectNode json = Nodes.object().put("id", Bays.id(bay)).put("t", Nodes.millis(view.now()));
    ObjectNode about = json.putObject("station");
    GatewayView.Boot boot = station.boot();
    about.put("vendor", boot == null ? null : boot.vendor()).put("model", boot == null ? null : boot.model())
        .put("firmware", boot == null ? null : boot.firmware())
        .put("presence", station.presence().name().toLowerCase(Locale.ROOT))
        .put("lastHeardAt", Nodes.instant(station.lastHeard())).put("baseConfirmed", station.baseConfirmed());
    json.set("chain", new Chain(world, view, bay).links());
    lease(json);
    profiles(json);
    frames(json);
    setpoints(json);
    return json;
  }

  private void lease(ObjectNode json) {
    if (session == null) {
      json.putNull("lease");
      return;
    }
    boolean proved = station.connectors().get(bay.connector().number() - 1).proved();
    ObjectNode lease = json.putObject("lease").put("setpointA", Nodes.amps(session.setpointDa()))
        .put("confirmedA", Nodes.amps(session.confirmedDa())).put("countsA", Nodes.amps(session.heldDa())).put("proved", proved);
    BayStates.held(lease, session.held());
  }

  private void profiles(ObjectNode json) {
    ArrayNode profiles = json.putArray("profiles");
    for (ChargingProfile profile : device.profiles(bay.connector().number())) {
      ChargingSchedule schedule = profile.chargingSchedule();
      ObjectNode node = profiles.addObject().put("id", profile.chargingProfileId())
          .put("purpose", profile.chargingProfilePurpose().name()).put("stackLevel", profile.stackLevel())
          .put("kind", profile.chargingProfileKind().name()).put("tx", profile.transactionId())
          .put("unit", schedule.chargingRateUnit().name()).put("validFrom", millis(profile.validFrom()))
          .put("validTo", millis(profile.validTo())).put("start", millis(schedule.startSchedule()));
      ArrayNode periods = node.putArray("periods");
      schedule.chargingSchedulePeriod()
          .forEach(period -> periods.addObject().put("fromS", period.startPeriod()).put("limit", period.limit()));
    }
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : Long.valueOf(instant.toEpochMilli());
  }

  /** An answer has the action of its call, as far as that is still among the last frames. */
  private void frames(ObjectNode json) {
    ArrayNode frames = json.putArray("frames");
    Map<String, String> actions = new LinkedHashMap<>();
    for (Tap.Line line : world.tap().frames(bay.station().id())) {
      ObjectNode node = frames.addObject().put("t", Nodes.millis(line.at()))
          .put("dir", line.fields().path("d").asText());
      JsonNode frame = line.fields().path("f");
      String ping = line.fields().path("p").asText("");
      if (frame.isArray() && frame.size() > 2) {
        int type = frame.path(0).asInt();
        String id = frame.path(1).asText();
        if (type == CALL) {
          actions.put(id, frame.path(2).asText());
        }
        node.put("kind", type == CALL ? "call" : type == RESULT ? "result" : "error").put("action", actions.get(id)).put("id", id)
            .put("text", frame.toString());
      } else {
        node.put("kind", ping.isEmpty() ? "other" : ping).putNull("action").putNull("id")
            .put("text", ping.isEmpty() ? line.fields().path("x").asText(frame.toString()) : ping);
      }
      node.put("lost", line.kind().equals("lost") ? line.fields().path("why").asText() : null);
    }
  }

  private void setpoints(ObjectNode json) {
    ArrayNode setpoints = json.putArray("setpoints");
    for (Tap.Line line : world.tap().setpoints(Bays.id(bay))) {
      JsonNode why = line.fields().path("why");
      setpoints.addObject().put("t", Nodes.millis(line.at())).put("a", line.fields().path("a").asDouble())
          .put("rule", why.path("rule").asText()).put("text", why.path("text").asText());
    }
  }

  /** Says in words what leads from the car's wish to its draw. */
  private record Chain(World world, GatewayView view, Bay bay) {

    ArrayNode links() {
      ArrayNode links = Nodes.array();
      ChargePoint device = world.bench().plant().station(bay.station().id());
      int connector = bay.connector().number();
      Car car = world.bench().plant().car(bay.index());
      GatewayView.Session session = view.session(bay.station().id(), connector);
      links.addObject().put("what", "car").put("text", car == null ? "no car is here" : wish(car));
      if (session != null) {
        zones(links, session);
        links.addObject().put("what", "rule").put("rule", session.reason().rule().word()).put("text", session.reason().text());
        links.addObject().put("what", "lease").put("text", "its station has agreed to " + Nodes.amps(session.confirmedDa())
            + " A; it counts with " + Nodes.amps(session.heldDa()) + " A");
        GatewayView.Held held = session.held();
        if (held != null) {
          links.addObject().put("what", "held").put("text", held.text());
        }
      } else if (car != null) {
        links.addObject().put("what", "rule").put("text", "no transaction runs here, so nothing is offered");
      }
      links.addObject().put("what", "station").put("text", device.isPowered()
          ? "the station offers " + Nodes.tenth(device.offeredAmps(connector)) + " A; its profiles come to "
              + Nodes.tenth(device.limitAmps(connector)) + " A"
          : "the station has no mains");
      if (car != null) {
        links.addObject().put("what", "draw").put("text", "the car draws " + Nodes.tenth(device.amps(connector)) + " A on "
            + Math.min(car.conductors(), bay.connector().phases()) + " conductors");
      }
      return links;
    }

    private String wish(Car car) {
      return !car.wantsEnergy() ? car.model().name() + " wants nothing now"
          : bay.connector().converter() == null
              ? car.model().name() + " could take " + Nodes.tenth(Math.min(car.mostAmps(view.now()), bay.connector().maxAmps()))
                  + " A on " + Math.min(car.model().phases(), bay.connector().phases()) + " phases"
              : car.model().name() + " could take " + Nodes.tenth(car.mostDcWatts(view.now()) / 1_000) + " kW";
    }

    private void zones(ArrayNode links, GatewayView.Session session) {
      for (String id = bay.station().zone(); id != null;) {
        GatewayView.Zone zone = view.zone(id);
        ObjectNode link = links.addObject().put("what", "zone").put("zone", id);
        link.set("limitA", Nodes.amps(zone.limits().limitDa()));
        String which = zone.limits().name();
        String change = zone.changesAt() == Long.MAX_VALUE ? ""
            : ", until " + Micros.toInstant(zone.changesAt()).atZone(world.site().site().timeZone()).toLocalTime().withNano(0);
        link.put("by", zone.limits().by()).put("name", which).put("binds", id.equals(session.reason().zone()));
        link.put("text", zone.name() + " may have " + Nodes.amps(zone.limits().limitDa().minDa()) + " A: " + zone.limits().by()
            + (which.isEmpty() ? "" : " " + which) + change);
        id = zone.parent();
      }
    }
  }
}
