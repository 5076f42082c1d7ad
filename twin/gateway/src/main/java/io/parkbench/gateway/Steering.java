package io.parkbench.gateway;

import io.parkbench.gateway.dynamic.DynamicLimit;
import io.parkbench.gateway.dynamic.DynamicTerms;
import io.parkbench.gateway.dynamic.ProvenDraw;
import io.parkbench.gateway.lease.Leasehold;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.meter.Charging;
import io.parkbench.gateway.meter.Metering;
import io.parkbench.gateway.ocpp.CentralSystem;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WakeUp;
import java.time.Duration;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Steers the dynamic zones: takes in what their meters and their stations' samples show, and sets their limits by it (R-DYN-1, 6, 7). */
final class Steering implements Charging {
  /** A sample may be late by this much and still be the next one. */
  private static final Duration SAMPLE_GRACE = Duration.ofSeconds(5);

  /** How often a limit rises. */
  private static final long STEP = 5 * Micros.SECOND;

  /** What a sample is rounded by, and what a car may draw above it. */
  private static final int GUARD_DA = 5;

  /** How often the stations are asked what their cars draw while the meter shows too much. */
  private static final long ASKS = 3 * Micros.SECOND;

  /** Of the nominal voltage, the most that there is: constant power surely takes what it takes of that, and counts with more. */
  private static final double VOLTAGE_MAX = 1.1;

  private static final long NEVER = Long.MAX_VALUE;

  private final Loop loop;
  private final ZoneLimits zones;
  private final CentralSystem stations;
  private final Sessions sessions;
  private final Notices notices;
  private final long sampled;
  private final double volts;
  private final ProvenDraw draw;
  private final Map<String, Steered> byMeter = new LinkedHashMap<>();
  private final BitSet away = new BitSet();
  private final BitSet silent = new BitSet();

  /** By the order of the connector, from when on its first sample is awaited, µs. */
  private final Map<Integer, Long> unheardSince = new LinkedHashMap<>();

  private final int[] sureDa = new int[3];
  private final int[] seenDa = new int[3];
  private final Runnable changed;
  private final WakeUp wakeUp;
  private long epoch;

  /** A dynamic zone by its number. */
  private static final class Steered {
    final int zone;
    final DynamicLimit limit;

    /** When the stations are asked again, if the meter still shows too much then. */
    long asksAt = NEVER;

    long mayAskAt;
    long wakeAt;

    Steered(int zone, DynamicLimit limit) {
      this.zone = zone;
      this.limit = limit;
    }
  }

  /**
   * @param changed called when {@link #step} is due
   */
  Steering(
      Loop loop, Site site, ZoneLimits zones, CentralSystem stations, Sessions sessions, Notices notices, Runnable changed) {
    this.loop = loop;
    this.zones = zones;
    this.stations = stations;
    this.sessions = sessions;
    this.notices = notices;
    this.changed = changed;
    wakeUp = new WakeUp(loop, changed);
    volts = site.nominalVoltage() * VOLTAGE_MAX;
    sampled = Micros.of(Site.DYNAMIC_SAMPLES.plus(SAMPLE_GRACE));
    draw = new ProvenDraw(zones.parents(), sampled);
    for (Meter meter : site.meters()) {
      for (Zone zone : site.zones()) {
        if (meter.id().equals(zone.meter())) {
          byMeter.put(meter.id(), steered(site, zone, meter));
        }
      }
    }
  }

  private Steered steered(Site site, Zone zone, Meter meter) {
    long polled = Micros.of(meter.pollInterval()) + Micros.SECOND;
    DynamicTerms terms = new DynamicTerms(
        Objects.requireNonNull(zone.margin()).guardPermille(), GUARD_DA, site.settings().dynamic().rampDaPerSecond(), STEP,
        Math.max(site.settings().deadBandDa(), 1), sampled, polled,
        polled + Micros.of(meter.refresh()));
    int[] maxDa = {zone.maxDa().da(1), zone.maxDa().da(2), zone.maxDa().da(3)};
    Integer maxW = zone.maxW();
    return new Steered(
        zones.zone(zone.id()),
        new DynamicLimit(terms, maxDa, maxW == null ? DynamicLimit.UNLIMITED : maxW, zone.degradedDa(), site.nominalVoltage()));
  }

