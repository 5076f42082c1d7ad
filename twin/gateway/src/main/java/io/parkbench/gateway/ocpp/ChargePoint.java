package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.site.Settings;
import io.parkbench.gateway.site.Station;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.Oddity;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The central system's end of one station, across all its links: there is one at a time, the newest. A second link under the
 * same identity takes the first one's place, which is closed; sessions are not touched by that.
 */
public final class ChargePoint implements LinkListener {
  /** Close code of RFC 6455: a normal goodbye. */
  private static final int GOODBYE = 1000;

  private static final long NEVER = -1;

  private final Loop loop;
  private final Settings settings;
  private final StationListener listener;
  private final String identity;
  private final @Nullable Station station;
  private final List<ChargingPoint> points;
  private final List<@Nullable ChargePointStatus> statuses = new ArrayList<>();
  private final RequestHandler answers;
  private final Setup setup;
  private final LinkWatch watch;

  private Presence presence = Presence.NEVER_SEEN;
  private @Nullable Link link;
  private @Nullable Rpc rpc;
  private long lastHeard = NEVER;
  private BootNotification.@Nullable Req boot;
  private boolean oddToldOnThisLink;

  /**
   * @param station null for one that awaits commissioning
   * @param points one for each of the station's connectors, by number
   */
  ChargePoint(
      Loop loop,
      Settings settings,
      StationListener listener,
      String identity,
      @Nullable Station station,
      List<ChargingPoint> points,
      Answers answers) {
    this.loop = loop;
    this.settings = settings;
    this.listener = listener;
    this.identity = identity;
    this.station = station;
    this.points = List.copyOf(points);
    for (int number = 0; number <= points.size(); number++) {
      statuses.add(null);
    }
    this.answers = answers.to(this);
    setup = new Setup(loop, settings, this);
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
    if (connector < statuses.size()) {
      statuses.set(connector, status);
    }
  }

  PhaseOrder phaseOrder(ChargingPoint point) {
    return setup.phaseOrder(point);
  }

  /** The station introduced itself; it is told so before anything else is. */
  void introduced(BootNotification.Req request, boolean accepted) {
    boot = request;
    if (accepted) {
      setup.booted();
      listener.booted(this);
    }
  }

  /**
   * Tells the station a session's setpoint, before all calls that wait.
   *
   * @param da 0.1 A per phase
   */
  public void say(Session session, int da, double nominalVoltage, Callback<SetChargingProfile.Conf> callback) {
    Rpc line = rpc;
    if (line == null) {
      throw new IllegalStateException(identity + " is not connected");
    }
    line.callFirst(Profiles.setpoint(session, da, setup.rateUnit(), nominalVoltage), callback);
  }

  /** Calls the station; nothing happens while there is no link. */
  <C extends Response> void call(Request<C> request, Callback<C> callback) {
    if (rpc != null) {
      rpc.call(request, callback);
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
