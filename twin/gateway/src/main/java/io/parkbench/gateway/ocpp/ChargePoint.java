package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.lease.Lease;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.Settings;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.ChangeAvailability;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.Oddity;
import io.parkbench.protocol.ocpp.ReadingContext;
import io.parkbench.protocol.ocpp.RemoteStopTransaction;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Reset;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The central system's end of one station, across all its links: there is one at a time, the newest. A second link under the
 * same identity takes the first one's place, which is closed; sessions are not touched by that.
 */
public final class ChargePoint implements LinkListener {
  /** Close code of RFC 6455: a normal goodbye. */
  private static final int GOODBYE = 1000;

  private static final long NEVER = -1;

  /** Older samples are handed in late: they count for the energy, not for what flows now. */
  private static final long STALE = 30 * Micros.SECOND;

  /** What was queued tells old times, and is no reason to ask for the time at each of it. */
  private static final long CLOCK_ASKED_AGAIN = Micros.MINUTE;

  private final Loop loop;
  private final Settings settings;
  private final StationListener listener;
  private final String identity;
  private final @Nullable Station station;
  private final List<ChargingPoint> points;
  private final List<@Nullable ChargePointStatus> statuses = new ArrayList<>();
  private final RequestHandler answers;
  private final ClockEstimate clock = new ClockEstimate();
  private final LeaseCalls calls;
  private final Set<Integer> distrusted = new TreeSet<>();
  private final List<Long> askedAt = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final Setup setup;
  private final LinkWatch watch;

  private Presence presence = Presence.NEVER_SEEN;
  private @Nullable Link link;
  private @Nullable Rpc rpc;
  private long lastHeard = NEVER;
  private BootNotification.@Nullable Req boot;
  private boolean oddToldOnThisLink;
  private long clockAskedAt = NEVER;

  /**
   * @param station null for one that awaits commissioning
   * @param points one for each of the station's connectors, by number
   */
  ChargePoint(
      Loop loop,
      Site site,
      Sessions sessions,
      StationListener listener,
      String identity,
      @Nullable Station station,
      List<ChargingPoint> points,
      Answers answers) {
    this.loop = loop;
    this.settings = site.settings();
    this.listener = listener;
    this.identity = identity;
    this.station = station;
    this.points = List.copyOf(points);
    for (int number = 0; number <= points.size(); number++) {
      statuses.add(null);
    }
    this.answers = answers.to(this);
    calls = new LeaseCalls(loop, this, clock, site.nominalVoltage());
    setup = new Setup(loop, site.sampleInterval(station), this, sessions, calls);
    points.forEach(point -> askedAt.add(NEVER));
    watch = new LinkWatch(
        loop,
        Micros.of(settings.pingInterval()),
        Micros.of(settings.pingGrace()),
        () -> current().ping(),
        this::fallSilent);
  }

  /** Makes the handler of a station's calls. */
  @FunctionalInterface
  interface Answers {
    RequestHandler to(ChargePoint station);
  }

  public String identity() {
    return identity;
  }

  /** Its entry in the site, or null while it awaits commissioning. */
  public @Nullable Station station() {
    return station;
  }

  public Presence presence() {
    return presence;
  }

  public boolean connected() {
    return rpc != null;
  }

  /** When something was last heard of it, µs; −1 for never. */
  public long lastHeard() {
    return lastHeard;
  }

  /** How it introduced itself last, or null if it has not yet. */
  public BootNotification.@Nullable Req boot() {
    return boot;
  }

  /** Whether it has agreed that sessions start with 0 A. */
  public boolean baseConfirmed() {
    return setup.baseConfirmed();
  }

  /** The charging point of a connector, or null if the station has none of that number. */
  public @Nullable ChargingPoint point(int connector) {
    return connector >= 1 && connector <= points.size() ? points.get(connector - 1) : null;
  }

  public List<ChargingPoint> points() {
    return points;
  }

  /** The last status of a connector (0: of the station), or null if it has told none. */
  public @Nullable ChargePointStatus status(int connector) {
    return connector < statuses.size() ? statuses.get(connector) : null;
  }

  void status(int connector, ChargePointStatus status) {
    if (connector < statuses.size() && statuses.set(connector, status) != status) {
      listener.showed(this);
    }
  }

  PhaseOrder phaseOrder(ChargingPoint point) {
    return setup.phaseOrder(point);
  }

  /** The station introduced itself; it is told so before anything else is. */
  void introduced(BootNotification.Req request, boolean accepted) {
    boot = request;
    if (accepted) {
      clock.forget();
      clockChanged();
      setup.booted();
      listener.booted(this);
    }
  }

