package io.parkbench.scenarios.demo.world;

import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.world.Plant;
import io.parkbench.scenarios.demo.twin.Shortfall;
import io.parkbench.scenarios.demo.twin.Shortfall.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says why a car of the managed site does not get what it could draw, by what plant and gateway know at one instant. */
final class WhyHeld implements Shortfall.Why {
  private final Plant plant;
  private final Map<String, GatewayView.Session> sessions = new LinkedHashMap<>();
  private final Map<String, GatewayView.Station> stations = new LinkedHashMap<>();
  private final Map<String, GatewayView.Zone> zones = new LinkedHashMap<>();
  private final Site site;

  WhyHeld(Plant plant, Site site, GatewayView view) {
    this.plant = plant;
    this.site = site;
    view.sessions().forEach(session -> sessions.put(session.station() + "/" + session.connector(), session));
    view.stations().forEach(station -> stations.put(station.id(), station));
    view.zones().forEach(zone -> zones.put(zone.id(), zone));
  }

  @Override
  public Reason of(Bay bay, Car car) {
    String id = bay.station().id();
    if (!plant.station(id).isPowered()) {
      return powerless(bay);
    }
    GatewayView.Station station = stations.get(id);
    if (station == null || station.presence() != Presence.CONNECTED) {
      return new Reason("lost", "stations out of the gateway's reach");
    }
    GatewayView.Session session = sessions.get(id + "/" + bay.connector().number());
    return session == null ? new Reason("waiting", "no transaction yet, or none any more") : of(session);
  }

  private Reason powerless(Bay bay) {
    for (String zone = bay.station().zone(); zone != null;) {
      int index = plant.model().zoneIndex(zone);
      if (plant.protection().breakers().isOpen(index)) {
        return new Reason("breaker", "the breaker of " + name(zone) + " is open");
      }
      zone = plant.model().zones().get(index).parent();
    }
    return new Reason("lost", "stations without mains");
  }

  private Reason of(GatewayView.Session session) {
    GatewayView.Held held = session.held();
    return switch (session.reason().rule()) {
      case FULL -> held != null
          ? new Reason("waiting",
              "room that is not proved free yet: " + held.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          : session.confirmedDa() < session.setpointDa() ? new Reason("waiting", "raises that are not told yet")
              : new Reason("car", "cars that take less than they are offered");
      case SHARE, FLOOR, VIP, SHED -> limited(session);
      case WAITING -> new Reason("waiting", "sessions that have just begun");
      case UNAUTHORISED -> new Reason("refused", "cards that may not charge here");
      case PAUSED, IDLE -> new Reason("car", "cars that have paused by themselves");
      case RESTING -> new Reason("waiting", "sessions that rest after a suspension");
      case EXCLUDED -> new Reason("refused", "connectors that exclude each other");
      case OVERDRAWN, REFUSED, UNPROVED, UNANSWERED -> new Reason("refused", "stations that do not obey or answer");
      case LOST -> new Reason("lost", "stations out of the gateway's reach");
    };
  }

  private Reason limited(GatewayView.Session session) {
    String id = session.reason().zone();
    GatewayView.Zone zone = id == null ? null : zones.get(id);
    if (zone == null) {
      return new Reason("limit", "the connector's own limit");
    }
    String which = zone.limits().name();
    return new Reason("limit", "the limit of " + zone.name() + ": " + zone.limits().by() + (which.isEmpty() ? "" : " " + which));
  }

  private String name(String zone) {
    Zone configured = site.zone(zone);
    return configured == null ? zone : configured.name();
  }
}
