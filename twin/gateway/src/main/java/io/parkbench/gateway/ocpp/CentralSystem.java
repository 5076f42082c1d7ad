package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.lease.LeaseTerms;
import io.parkbench.gateway.lease.Leasehold;
import io.parkbench.gateway.limits.TariffClock;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.session.Access;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.Settings;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.UnknownStations;
import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The OCPP 1.6J central system: decides whose links are accepted, by identity (R-SITE-8), and keeps one {@link ChargePoint} for
 * each station.
 */
public final class CentralSystem implements Acceptor {
  private static final String OCPP_16 = "ocpp1.6";
  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;
  private static final int UNAVAILABLE = 503;
  /** Strangers beyond this many are refused: a list for commissioning is for people to read. */
  private static final int DISCOVERED_MAX = 200;

  private final Loop loop;
  private final Site site;
  private final ZoneLimits zones;
  private final Sessions sessions;
  private final Access access;
  private final StationListener listener;
  private final LeasePolicy policy;
  private final Supplier<TariffClock> tariffs;
  private final LeaseTerms staticTerms;
  private final int heartbeatSeconds;
  private final Map<String, ChargePoint> stations = new LinkedHashMap<>();
  private final List<ChargingPoint> points = new ArrayList<>();
  private final List<ChargePoint> byPoint = new ArrayList<>();
  private boolean closed;
  private int taken;
  private int discovered;

  public CentralSystem(
      Loop loop,
      Site site,
      ZoneLimits zones,
      Sessions sessions,
      Access access,
      StationListener listener,
      LeasePolicy policy,
      Supplier<TariffClock> tariffs) {
    this.policy = policy;
    this.tariffs = tariffs;
    this.loop = loop;
    this.site = site;
    this.zones = zones;
    this.sessions = sessions;
    this.access = access;
    this.listener = listener;
    Settings settings = site.settings();
    staticTerms = terms(settings.leaseStatic());
    heartbeatSeconds = (int) site.settings().heartbeatInterval().toSeconds();
    for (Station station : site.stations()) {
      take(station);
    }
  }

  private LeaseTerms terms(Duration lease) {
    Settings settings = site.settings();
    return LeaseTerms.of(Micros.of(lease), Micros.of(settings.callTimeout()), settings.deadBandDa());
  }

  /** All stations: the site's in its order, then the others as they came. */
  public List<ChargePoint> stations() {
    return List.copyOf(stations.values());
  }

  /** All charging points by their order; more come with strangers. */
  public List<ChargingPoint> points() {
    return Collections.unmodifiableList(points);
  }

  /** The station that a session is at. */
  public ChargePoint of(Session session) {
    return of(session.point());
  }

  /** The station that a charging point is of. */
  public ChargePoint of(ChargingPoint point) {
    return byPoint.get(point.order());
  }

  /** The most charging points there can be, with all strangers that the licence has room for. */
  public int pointsMax() {
    int pointsMax = points.size();
    if (site.settings().unknownStations() instanceof UnknownStations.Accept accept) {
      pointsMax += strangersMax(site) * accept.pattern().connectors().size();
    }
    return pointsMax;
  }

  private static int strangersMax(Site site) {
    return Math.max(0, site.licence().stations() - site.stations().size());
  }

  /** The zones of all stations that share a feeder, in the order in which they are taken in: the site's, then all strangers there can be. */
  public static List<String> feederZones(Site site) {
    List<String> feeders = new ArrayList<>();
    site.stations().stream().filter(Station::sharesFeeder).forEach(station -> feeders.add(station.zone()));
    if (site.settings().unknownStations() instanceof UnknownStations.Accept accept && accept.pattern().sharesFeeder()) {
      feeders.addAll(Collections.nCopies(strangersMax(site), accept.zone()));
    }
    return feeders;
  }

  /** Closes all links and accepts none any more. */
  public void close() {
    closed = true;
    stations().forEach(ChargePoint::close);
  }

  @Override
  public Admission admit(Handshake handshake) {
    if (closed) {
      return new Admission.Refused(UNAVAILABLE, "the gateway has stopped");
    }
    String subprotocol = null;
    if (!handshake.subprotocols().isEmpty()) {
      if (!handshake.subprotocols().contains(OCPP_16)) {
        return new Admission.Refused(BAD_REQUEST, "this central system speaks " + OCPP_16);
      }
      subprotocol = OCPP_16;
    }
    ChargePoint station = stations.get(handshake.identity());
    if (station == null) {
      switch (site.settings().unknownStations()) {
        case UnknownStations.Refuse refuse -> {
          return refused(handshake, NOT_FOUND, "not a station of this site");
        }
        case UnknownStations.Discover discover -> {
          if (discovered >= DISCOVERED_MAX) {
            return refused(handshake, UNAVAILABLE, "too many stations await commissioning");
          }
          station = discover(handshake.identity());
        }
        case UnknownStations.Accept accept -> {
          if (taken >= strangersMax(site)) {
            return refused(
                handshake, UNAVAILABLE, "licence " + site.licence() + " holds " + site.licence().stations() + " stations");
          }
          taken++;
          station = take(accept.station(handshake.identity()));
        }
      }
    }
    if (subprotocol == null) {
      listener.noticed(handshake.identity(), "offers no WebSocket subprotocol: taken as " + OCPP_16);
    }
    return new Admission.Accepted(subprotocol, station);
  }

  private Admission refused(Handshake handshake, int status, String why) {
    listener.noticed(handshake.identity(), "refused: " + why);
    return new Admission.Refused(status, why);
  }

  private ChargePoint discover(String identity) {
    discovered++;
    return add(identity, null, List.of(), peer -> new PendingAnswers(loop, heartbeatSeconds, peer));
  }

  private ChargePoint take(Station station) {
    int row = zones.row(station);
    Duration dynamic = site.leaseDynamic(station);
    LeaseTerms terms = dynamic == null ? staticTerms : terms(dynamic);
    List<ChargingPoint> own = new ArrayList<>();
    for (Connector connector : station.connectors()) {
      int order = points.size();
      Leasehold lease = new Leasehold(
          order, row, connector.maxDa(), ChargingPoint.reachablePhases(connector),
          (int) Math.ceil(station.model().countedVoltage(site.nominalVoltage())),
          !station.model().degradedMode(), terms, policy);
      ChargingPoint point = new ChargingPoint(order, station, connector, row, lease);
      own.add(point);
      points.add(point);
    }
    ChargePoint peer = add(
        station.id(),
        station,
        own,
        to -> new CoreAnswers(
            loop, heartbeatSeconds, to, new Transactions(loop, site, sessions, access, listener, to, station, tariffs)));
    own.forEach(point -> byPoint.add(peer));
    return peer;
  }

  private ChargePoint add(
      String identity, @Nullable Station station, List<ChargingPoint> own, ChargePoint.Answers answers) {
    ChargePoint peer = new ChargePoint(loop, site, sessions, listener, identity, station, own, answers);
    stations.put(identity, peer);
    return peer;
  }
}
