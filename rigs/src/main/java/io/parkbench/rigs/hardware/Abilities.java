package io.parkbench.rigs.hardware;

import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import io.parkbench.rigs.file.Driver;
import io.parkbench.rigs.file.RigFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rig can do with the devices of a site, known before anything runs. */
public final class Abilities {
  private final RigFile rig;
  private final Site site;

  public Abilities(RigFile rig, Site site) {
    this.rig = rig;
    this.site = site;
  }

  /** Why the rig cannot give this at a station; null where it can, or the station is simulated. */
  public @Nullable String lacks(Need need, String station) {
    RigFile.StationBinding real = rig.station(site, station);
    if (real == null) {
      return null;
    }
    boolean can = switch (need) {
      case CAR -> real.ev() != null;
      case OFFER -> real.ev() != null && !(real.ev() instanceof Driver.Person);
      case CURRENT -> isMeasured(station);
      case SIMULATED, CONTACT -> false;
    };
    return can ? null : "charger " + station + " (" + real.identity() + ") is real, and " + need.lacking();
  }

  /** Why the rig cannot move the contact of an input so; null where it can, or the contact is simulated. */
  public @Nullable String lacksAtInput(Need need, int input) {
    RigFile.InputBinding real = rig.input(input);
    return real == null || need == Need.CONTACT && real.driver() != null ? null
        : "input " + input + " (" + real.source().text() + ") is real, and " + need.lacking();
  }

  /** Why nothing can be done to a meter; null for a simulated one. */
  public @Nullable String lacksAtMeter(String meter) {
    RigFile.MeterBinding real = rig.meter(meter);
    return real == null ? null : "meter " + meter + " (" + real.place().text() + ") is real, and " + Need.SIMULATED.lacking();
  }

  /** Why the true current of a zone cannot be told; null where it can. */
  public @Nullable String lacksInZone(String zone) {
    return unjudged().stream().filter(one -> one.zone().equals(zone)).map(Unjudged::why).findFirst().orElse(null);
  }

  /** Why a site cannot run on this rig at all; null where it can. */
  public @Nullable String unfit() {
    if (!rig.bears(site)) {
      return "the site of this scenario has none of the rig's devices: " + String.join("; ", rig.told());
    }
    for (Zone zone : site.zones()) {
      boolean steered = zone.meter() != null && rig.meter(zone.meter()) != null;
      Station simulated = steered ? site.stations().stream()
          .filter(one -> isUnder(one.zone(), zone.id()) && rig.station(site, one.id()) == null).findFirst().orElse(null) : null;
      if (simulated != null) {
        return "meter " + zone.meter() + " is real and cannot see what the simulated " + simulated.id() + " draws in " + zone.id()
            + ": bind the stations below it, too, or a meter that only reports";
      }
    }
    return null;
  }

  /** Whether something measures all that flows to a station. */
  public boolean isMeasured(String station) {
    RigFile.StationBinding real = rig.station(site, station);
    Station known = site.station(station);
    return real == null || real.reference() != null && known != null && known.connectors().size() == 1;
  }

  /**
   * A zone whose true current nobody knows, and why.
   */
  public record Unjudged(String zone, String why) {}

  /** The zones in which limits on currents cannot be judged: a pass there would prove nothing (R-RIG-5). */
  public List<Unjudged> unjudged() {
    List<Unjudged> all = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Station station : site.stations()) {
      RigFile.StationBinding real = rig.station(site, station.id());
      if (real != null && !isMeasured(station.id())) {
        above(station.zone()).stream().filter(seen::add).forEach(zone -> all.add(new Unjudged(zone,
            "charger " + station.id() + " (" + real.identity() + ") is real and has no reference meter")));
      }
    }
    for (Zone zone : site.zones()) {
      if (zone.meter() != null && rig.meter(zone.meter()) != null) {
        above(zone.id()).stream().filter(seen::add).forEach(id -> all.add(new Unjudged(id,
            "the building behind meter " + zone.meter() + " is real: nothing else measures its load")));
      }
    }
    for (Input input : site.inputs()) {
      RigFile.InputBinding real = rig.input(input.number());
      if (real != null && input.hard()) {
        site.zones().stream().map(Zone::id).filter(seen::add).forEach(id -> all.add(new Unjudged(id,
            "the hard input " + input.number() + " is real: the bench does not see its contact")));
      }
    }
    return all;
  }

  private List<String> above(String id) {
    List<String> zones = new ArrayList<>();
    for (Zone zone = site.zone(id); zone != null; zone = zone.parent() == null ? null : site.zone(zone.parent())) {
      zones.add(zone.id());
    }
    return zones;
  }

  private boolean isUnder(String id, String above) {
    return above(id).contains(above);
  }
}
