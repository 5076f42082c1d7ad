package io.parkbench.plant.charger;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The station's link to its central system: dials, registers, keeps the link alive, and dials again when it is gone. Registration
 * outlives the link and ends with a reboot, so that a mere reconnect sends no BootNotification (OCPP-J §5.4).
 */
final class Uplink implements LinkListener {
  /** How long the central system may take to answer, and the peer to send a pong. */
  static final long CALL_TIMEOUT = 30 * Micros.SECOND;

  private static final long FIRST_REDIAL = 4 * Micros.SECOND;
  private static final int REDIAL_DOUBLINGS = 6;
  /** Calls without an answer in a row after which the link is taken for dead, pings or not. */
  private static final int SILENT_CALLS = 2;
  private static final long USUAL_INTERVAL = 60 * Micros.SECOND;

  /** What the station does with its link. */
  interface Owner extends RequestHandler {
    /** Registered and free to talk: after a boot, or again after a reconnect. */
    void online(boolean afterBoot);

    void offline();

    /** The central system has set the clock to another time. */
    void clockStepped();

    BootNotification.Req boot();
  }

  private final Loop loop;
  private final Net net;
  private final Handshake handshake;
  private final ConfigurationKeys keys;
  private final StationClock clock;
  private final Chance chance;
  private final Owner owner;
  private final Agenda.Entry redial;
  private final Agenda.Entry boot;
  private final Agenda.Entry heartbeat;
  private final Agenda.Entry ping;
  private final Agenda.Entry pongOverdue;

  private @Nullable Link link;
  private @Nullable Rpc rpc;
  private @Nullable RegistrationStatus registration;
  private boolean wanted;
  private int redials;
  private int silentCalls;

  Uplink(
      Loop loop,
      Net net,
      Handshake handshake,
      Agenda agenda,
      ConfigurationKeys keys,
      StationClock clock,
      Chance chance,
      Owner owner) {
    this.loop = loop;
    this.net = net;
    this.handshake = handshake;
    this.keys = keys;
    this.clock = clock;
    this.chance = chance;
    this.owner = owner;
    redial = agenda.entry(this::dial);
    boot = agenda.entry(this::boot);
    heartbeat = agenda.entry(this::heartbeat);
    ping = agenda.entry(this::ping);
    pongOverdue = agenda.entry(this::giveUp);
    keys.watch(keys.heartbeatInterval, key -> scheduleHeartbeat());
    keys.watch(keys.webSocketPingInterval, key -> schedulePing());
  }

  /** Power on: dials, and registers anew. */
  void start() {
    wanted = true;
    registration = null;
    redials = 0;
    dial();
  }

  /** Closes the link, with a goodbye or without, and stays away until {@link #start}. */
  void stop(boolean goodbye) {
    wanted = false;
    redial.never();
    Link open = link;
    if (open == null) {
      return;
    }
    if (goodbye) {
      open.close(1001, "going away");
    } else {
      open.abandon();
    }
    gone();
  }

  /** Registered, with the link up. */
  boolean isOnline() {
    return link != null && registration == RegistrationStatus.Accepted;
  }

  /** What the central system last said to a BootNotification, null before its first answer. */
  @Nullable
  RegistrationStatus registration() {
    return registration;
  }

  /** Calls the central system; fails at once with {@link Failure.LinkClosed} when not {@link #isOnline}. */
  <C extends Response> void call(Request<C> request, Callback<C> callback) {
    if (isOnline()) {
      callAnyway(request, callback);
    } else {
      callback.failed(new Failure.LinkClosed());
    }
  }

  /** The same where the central system has asked for it, which it may do while registration is pending. */
  <C extends Response> void callAnyway(Request<C> request, Callback<C> callback) {
    Rpc open = rpc;
    if (open == null) {
      callback.failed(new Failure.LinkClosed());
    } else {
      open.call(request, new Watched<>(callback));
    }
  }

  /** Sends a BootNotification now. */
  void boot() {
    boot.never();
    callAnyway(owner.boot(), new Callback<>() {
      @Override
      public void answered(BootNotification.Conf conf) {
        booted(conf);
      }

      @Override
      public void failed(Failure failure) {
        if (link != null) {
          boot.after(USUAL_INTERVAL);
        }
      }
    });
  }