  /** Tells the station a session's lease, before all calls that wait. */
  public void say(Session session, Lease lease, boolean fallsBack, Callback<SetChargingProfile.Conf> callback) {
    calls.say(session, lease, fallsBack, callback);
  }

  /** Asks for a sample of a connector's currents now, where the station can be asked. */
  public void askSample(ChargingPoint point) {
    calls.askSample(point);
  }

  /** Asks what the station makes of a session's lease (R-LEASE-4). */
  public void compare(Session session, Lease lease) {
    setup.compare(session, lease);
  }

  /** The session of a connector is over. */
  void ended(ChargingPoint point) {
    setup.ended(point);
  }

  /** A connector was seen not to obey: it counts at its rating for good, whatever its profiles add up to. */
  public void distrust(ChargingPoint point) {
    distrusted.add(point.order());
    disagrees(point);
    setup.adviseOffline();
  }

  /** A connector has refused a lease, and so counts at its rating until it is proved anew. */
  public void refusedLease() {
    setup.adviseOffline();
  }

  /** Stops a session from here. */
  public void stop(Session session) {
    call(new RemoteStopTransaction.Req(session.transactionId()), Outcome.of(conf -> {}, failure -> {}));
  }

  public void takeOutOfService(ChargingPoint point) {
    call(
        new ChangeAvailability.Req(point.connector().number(), ChangeAvailability.AvailabilityType.Inoperative),
        Outcome.of(conf -> {}, failure -> {}));
  }

  /** Takes a connector, or with 0 the whole station, out of service or back, after a session that runs (R-BEMS-7). */
  public void availability(int connector, boolean available, Callback<ChangeAvailability.Conf> answer) {
    call(
        new ChangeAvailability.Req(
            connector, available ? ChangeAvailability.AvailabilityType.Operative : ChangeAvailability.AvailabilityType.Inoperative),
        answer);
  }

  /** Restarts the station at once. */
  public void reset() {
    call(new Reset.Req(Reset.ResetType.Hard), Outcome.of(conf -> {}, failure -> {}));
  }

  /** Whether it is still open what a connector makes of its base: the station is being asked. */
  boolean isBeingAsked(ChargingPoint point) {
    return setup.isBeingAsked(point);
  }

  /** Does {@code task} once more is known of whether the connectors obey; never, if the link is lost before. */
  void whenLearnt(Runnable task) {
    waiting.add(task);
  }

  /** More is known of whether a connector obeys. */
  void learnt() {
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }

  /** A connector drew as it was told; where it cannot be asked, that proves it. */
  public void drewAsTold(ChargingPoint point) {
    if (setup.onlyDrawShows(point)) {
      agrees(point);
    }
  }

  /** A connector's profiles add up to what it was told. */
  void agrees(ChargingPoint point) {
    if (!point.lease().isProved() && !distrusted.contains(point.order())) {
      point.lease().proved();
      listener.demandChanged();
    }
  }

  /** A connector's profiles add up to more than it was told. */
  void disagrees(ChargingPoint point) {
    point.lease().unproved();
    listener.demandChanged();
  }

  void demandChanged() {
    listener.demandChanged();
  }

  void sampleAsked(ChargingPoint point, long now) {
    askedAt.set(point.connector().number() - 1, now);
  }

  /** A message that has just come carries this time of the station's clock, µs. */
  void stamped(long stamp) {
    heard(stamp);
    clockChanged();
  }

  private void heard(long stamp) {
    if (clock.heard(loop.now(), stamp) && loop.now() - clockAskedAt >= CLOCK_ASKED_AGAIN) {
      clockAskedAt = loop.now();
      setup.clockJumped();
    }
  }

  /** How far the station's clock may be off, as far as its leases are concerned. */
  void clockChanged() {
    for (ChargingPoint point : points) {
      point.lease().clockError(loop.now(), clock.error(loop.now(), 0), clock.error(loop.now(), point.lease().longest()));
    }
  }

  /** When something was that the station tells the time of, µs on our clock: now, where its clock is not known or ahead of us. */
  long instant(Instant stamp) {
    long now = loop.now();
    return clock.error(now, 0) == Lease.ENDLESS ? now : Math.min(now, Micros.of(stamp) - clock.offset());
  }

