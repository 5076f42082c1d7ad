package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits in force of all zones (R-BEMS-1), and the tree they bind in. Zones are numbered as in the site, a parent before its sub-zones.
 * After them come rows for the stations with a feeder of their own (R-ALLOC-16): they bind like zones, and nobody sees them.
 *
 * <p>Of itself a static zone has its maximum, a dynamic one its degraded setpoint until it is steered (R-DYN-6). {@link Ceilings} lower that.
 * Soft limits bind what is decided; what nobody may exceed, whatever is lost, are the hard ones (R-LEASE-6).
 */
public final class ZoneLimits {
  private static final long FORESIGHT = 14 * 24 * Micros.HOUR;

  private final List<Zone> zones;
  private final int rows;
  private final int[] parent;
  private final double volts;
  private final int[] limitDa;
  private final double[] limitW;

  /** What lowers each row: all of it, and of it what is hard. */
  private final Bound[] ceilings;

  private final Bound[] hardCeilings;
  private final Limits[] own;
  private final Limits[] inForce;
  private final List<List<Term>> lowering;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<Integer, String> feeders = new HashMap<>();
  private int feedersTaken;

  public ZoneLimits(List<Zone> zones, double volts) {
    this(zones, List.of(), volts);
  }

  /** Currents on the phases 0…2, 0.1 A, and a power, W. */
  private record Bound(PerPhase da, double watts) {
    static final Bound FREE = new Bound(PerPhase.all(Integer.MAX_VALUE), Double.POSITIVE_INFINITY);

    static Bound of(List<Term> terms) {
      Bound bound = FREE;
      for (Term term : terms) {
        Integer watts = term.limitW();
        bound = new Bound(
            Composition.lower(bound.da, term.limitDa()), watts == null ? bound.watts : Math.min(bound.watts, watts));
      }
      return bound;
    }
  }