  /** Something is known of a meter that was not before; one that steers no zone is passed over. */
  void read(Metering meter) {
    Steered steered = byMeter.get(meter.id());
    if (steered == null) {
      return;
    }
    if (meter.lost()) {
      steered.limit.lost();
    } else {
      if (meter.trusted() || steered.limit.steered()) {
        steered.limit.read(loop.now(), da(meter.amps(1)), da(meter.amps(2)), da(meter.amps(3)));
      }
      if (meter.missing()) {
        steered.limit.missed();
      }
    }
    touch(steered);
  }

  private void touch(Steered steered) {
    steered.wakeAt = loop.now();
    changed.run();
  }

  /** What is known of a connector's draw is other than before. */
  private void touch(ChargingPoint point) {
    for (Steered steered : byMeter.values()) {
      if (zones.isUnder(point.zone(), steered.zone)) {
        touch(steered);
      }
    }
  }

  private static int da(double amps) {
    return (int) Math.ceil(amps * 10 - 0.01);
  }

  @Override
  public double provenAmps(String meter, int phase) {
    Steered steered = byMeter.get(meter);
    if (steered == null) {
      return 0;
    }
    draw.sure(steered.zone, sureDa);
    return sureDa[phase - 1] / 10.0;
  }

  @Override
  public long epoch(String meter) {
    return epoch;
  }

  /** A sample of a session under a dynamic zone, taken at the earliest at {@code taken}, µs; {@link Long#MIN_VALUE} if that is not known. */
  void sampled(ChargingPoint point, long taken) {
    Session session = sessions.at(point);
    if (session == null || !zones.dynamic(point.zone())) {
      return;
    }
    double[] amps = {session.drawnAmps(1), session.drawnAmps(2), session.drawnAmps(3)};
    double surely = point.connector().dc() ? session.volts() / volts : 1;
    silent.clear(point.order());
    unheardSince.remove(point.order());
    if (draw.sampled(point.order(), point.zone(), amps, surely, taken == Long.MIN_VALUE ? loop.now() : taken)) {
      touch(point);
    }
  }

  /** A connector's station cannot be reached. */
  void lost(ChargingPoint point) {
    draw.lost(point.order());
    epoch++;
    away.set(point.order());
    unheardSince.remove(point.order());
    touch(point);
  }

  void found(ChargingPoint point) {
    epoch++;
    away.clear(point.order());
    Session session = sessions.at(point);
    if (session != null) {
      started(session);
    }
  }

  /** Its station reports from now on what flows, or is told of. */
  void started(Session session) {
    if (zones.dynamic(session.point().zone())) {
      unheardSince.put(session.point().order(), loop.now());
      changed.run();
    }
  }

  /** Nobody charges at a connector any more. */
  void ended(ChargingPoint point) {
    draw.gone(point.order());
    away.clear(point.order());
    unheardSince.remove(point.order());
    touch(point);
  }

  /**
   * Sets the limits that the meters leave.
   *
   * @return whether one is another than before
   */
  boolean step() {
    if (byMeter.isEmpty()) {
      return false;
    }
    long now = loop.now();
    letGo(now);
    boolean other = false;
    long next = unheardSince.values().stream().mapToLong(since -> since + sampled + 1).min().orElse(NEVER);
    for (Steered steered : byMeter.values()) {
      if (steered.wakeAt <= now) {
        other |= step(steered, now);
        steered.wakeAt = Math.min(steered.limit.nextWakeAt(now), steered.asksAt);
      }
      next = Math.min(next, steered.wakeAt);
    }
    wakeUp.move(next);
    return other;
  }