  private void booted(BootNotification.Conf conf) {
    registration = conf.status();
    setClock(conf.currentTime());
    long interval = conf.interval() > 0 ? conf.interval() * Micros.SECOND : USUAL_INTERVAL;
    switch (conf.status()) {
      case Accepted -> {
        if (conf.interval() > 0) {
          keys.heartbeatInterval.write(Integer.toString(conf.interval()));
        }
        registered(true);
      }
      case Pending, Rejected -> {
        heartbeat.never();
        boot.after(interval);
      }
    }
  }

  private void registered(boolean afterBoot) {
    redials = 0;
    scheduleHeartbeat();
    owner.online(afterBoot);
  }

  /** Sends a Heartbeat now. */
  void heartbeat() {
    scheduleHeartbeat();
    callAnyway(new Heartbeat.Req(), new Callback<>() {
      @Override
      public void answered(Heartbeat.Conf conf) {
        setClock(conf.currentTime());
      }

      @Override
      public void failed(Failure failure) {}
    });
  }

  private void setClock(Instant currentTime) {
    if (clock.set(currentTime)) {
      owner.clockStepped();
    }
  }

  private void scheduleHeartbeat() {
    if (isOnline()) {
      heartbeat.after(keys.heartbeatInterval.number() * Micros.SECOND);
    }
  }

  private void schedulePing() {
    int seconds = keys.webSocketPingInterval.number();
    if (link == null || seconds == 0) {
      ping.never();
    } else {
      ping.after(seconds * Micros.SECOND);
    }
  }

  private void ping() {
    Link open = link;
    if (open != null) {
      open.ping();
      pongOverdue.atLatest(loop.now() + CALL_TIMEOUT);
      schedulePing();
    }
  }

  private void dial() {
    if (wanted && link == null) {
      net.dial(handshake, this);
    }
  }

  private void dialAgain() {
    if (wanted) {
      long wait = FIRST_REDIAL << Math.min(redials, REDIAL_DOUBLINGS);
      redials++;
      redial.after(wait / 2 + chance.between(0, wait / 2)); // so that a whole site does not come back at once
    }
  }

  /** The peer is taken for dead. */
  private void giveUp() {
    Link open = link;
    if (open != null) {
      open.abandon();
      gone();
      dialAgain();
    }
  }

  private void gone() {
    boolean wasOnline = isOnline();
    Rpc open = rpc;
    link = null;
    rpc = null;
    silentCalls = 0;
    boot.never();
    heartbeat.never();
    ping.never();
    pongOverdue.never();
    if (open != null) {
      open.closed();
    }
    if (wasOnline) {
      owner.offline();
    }
  }

  @Override
  public void opened(Link opened) {
    if (!wanted || link != null) {
      opened.close(1000, "not wanted any more");
      return;
    }
    link = opened;
    rpc = new Rpc(loop, opened, Role.CHARGE_POINT, CALL_TIMEOUT, owner);
    schedulePing();
    if (registration == RegistrationStatus.Accepted) {
      registered(false);
    } else {
      boot();
    }
  }

  @Override
  public void text(Link from, String text) {
    Rpc open = rpc;
    if (from.equals(link) && open != null) {
      open.text(text);
    }
  }

  @Override
  public void pong(Link from) {
    if (from.equals(link)) {
      pongOverdue.never();
    }
  }

  @Override
  public void closed(Link closed, int code, String reason) {
    if (closed.equals(link)) {
      gone();
      dialAgain();
    }
  }

  @Override
  public void refused(Handshake refused, int status) {
    dialAgain();
  }

  /** Counts the calls that get no answer: a silent peer is left. */
  private final class Watched<C extends Response> implements Callback<C> {
    private final Callback<C> callback;

    Watched(Callback<C> callback) {
      this.callback = callback;
    }

    @Override
    public void answered(C conf) {
      silentCalls = 0;
      callback.answered(conf);
    }

    @Override
    public void failed(Failure failure) {
      callback.failed(failure);
      if (failure instanceof Failure.TimedOut && ++silentCalls >= SILENT_CALLS) {
        giveUp();
      }
    }
  }
}