  /**
   * When a sample was taken at the earliest, µs on our clock; {@link Long#MIN_VALUE} if that is not known. What it says of the
   * station's clock is taken in.
   */
  long taken(ChargingPoint point, MeterValue value) {
    long stamp = Micros.of(value.timestamp());
    int at = point.connector().number() - 1;
    long asked = NEVER;
    // one asked for long ago may come out of the station's queue just now: the answer to the latest question it is not
    if (isTriggered(value) && (clock.error(loop.now(), 0) == Lease.ENDLESS || isFresh(value))) {
      asked = askedAt.set(at, NEVER);
    }
    if (asked == NEVER) {
      heard(stamp);
    } else {
      clock.asked(loop.now(), asked, stamp, stamp + Micros.SECOND);
    }
    clockChanged();
    long error = clock.error(loop.now(), 0);
    long byStamp = error == Lease.ENDLESS ? Long.MIN_VALUE : stamp - clock.offset() - error;
    return Math.max(byStamp, asked == NEVER ? Long.MIN_VALUE : asked);
  }

  /** Whether a sample tells of now, not of the time when its station was offline. */
  boolean isFresh(MeterValue value) {
    return loop.now() + clock.offset() - Micros.of(value.timestamp()) < STALE;
  }

  private static boolean isTriggered(MeterValue value) {
    return !value.sampledValue().isEmpty() && value.sampledValue().getFirst().context() == ReadingContext.Trigger;
  }

  /** Calls the station; nothing happens while there is no link. */
  <C extends Response> void call(Request<C> request, Callback<C> callback) {
    if (rpc != null) {
      rpc.call(request, callback);
    }
  }

  /** The same, before all calls that wait. */
  <C extends Response> void callFirst(Request<C> request, Callback<C> callback) {
    if (rpc != null) {
      rpc.callFirst(request, callback);
    }
  }

  void notice(String text) {
    listener.noticed(identity, text);
  }

  @Override
  public void opened(Link opened) {
    Link older = link;
    if (older != null) {
      notice("a newer link took the place of the one before");
      drop();
      older.close(GOODBYE, "replaced by a newer link");
    }
    link = opened;
    rpc = new Rpc(loop, opened, Role.CENTRAL_SYSTEM, Micros.of(settings.callTimeout()), new Ears());
    lastHeard = loop.now();
    oddToldOnThisLink = false;
    watch.start();
    if (station == null) {
      presence = Presence.DISCOVERED;
    } else {
      presence = Presence.CONNECTED;
      setup.connected();
      listener.connected(this);
    }
  }

  @Override
  public void text(Link from, String text) {
    if (isCurrent(from) && rpc != null) {
      heard();
      rpc.text(text);
    }
  }

  @Override
  public void pong(Link from) {
    if (isCurrent(from)) {
      heard();
    }
  }

  @SuppressWarnings("ReferenceEquality") // a link is this very connection
  private boolean isCurrent(Link from) {
    return from == link;
  }

  private void heard() {
    lastHeard = loop.now();
    watch.heard();
  }

  @Override
  public void closed(Link from, int code, String reason) {
    if (isCurrent(from)) {
      drop();
    }
  }

  private void fallSilent() {
    Link silent = current();
    notice("nothing heard for " + settings.pingInterval().plus(settings.pingGrace()).toSeconds() + " s: link given up");
    drop();
    silent.abandon();
  }

  /** Closes the link from this end, when the gateway stops. */
  void close() {
    Link open = link;
    if (open != null) {
      drop();
      open.close(1001, "the gateway stops");
    }
  }

  private void drop() {
    Rpc gone = rpc;
    link = null;
    rpc = null;
    watch.stop();
    waiting.clear();
    setup.disconnected();
    presence = Presence.LOST;
    if (station != null) {
      listener.lost(this);
    }
    if (gone != null) {
      gone.closed();
    }
  }

  private Link current() {
    Link open = link;
    if (open == null) {
      throw new IllegalStateException(identity + " is not connected");
    }
    return open;
  }

  ChargingRateUnitType rateUnit() {
    return setup.rateUnit();
  }

  /** Serves calls as the station's standing allows, and takes note of what is no proper frame, once per link. */
  private final class Ears implements RequestHandler {
    @Override
    public void handle(Request<?> request, Responder responder) {
      answers.handle(request, responder);
    }

    @Override
    public void odd(Oddity oddity, String text, String why) {
      if (!oddToldOnThisLink) {
        oddToldOnThisLink = true;
        notice("sent what is no proper OCPP frame: " + why);
      }
      if (oddity == Oddity.TooLong) {
        drop();
      }
    }
  }
}