  /**
   * With rows for stations that share a feeder. The rows bind from the beginning, so that the tree never changes; until {@link #row}
   * gives one to a station nothing hangs on it.
   *
   * @param feederZones for each of those stations the id of its zone, in the order in which they will come
   * @param volts phase to neutral
   */
  public ZoneLimits(List<Zone> zones, List<String> feederZones, double volts) {
    this.volts = volts;
    this.zones = List.copyOf(zones);
    rows = zones.size() + feederZones.size();
    parent = new int[rows];
    limitDa = new int[rows * 3];
    limitW = new double[rows];
    ceilings = new Bound[rows];
    hardCeilings = new Bound[rows];
    Arrays.fill(ceilings, Bound.FREE);
    Arrays.fill(hardCeilings, Bound.FREE);
    own = new Limits[zones.size()];
    inForce = new Limits[zones.size()];
    lowering = new ArrayList<>(Collections.nCopies(zones.size(), List.of()));
    for (int zone = 0; zone < zones.size(); zone++) {
      Zone configured = zones.get(zone);
      byId.put(configured.id(), zone);
      parent[zone] = configured.parent() == null ? -1 : zone(configured.parent());
      Integer maxW = configured.maxW();
      if (configured.dynamic()) {
        PerPhase degraded = Composition.lower(configured.maxDa(), PerPhase.all(configured.degradedDa()));
        put(zone, Limits.of(configured.id(), degraded, maxW, Source.DEGRADED));
      } else {
        put(zone, Limits.of(configured.id(), configured.maxDa(), maxW, Source.MAXIMUM));
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

  /** The limit in force of a row on a phase (0…2), 0.1 A. */
  public int limitDa(int row, int phase) {
    return roomDa(row, phase, 0);
  }

  /** Its power limit in force, W; infinite where it has none. */
  public double limitW(int row) {
    return roomW(row, 0);
  }

  /**
   * What may be shared out in a row on a phase (0…2), 0.1 A, below zero where others hold more than there is.
   *
   * @param standbyDa what its stations take all the time; where a meter leaves the rest, that has been taken off already
   */
  public int roomDa(int row, int phase, int standbyDa) {
    return room(ownRoomDa(row, phase, standbyDa), ceilings[row].da.da(phase + 1), standbyDa);
  }

  /** The same by the hard limits alone: what no worst case may exceed (R-LEASE-6). */
  public int hardRoomDa(int row, int phase, int standbyDa) {
    return room(ownRoomDa(row, phase, standbyDa), hardCeilings[row].da.da(phase + 1), standbyDa);
  }

  private int ownRoomDa(int row, int phase, int standbyDa) {
    int da = limitDa[row * 3 + phase];
    return da == Integer.MAX_VALUE || metered(row) ? da : da - standbyDa;
  }

  private static int room(int ownDa, int ceilingDa, int standbyDa) {
    return ceilingDa == Integer.MAX_VALUE ? ownDa : Math.min(ownDa, ceilingDa - standbyDa);
  }

  /** The power that may be shared out in a row, W; infinite where it has no limit. */
  public double roomW(int row, int standbyVa) {
    return Math.min(ownRoomW(row, standbyVa), ceilings[row].watts - standbyVa);
  }

  /** The same by the hard limits alone. */
  public double hardRoomW(int row, int standbyVa) {
    return Math.min(ownRoomW(row, standbyVa), hardCeilings[row].watts - standbyVa);
  }

  private double ownRoomW(int row, int standbyVa) {
    return metered(row) ? limitW[row] : limitW[row] - standbyVa;
  }

  /** What a zone may carry on a phase (1…3) with all above it, 0.1 A. */
  public int effectiveDa(int zone, int phase) {
    int da = Integer.MAX_VALUE;
    for (int at = zone; at >= 0; at = parent[at]) {
      da = Math.min(da, inForce[at].limitDa().da(phase));
    }
    return da;
  }

  /** The power that a zone may take with all above it, W; infinite where none of them has a limit. */
  public double effectiveW(int zone) {
    double watts = Double.POSITIVE_INFINITY;
    for (int at = zone; at >= 0; at = parent[at]) {
      Integer limit = inForce[at].limitW();
      watts = limit == null ? watts : Math.min(watts, limit);
    }
    return watts;
  }

  /**
   * When what a zone may carry with all above it is known to change next, µs; {@link TariffClock#NEVER} if it is not. Looks two weeks ahead:
   * tariffs come again each week.
   */
  public long changesAt(int zone, Ceilings by, long now) {
    long horizon = now + FORESIGHT;
    for (long at = by.nextKnown(now); at < horizon; at = by.nextKnown(at)) {
      if (changesBy(zone, by, at)) {
        return at;
      }
    }
    return TariffClock.NEVER;
  }

  private boolean changesBy(int zone, Ceilings by, long at) {
    PerPhase then = PerPhase.all(Integer.MAX_VALUE);
    double watts = Double.POSITIVE_INFINITY;
    for (int row = zone; row >= 0; row = parent[row]) {
      List<Term> terms = by.termsAt(zones.get(row).id(), maximumDa(row), maximumW(row), at);
      Limits limits = Composition.fold(own[row], terms, volts);
      then = Composition.lower(then, limits.limitDa());
      watts = limits.limitW() == null ? watts : Math.min(watts, limits.limitW());
    }
    return then.da(1) != effectiveDa(zone, 1) || then.da(2) != effectiveDa(zone, 2) || then.da(3) != effectiveDa(zone, 3)
        || watts != effectiveW(zone);
  }

  /** The maximum that a zone is configured with now, per phase. */
  public PerPhase maximumDa(int zone) {
    return zones.get(zone).dynamic() ? zones.get(zone).maxDa() : own[zone].limitDa();
  }

  /** Likewise its power, W; null for none. */
  public @Nullable Integer maximumW(int zone) {
    return zones.get(zone).dynamic() ? zones.get(zone).maxW() : own[zone].limitW();
  }

  /** Takes in what {@code ceilings} lower the zones by now; whether a limit is another than before. */
  public boolean lower(Ceilings by) {
    boolean other = false;
    for (int zone = 0; zone < zones.size(); zone++) {
      lowering.set(zone, by.terms(zones.get(zone).id(), maximumDa(zone), maximumW(zone)));
      other |= compose(zone);
    }
    return other;
  }

  /**
   * What lost stations' degraded setpoints in a row have to fit into at {@code at}, µs, on the least of its phases, 0.1 A (R-DEG-9): its static
   * limit, or a dynamic zone's degraded setpoint, as tariffs, inputs and reductions lower it then, and always within inputs marked hard,
   * which nobody lost can be told of (R-DI-5). {@link Integer#MAX_VALUE} for no limit.
   */
  public int fallbackDa(int row, Ceilings by, long at) {
    if (row >= zones.size()) {
      return Math.min(limitDa[row * 3], Math.min(limitDa[row * 3 + 1], limitDa[row * 3 + 2]));
    }
    Zone zone = zones.get(row);
    return Math.min(zone.dynamic() ? zone.degradedDa() : own[row].limitDa().minDa(), fallbackBound(row, by, at).da.minDa());
  }

  /** The same over all phases, W; infinite for no limit. */
  public double fallbackW(int row, Ceilings by, long at) {
    return row >= zones.size() ? limitW[row] : Math.min(limitW[row], fallbackBound(row, by, at).watts);
  }

  private Bound fallbackBound(int row, Ceilings by, long at) {
    List<Term> terms = new ArrayList<>(by.termsAt(zones.get(row).id(), maximumDa(row), maximumW(row), at));
    terms.addAll(by.hardOnes(maximumDa(row), maximumW(row)));
    return Bound.of(terms);
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
      PerPhase above = over.dynamic() ? over.maxDa() : own[parent[zone]].limitDa();
      for (int phase = 1; phase <= 3; phase++) {
        if (maxDa.da(phase) > above.da(phase)) {
          throw new IllegalArgumentException(
              "zone " + id + ": " + maxDa.da(phase) / 10.0 + " A is more than its parent's " + above.da(phase) / 10.0 + " A");
        }
      }
    }
    put(zone, Limits.of(id, maxDa, maxW, Source.MAXIMUM));
  }

  /** Whether a row's own limit is what its meter leaves, so that all but what cars draw is taken off it already. */
  public boolean metered(int row) {
    return row < zones.size() && own[row].isBy(Source.METER);
  }

  /**
   * A dynamic zone has this limit of itself from now on.
   *
   * @param metered whether that is what its meter leaves; else its degraded setpoint
   */
  public void steer(int zone, PerPhase da, @Nullable Integer watts, boolean metered) {
    put(zone, Limits.of(zones.get(zone).id(), da, watts, metered ? Source.METER : Source.DEGRADED));
  }

  private void put(int zone, Limits limits) {
    own[zone] = limits;
    for (int phase = 0; phase < 3; phase++) {
      limitDa[zone * 3 + phase] = limits.limitDa().da(phase + 1);
    }
    limitW[zone] = limits.limitW() == null ? Double.POSITIVE_INFINITY : limits.limitW();
    compose(zone);
  }

  private boolean compose(int zone) {
    List<Term> terms = lowering.get(zone);
    Limits before = inForce[zone];
    Limits now = Composition.fold(own[zone], terms, volts);
    inForce[zone] = now;
    ceilings[zone] = Bound.of(terms);
    hardCeilings[zone] = terms.isEmpty() ? Bound.FREE : Bound.of(terms.stream().filter(Term::hard).toList());
    return !now.equals(before);
  }
}