  private boolean step(Steered steered, long now) {
    draw.sure(steered.zone, sureDa);
    draw.seen(steered.zone, seenDa);
    steered.limit.drawn(now, sureDa, seenDa);
    boolean other = steered.limit.step(now) || zones.metered(steered.zone) != steered.limit.steered();
    if (other) {
      DynamicLimit limit = steered.limit;
      zones.steer(
          steered.zone, new PerPhase(limit.limitDa(0), limit.limitDa(1), limit.limitDa(2)),
          limit.limitW() == DynamicLimit.UNLIMITED ? null : Integer.valueOf(limit.limitW()), limit.steered());
    }
    if (!steered.limit.exceeded()) {
      steered.asksAt = NEVER;
    } else if (now < steered.mayAskAt) {
      steered.asksAt = steered.mayAskAt;
    } else {
      steered.mayAskAt = now + ASKS;
      steered.asksAt = askSamples(steered.zone) ? steered.mayAskAt : NEVER;
    }
    return other;
  }

  /**
   * What is cut goes by what is drawn, so the stations are asked where their cars have changed that by themselves.
   *
   * @return whether anybody there may draw anything
   */
  private boolean askSamples(int zone) {
    boolean any = false;
    for (Session session : sessions.all()) {
      if (zones.isUnder(session.point().zone(), zone) && session.lease().worstCaseDa(loop.now()) > 0) {
        any = true;
        if (session.lease().connected()) {
          stations.of(session).askSample(session.point());
        }
      }
    }
    return any;
  }

  /** Takes out what proves nothing any more. */
  private void letGo(long now) {
    int stale = draw.expire(now);
    if (stale >= 0) {
      epoch++;
      byMeter.values().forEach(steered -> steered.wakeAt = now);
    }
    if (stale >= 0 && !away.get(stale)) {
      tellSilent(now, stations.points().get(stale));
    }
    unheardSince.entrySet().removeIf(unheard -> isUnheard(now, unheard));
    // one that tells no currents while nothing flows would else seem to draw for ever what it was seen to draw last
    if (draw.unproved(order -> mayDrawDa(stations.points().get(order).lease(), now))) {
      byMeter.values().forEach(steered -> steered.wakeAt = now);
    }
    for (int order = away.nextSetBit(0); order >= 0; order = away.nextSetBit(order + 1)) {
      if (stations.points().get(order).lease().peakDa(now) == 0) {
        draw.gone(order);
        away.clear(order);
        byMeter.values().forEach(steered -> steered.wakeAt = now);
      }
    }
  }

  /** The most that an obedient station lets it draw: a cut that it has agreed to counts, though no sample has confirmed it yet. */
  private static int mayDrawDa(Leasehold lease, long now) {
    int worstDa = lease.worstCaseDa(now);
    return lease.isProved() ? Math.min(worstDa, lease.toldDa(now)) : worstDa;
  }

  /** Tells of a connector of which nothing was heard since its session began; while it may draw nothing there is nothing to hear. */
  private boolean isUnheard(long now, Map.Entry<Integer, Long> unheard) {
    ChargingPoint point = stations.points().get(unheard.getKey());
    if (point.lease().worstCaseDa(now) == 0) {
      unheard.setValue(now);
    } else if (now > unheard.getValue() + sampled) {
      tellSilent(now, point);
      return true;
    }
    return false;
  }

  private void tellSilent(long now, ChargingPoint point) {
    if (!silent.get(point.order())) {
      silent.set(point.order());
      notices.add(now, point.station().id(), "connector " + point.connector().number() + " does not report its currents every "
          + Site.DYNAMIC_SAMPLES.toSeconds() + " s: what it draws counts twice");
    }
  }

  void close() {
    wakeUp.cancel();
  }
}
