package io.parkbench.gateway;

import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.api.Api;
import io.parkbench.gateway.api.Numbers;
import io.parkbench.gateway.input.InputState;
import io.parkbench.gateway.input.Inputs;
import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.limits.Ceilings;
import io.parkbench.gateway.limits.TariffClock;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.meter.Metering;
import io.parkbench.gateway.meter.Meters;
import io.parkbench.gateway.ocpp.CentralSystem;
import io.parkbench.gateway.ocpp.ChargePoint;
import io.parkbench.gateway.ocpp.StationListener;
import io.parkbench.gateway.session.Access;
import io.parkbench.gateway.session.Carried;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.AuthMode;
import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.OfflineAuthMode;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.RemoteControl;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.WakeUp;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The gateway: wires stations, sessions, limits and allocation together on one loop. Events only mark that something has
 * changed; once nothing else happens at an instant, one decision is made for all of them, and what may be said is said.
 *
 * <p>Everything is called on the loop's thread.
 */
public final class Gateway implements AutoCloseable {
  /** How long a station waits for the plug after a card (OCPP's ConnectionTimeOut), and a little for the word of it. */
  private static final long PLUGS_WITHIN = 70 * Micros.SECOND;

  /** Where the REST API is on a site's own net. */
  public static final String API_HOST = "gateway";

  public static final int API_PORT = 443;

  private final Loop loop;
  private Site site;
  private final Net net;
  private final ZoneLimits limits;
  private final Ceilings ceilings;
  private final ZoneId timeZone;
  private final Sessions sessions = new Sessions();
  private final Access access;
  private final CentralSystem stations;
  private final Discipline discipline;
  private final Sharing sharing;
  private final Leasing leasing;
  private final Steering steering;
  private final Meters meters;
  private final Inputs inputs;
  private final Chronicle chronicle;
  private final Notices notices = new Notices();
  private final RemoteManagement remote;
  private final @Nullable Api api;
  private final Reconfiguration reconfiguration;

  private boolean demandChanged;
  private boolean leasesChanged;
  private boolean meteringChanged;
  private boolean pending;
  private boolean closed;
  private final WakeUp review;
  private final WakeUp ceilingsChange;

  /**
   * A gateway for {@code site} that will listen on {@code net}.
   *
   * @param recording where limits, leased sums and setpoints are written when they change
   */
  public Gateway(Loop loop, Site site, Net net, Recording recording) {
    this(loop, site, net, recording, LeasePolicy.LEASES, null);
  }

  /**
   * The same by another policy than leases, to compare with (none of the others is safe), and with a REST API.
   *
   * @param keeper who lets people into the API; null for a gateway without one
   */
  public Gateway(Loop loop, Site site, Net net, Recording recording, LeasePolicy policy, @Nullable Gatekeeper keeper) {
    this.loop = loop;
    this.site = site;
    this.net = net;
    timeZone = site.timeZone();
    review = new WakeUp(loop, this::demandChanged);
    ceilingsChange = new WakeUp(loop, this::actSoon);
    limits = new ZoneLimits(site.zones(), CentralSystem.feederZones(site), site.nominalVoltage());
    ceilings = new Ceilings(
        site.tariffs(), site.timeZone(), site.inputs(), site.settings().limitRules(),
        Micros.of(site.settings().remote().minimumPeriod()), site.nominalVoltage());
    access = new Access(site);
    stations = new CentralSystem(loop, site, limits, sessions, access, new Events(), policy, ceilings::clock);
    discipline = new Discipline(loop, stations, sessions, notices, this::demandChanged);
    sharing = new Sharing(limits, sessions, site.settings(), stations.points(), stations.pointsMax(), discipline);
    leasing = new Leasing(
        loop, sessions, stations, site, limits, ceilings, policy, this::somethingChanged, this::demandChanged);
    steering = new Steering(loop, site, limits, stations, sessions, notices, this::meteringChanged);
    // without meters nothing asks, and a net need not carry it
    Exchange exchange = site.meters().isEmpty() ? (to, request, timeout, answer) -> {} : net.exchange();
    meters = new Meters(loop, exchange, site, steering, recording, new Readings());
    inputs = new Inputs(loop, net, site.inputs(), recording, new Contacts());
    chronicle = new Chronicle(loop, recording, limits);
    remote = new RemoteManagement(loop, site.settings()::remote, notices, this::controllerLost);
    reconfiguration = new Reconfiguration(loop, this, ceilings, inputs, access, notices);
    api = keeper == null ? null
        : new Api(
            loop, site, this::view,
            new Operations(loop, ceilings, stations, remote, notices, this::limitsTouched, reconfiguration, site.cpo() != null),
            keeper, fault -> notices.addFromAnywhere(loop.now(), "api",
                "alarm: a request failed (" + fault.traceId() + "): " + fault.what()));
    if (keeper != null) {
      keeper.onUnusual((now, origin, text) -> notices.addFromAnywhere(now, "api", "alarm: unusual activity: " + text));
    }
  }

