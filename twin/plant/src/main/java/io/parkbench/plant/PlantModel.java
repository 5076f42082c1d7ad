package io.parkbench.plant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The site as it is built: zones, stations and their connectors, in the plant's own words. Zones form a forest; lists are in
 * site order, and places in them (zone index, bay index) are how the plant speaks of zones and connectors at run time.
 *
 * @param volts line to neutral, above 0
 * @param zones parents before their children
 */
public record PlantModel(String name, double volts, List<Zone> zones, List<Station> stations) {

  /** Fails with {@link IllegalArgumentException} on an unknown zone, a child before its parent, or an id used twice. */
  public PlantModel {
    zones = List.copyOf(zones);
    stations = List.copyOf(stations);
    if (!(volts > 0)) {
      throw new IllegalArgumentException("volts must be above 0: " + volts);
    }
    Map<String, Zone> known = new LinkedHashMap<>();
    for (Zone zone : zones) {
      if (zone.parent() != null && !known.containsKey(zone.parent())) {
        throw new IllegalArgumentException(
            "zone " + zone.id() + " has the parent " + zone.parent() + ", which is not listed before it");
      }
      if (known.put(zone.id(), zone) != null) {
        throw new IllegalArgumentException("two zones are called " + zone.id());
      }
    }
    Map<String, Station> named = new LinkedHashMap<>();
    for (Station station : stations) {
      if (!known.containsKey(station.zone())) {
        throw new IllegalArgumentException("station " + station.id() + " is in the unknown zone " + station.zone());
      }
      if (named.put(station.id(), station) != null) {
        throw new IllegalArgumentException("two stations are called " + station.id());
      }
    }
  }

  /**
   * A part of the installation with limits that must never be broken.
   *
   * @param parent the zone that feeds it, or null for a root
   * @param limit hard limit per supply phase, A; infinite where there is none
   * @param kw hard limit of power over all phases, or null
   * @param forAll whether the limits are for all that flows in the zone (R-LEASE-6: a dynamic zone); else for charging alone
   */
  public record Zone(String id, @Nullable String parent, PhaseAmps limit, @Nullable Double kw, boolean forAll) {
    /** A zone whose limits are for charging alone. */
    public Zone(String id, @Nullable String parent, PhaseAmps limit, @Nullable Double kw) {
      this(id, parent, limit, kw, false);
    }

    /** The same zone with other limits. */
    public Zone withLimits(PhaseAmps amps, @Nullable Double power) {
      return new Zone(id, parent, amps, power, forAll);
    }

    /** A zone with one current limit for all phases and none of power. */
    public static Zone of(String id, @Nullable String parent, double limitAmps) {
      return new Zone(id, parent, PhaseAmps.all(limitAmps), null);
    }
  }

  /** A charge point; {@code id} is its OCPP identity, {@code zone} the zone that feeds it directly. */
  public record Station(String id, String zone, List<Connector> connectors) {
    public Station {
      connectors = List.copyOf(connectors);
    }
  }

  /**
   * A socket or cable.
   *
   * @param number the OCPP connector id, from 1
   * @param wiring how its conductors reach the supply; also tells the number of phases
   * @param maxAmps rating per conductor on the supply side, A
   * @param converter what a DC connector is fed by; null for one of AC
   */
  public record Connector(int number, Wiring wiring, double maxAmps, @Nullable Converter converter) {
    public Connector {
      if (converter != null && wiring.phases() != Converter.PHASES) {
        throw new IllegalArgumentException(
            "connector " + number + " has a converter, which takes three phases, and is wired " + wiring);
      }
    }

    /** One of AC. */
    public Connector(int number, Wiring wiring, double maxAmps) {
      this(number, wiring, maxAmps, null);
    }

    public int phases() {
      return wiring.phases();
    }
  }

  /** A connector with its place: {@code index} counts all connectors of the site in site order, from 0. */
  public record Bay(int index, Station station, Connector connector) {}

  /** All connectors in site order. */
  public List<Bay> bays() {
    List<Bay> bays = new ArrayList<>();
    for (Station station : stations) {
      for (Connector connector : station.connectors()) {
        bays.add(new Bay(bays.size(), station, connector));
      }
    }
    return List.copyOf(bays);
  }

  /** The index of a connector among {@link #bays}, or empty where there is none. */
  public OptionalInt bay(String station, int connector) {
    return bays().stream()
        .filter(bay -> bay.station().id().equals(station) && bay.connector().number() == connector)
        .mapToInt(Bay::index)
        .findFirst();
  }

  /** The place of a zone in {@link #zones}, or -1. */
  public int zoneIndex(String id) {
    for (int i = 0; i < zones.size(); i++) {
      if (zones.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
