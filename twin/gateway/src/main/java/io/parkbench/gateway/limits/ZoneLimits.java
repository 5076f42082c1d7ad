package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits in force of all zones, and the tree they bind in. Zones are numbered as in the site, a parent before its sub-zones.
 * After them come rows for the stations with a feeder of their own (R-ALLOC-16): they bind like zones, and nobody sees them.
 *
 * <p>A static zone has its maximum. A dynamic one stands at its degraded setpoint until it is steered (R-DYN-6).
 */
public final class ZoneLimits {
  private final List<Zone> zones;
  private final int rows;
  private final int[] parent;
  private final int[] limitDa;
  private final double[] limitW;
  private final Limits[] inForce;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<Integer, String> feeders = new HashMap<>();
  private int feedersTaken;

  public ZoneLimits(List<Zone> zones) {
    this(zones, List.of());
  }

  /**
   * With rows for stations that share a feeder. The rows bind from the beginning, so that the tree never changes; until {@link #row}
   * gives one to a station nothing hangs on it.
   *
   * @param feederZones for each of those stations the id of its zone, in the order in which they will come
   */
  public ZoneLimits(List<Zone> zones, List<String> feederZones) {
    this.zones = List.copyOf(zones);
    rows = zones.size() + feederZones.size();
    parent = new int[rows];
    limitDa = new int[rows * 3];
    limitW = new double[rows];
    inForce = new Limits[zones.size()];
    for (int zone = 0; zone < zones.size(); zone++) {
      Zone configured = zones.get(zone);
      byId.put(configured.id(), zone);
      parent[zone] = configured.parent() == null ? -1 : zone(configured.parent());
      Integer maxW = configured.maxW();
      if (configured.dynamic()) {
        PerPhase degraded = lower(configured.maxDa(), PerPhase.all(configured.degradedDa()));
        put(zone, new Limits(configured.id(), degraded, maxW, "degraded"));
      } else {
        put(zone, new Limits(configured.id(), configured.maxDa(), maxW, "maximum"));
      }
    }
    for (int row = zones.size(); row < rows; row++) {
      parent[row] = zone(feederZones.get(row - zones.size()));
      unlimited(row);
    }
  }

  /** How many zones there are. */
  public int count() {
    return zones.size();
  }

  /** How many rows there are: the zones, then the feeders. */
  public int rows() {
    return rows;
  }

  /**
   * The row that a station's connectors hang on: one of its own where it has a feeder that they share, else its zone.
   *
   * @throws IllegalStateException if no row is left for its feeder, or the next one is in another zone
   */
  public int row(Station station) {
    int zone = zone(station.zone());
    Integer feederDa = station.feederDa();
    if (feederDa == null || !station.sharesFeeder()) {
      return zone;
    }
    int row = zones.size() + feedersTaken;
    if (row == rows || parent[row] != zone) {
      throw new IllegalStateException("no row in " + station.zone() + " is left for the feeder of " + station.id());
    }
    feedersTaken++;
    for (int phase = 0; phase < 3; phase++) {
      limitDa[row * 3 + phase] = feederDa;
    }
    feeders.put(row, station.id());
    return row;
  }

  private void unlimited(int row) {
    for (int phase = 0; phase < 3; phase++) {
      limitDa[row * 3 + phase] = Integer.MAX_VALUE;
    }
    limitW[row] = Double.POSITIVE_INFINITY;
  }

  /** The number of the zone with this id; an unknown one throws {@link IllegalArgumentException}. */
  public int zone(String id) {
    Integer zone = byId.get(id);
    if (zone == null) {
      throw new IllegalArgumentException("no zone " + id);
    }
    return zone;
  }

  /** The id of a zone, or of the station whose feeder the row is. */
  public String id(int row) {
    return row < zones.size() ? zones.get(row).id() : feeders.getOrDefault(row, "");
  }

  /** What people call a zone, or the station's feeder that the row is. */
  public String name(int row) {
    return row < zones.size() ? zones.get(row).name() : "the feeder of " + id(row);
  }

  /** Whether the row is, or is under, a dynamic zone. */
  public boolean dynamic(int row) {
    for (int at = row; at >= 0; at = parent[at]) {
      if (at < zones.size() && zones.get(at).dynamic()) {
        return true;
      }
    }
    return false;
  }

  /** The row above each row, −1 for a root; a copy. */
  public int[] parents() {
    return parent.clone();
  }

  /** Whether a row is a zone, or hangs below it. */
  public boolean isUnder(int row, int zone) {
    for (int at = row; at >= 0; at = parent[at]) {
      if (at == zone) {
        return true;
      }
    }
    return false;
  }

  /** The row above, or −1 for a root. */
  public int parent(int zone) {
    return parent[zone];
  }

  /** The limit in force on a phase (0…2), 0.1 A. */
  public int limitDa(int zone, int phase) {
    return limitDa[zone * 3 + phase];
  }

  /** The power limit in force, W; infinite where the zone has none. */
  public double limitW(int zone) {
    return limitW[zone];
  }

  /** What binds a zone now; of zones only, not of feeders. */
  public Limits of(int zone) {
    return inForce[zone];
  }

  /**
   * Changes a static zone's maximum while the gateway runs (R-SITE-7). A dynamic zone and one above its parent's present
   * maximum throw {@link IllegalArgumentException}; sub-zones that are now larger are held by this zone.
   *
   * @param maxDa per supply phase, 0.1 A, none negative
   * @param maxW over all phases, W; null for none
   */
  public void setMaximum(String id, PerPhase maxDa, @Nullable Integer maxW) {
    int zone = zone(id);
    if (zones.get(zone).dynamic()) {
      throw new IllegalArgumentException("zone " + id + " is dynamic: its maximum needs a restart");
    }
    if (maxDa.minDa() < 0 || (maxW != null && maxW < 0)) {
      throw new IllegalArgumentException("zone " + id + ": a maximum cannot be negative");
    }
    if (parent[zone] >= 0) {
      // what a meter leaves of a dynamic parent comes and goes; it binds by itself
      Zone over = zones.get(parent[zone]);
      PerPhase above = over.dynamic() ? over.maxDa() : inForce[parent[zone]].limitDa();
      for (int phase = 1; phase <= 3; phase++) {
        if (maxDa.da(phase) > above.da(phase)) {
          throw new IllegalArgumentException(
              "zone " + id + ": " + maxDa.da(phase) / 10.0 + " A is more than its parent's " + above.da(phase) / 10.0 + " A");
        }
      }
    }
    put(zone, new Limits(id, maxDa, maxW, "maximum"));
  }

  /** Whether a row's limit is what its meter leaves, so that all but what cars draw is taken off it already. */
  public boolean metered(int row) {
    return row < zones.size() && inForce[row].by().equals(Limits.BY_METER);
  }

  /** A dynamic zone has this limit from now on, by what its meter leaves. */
  public void steer(int zone, Limits limits) {
    put(zone, limits);
  }

  private void put(int zone, Limits limits) {
    inForce[zone] = limits;
    for (int phase = 0; phase < 3; phase++) {
      limitDa[zone * 3 + phase] = limits.limitDa().da(phase + 1);
    }
    limitW[zone] = limits.limitW() == null ? Double.POSITIVE_INFINITY : limits.limitW();
  }

  private static PerPhase lower(PerPhase a, PerPhase b) {
    return new PerPhase(
        Math.min(a.l1Da(), b.l1Da()), Math.min(a.l2Da(), b.l2Da()), Math.min(a.l3Da(), b.l3Da()));
  }
}