  /** What is to outlive a restart: to be given to {@link #goOn} of the next one (R-DEG-7). */
  public Carried carried() {
    return sessions.carried();
  }

  /**
   * Takes up the sessions of the gateway before this one, before {@link #start}; those of connectors that the site has no more are let go. What
   * their connectors were told is not known any more.
   */
  public void goOn(Carried before) {
    sessions.goOn(before);
    for (Carried.Open open : before.open()) {
      stations.points().stream()
          .filter(point -> point.station().id().equals(open.station()) && point.connector().number() == open.connector())
          .findFirst().ifPresent(point -> {
            Session session = Session.goingOn(site, open, point, access.ask(point.station(), open.idTag()), ceilings::clock);
            sessions.open(session);
            point.lease().begun(loop.now());
          });
    }
  }

  /** Tells {@code hearer} each notice as it comes, on the loop's thread; there is one hearer at a time. */
  public void onNotice(Consumer<GatewayView.Notice> hearer) {
    notices.tell(hearer);
  }

  /** The site as it is now, with what has been changed live. */
  public Site site() {
    return site;
  }

  /** Goes by this site from now on, which differs from the one before in what can change live. */
  void site(Site other) {
    site = other;
    limitsTouched();
  }

  /** Tells {@code hearer} of every change of the configuration before it counts; there is one hearer at a time. */
  public void onConfigured(ConfigurationHearer hearer) {
    reconfiguration.hearer(hearer);
  }

  /** Who restarts this gateway with another site when its API is asked to; without one it says that nobody can. */
  public void onRestart(Consumer<Site> restarter) {
    reconfiguration.restarter(restarter);
  }

  /** The numbers of the API, to be given to {@link #goOnWith} of the next gateway, so that none is used twice. */
  public @Nullable Numbers numbers() {
    return api == null ? null : api.numbers();
  }

  /** Goes on numbering where the gateway before this one was, before {@link #start}. */
  public void goOnWith(Numbers before) {
    if (api != null) {
      api.numbers().goOn(before);
    }
  }

  /** Listens for stations and to contacts, and polls meters. */
  public void start() {
    net.listen(stations);
    if (api != null) {
      net.serveWeb(API_HOST, API_PORT, api);
      api.started();
    }
    meters.start();
    inputs.start();
    demandChanged();
  }

  /** Closes all links and decides nothing any more. */
  @Override
  public void close() {
    closed = true;
    if (api != null) {
      api.stopped();
    }
    review.cancel();
    ceilingsChange.cancel();
    meters.close();
    inputs.close();
    leasing.close();
    steering.close();
    stations.close();
    remote.close();
  }

  /** What the gateway knows and has decided at this instant. */
  public GatewayView view() {
    return new Viewing(loop, site, limits, ceilings, stations, meters, inputs, sessions, leasing, remote, notices).view();
  }

  /**
   * Changes a static zone's maximum at once, without a restart (R-SITE-7).
   *
   * @param maxDa per supply phase, 0.1 A
   * @param maxW over all phases, W; null for none
   * @throws IllegalArgumentException for an unknown or dynamic zone, a negative value, or more than the parent's maximum
   */
  public void setZoneMaximum(String zoneId, PerPhase maxDa, @Nullable Integer maxW) {
    limits.setMaximum(zoneId, maxDa, maxW);
    ceilings.touched();
    demandChanged();
  }

  /** The controller has fallen silent (R-BEMS-4). */
  private void controllerLost() {
    if (site.settings().remote().onLoss() == RemoteControl.OnLoss.RELEASE && ceilings.reductions().releaseAll()) {
      ceilings.touched();
      limitsTouched();
    }
    watched();
  }

  /** What the API tells as events may have changed, whether or not anything is to be decided. */
  private void watched() {
    if (api != null) {
      api.events().touched();
    }
  }

  /** Sets the limits at once, so that whoever has changed them reads what has come of it. */
  private void limitsTouched() {
    lower();
    actSoon();
  }

  private void lower() {
    if (ceilings.step(loop.now()) && limits.lower(ceilings)) {
      leasing.limitsChanged();
      demandChanged = true;
    }
    for (TariffClock.OddSlot odd : ceilings.oddSlots()) {
      notices.add(loop.now(), "tariffs", odd.words(timeZone));
    }
    ceilingsChange.move(ceilings.nextWakeAt());
  }

  private void demandChanged() {
    demandChanged = true;
    somethingChanged();
  }

  private void somethingChanged() {
    leasesChanged = true;
    actSoon();
  }

  private void meteringChanged() {
    meteringChanged = true;
    actSoon();
  }

  private void actSoon() {
    if (!pending && !closed) {
      pending = true;
      loop.atEndOfInstant(this::act);
    }
  }

  /** The tick: decides if the demand has changed, then says what may be said. */
  private void act() {
    pending = false;
    if (closed) {
      return;
    }
    if (meteringChanged) {
      meteringChanged = false;
      demandChanged |= steering.step();
    }
    lower();
    watched();
    if (!demandChanged && !leasesChanged) {
      return;
    }
    leasesChanged = false;
    chronicle.limits();
    if (demandChanged) {
      demandChanged = false;
      sharing.decide(loop.now(), chronicle::setpoint);
      leasing.takeIn();
    }
    review.move(sharing.nextWakeAt(loop.now()));
    leasing.speak();
    chronicle.leased(leasing.reserved());
    leasing.tell(chronicle);
  }

  /** What the meters show, as it matters here. */
  private final class Readings implements Meters.Listener {
    @Override
    public void read(Metering meter) {
      steering.read(meter);
    }

    @Override
    public void noticed(Metering meter, String text) {
      notices.add(loop.now(), meter.id(), text);
    }
  }

  /** What the contacts tell, as it matters here. */
  private final class Contacts implements Inputs.Listener {
    @Override
    public void changed(InputState input) {
      ceilings.input(input.input().number(), input.active());
      actSoon();
    }

    @Override
    public void noticed(Input input, String text) {
      notices.add(loop.now(), input.name(), text);
    }
  }

  /** What the stations do, as it matters here. */
  private final class Events implements StationListener {
    @Override
    public void connected(ChargePoint station) {
      for (ChargingPoint point : station.points()) {
        point.lease().found(loop.now());
        steering.found(point);
        Session session = sessions.at(point);
        if (session != null) {
          // what its car has done meanwhile is not known
          session.appetite().stirs();
        }
        point.lease().startable(startsUnasked(point));
      }
      demandChangedAt(station);
    }

    @Override
    public void lost(ChargePoint station) {
      for (ChargingPoint point : station.points()) {
        point.lease().lost(loop.now());
        steering.lost(point);
        point.lease().startable(point.station().offlineAuth() != OfflineAuthMode.NONE);
      }
      demandChangedAt(station);
    }

    @Override
    public void booted(ChargePoint station) {
      for (ChargingPoint point : station.points()) {
        point.lease().forgotten(loop.now());
        Session session = sessions.at(point);
        if (session != null) {
          session.comparing(false);
        }
      }
      demandChangedAt(station);
    }

    /** Others are concerned only if the station holds something. */
    private void demandChangedAt(ChargePoint station) {
      watched();
      for (ChargingPoint point : station.points()) {
        if (sessions.at(point) != null || point.lease().peakDa(loop.now()) > 0) {
          Gateway.this.demandChanged();
          return;
        }
      }
    }

    @Override
    public boolean affords(ChargingPoint point) {
      return leasing.affords(point);
    }

    @Override
    public void admitted(ChargingPoint point) {
      point.lease().startable(true);
      Gateway.this.demandChanged();
      loop.after(PLUGS_WITHIN, () -> {
        if (point.lease().connected()) {
          point.lease().startable(startsUnasked(point));
          Gateway.this.demandChanged();
        }
      });
    }

    private boolean startsUnasked(ChargingPoint point) {
      return point.station().auth() == AuthMode.PLUG_AND_CHARGE;
    }

    @Override
    public void sampled(ChargingPoint point, double amps, long taken) {
      int beforeDa = point.lease().worstCaseDa(loop.now());
      point.lease().sampled(loop.now(), (int) Math.ceil(amps * 10), taken);
      if (point.lease().worstCaseDa(loop.now()) != beforeDa) {
        somethingChanged();
      }
      steering.sampled(point, taken);
      discipline.sampled(point, amps, taken);
      if (!point.lease().isProved() && discipline.isAsTold(point, amps, taken)) {
        stations.of(point).drewAsTold(point);
      }
    }

    @Override
    public void started(Session session) {
      steering.started(session);
      Gateway.this.demandChanged();
    }

    @Override
    public void ended(Session session) {
      discipline.ended(session.point());
      steering.ended(session.point());
      chronicle.forget(session);
      Gateway.this.demandChanged();
    }

    @Override
    public void demandChanged() {
      Gateway.this.demandChanged();
    }

    @Override
    public void noticed(String station, String text) {
      notices.add(loop.now(), station, text);
      watched();
    }

    @Override
    public void showed(ChargePoint station) {
      watched();
    }
  }
}
