package io.parkbench.plant.charger;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The station's standing with its central system: boots until it is accepted, then sends heartbeats and lets the rest of the station
 * talk (OCPP 1.6 §4.2, §4.6). It outlives the link and ends with a reboot, so that a mere reconnect sends no BootNotification (OCPP-J
 * §5.4).
 */
final class Registration implements Uplink.Owner {
  private static final long USUAL_INTERVAL = 60 * Micros.SECOND;

  /** The station behind. */
  interface Owner extends RequestHandler {
    /** Registered and free to talk: after a boot, or again after a reconnect. */
    void online();

    /** The link is down. */
    void offline();

    /** Tells all statuses, registered or not. */
    void tellStatuses();

    /** The central system has set the clock to another time. */
    void clockStepped();

    BootNotification.Req boot();
  }

  private final ConfigurationKeys keys;
  private final StationClock clock;
  private final Quirks quirks;
  private final Owner owner;
  private final Uplink uplink;
  private final Agenda.Entry boot;
  private final Agenda.Entry heartbeat;
  private @Nullable RegistrationStatus status;

  Registration(
      Loop loop,
      Net net,
      Handshake handshake,
      Agenda agenda,
      ConfigurationKeys keys,
      StationClock clock,
      Quirks quirks,
      Chance chance,
      Owner owner) {
    this.keys = keys;
    this.clock = clock;
    this.quirks = quirks;
    this.owner = owner;
    uplink = new Uplink(loop, net, handshake, agenda, keys, chance, this);
    boot = agenda.entry(this::boot);
    heartbeat = agenda.entry(this::heartbeat);
    keys.watch(keys.heartbeatInterval, key -> scheduleHeartbeat());
  }

  /** Power on: connects and registers anew. */
  void start() {
    status = null;
    uplink.start();
  }

  /** Leaves, with a goodbye or without, until {@link #start}. */
  void stop(boolean goodbye) {
    uplink.stop(goodbye);
  }

  /** Registered, with the link up. */
  boolean isOnline() {
    return uplink.isUp() && status == RegistrationStatus.Accepted;
  }

  /** What the central system last said to a BootNotification, null before its first answer. */
  @Nullable
  RegistrationStatus status() {
    return status;
  }

  /** Calls the central system; fails at once with {@link Failure.LinkClosed} when not {@link #isOnline}. */
  <C extends Response> void call(Request<C> request, Callback<C> callback) {
    if (isOnline()) {
      uplink.call(request, callback);
    } else {
      callback.failed(new Failure.LinkClosed());
    }
  }

  /** The same where the central system has asked for it, which it may do while registration is pending. */
  <C extends Response> void callAnyway(Request<C> request, Callback<C> callback) {
    uplink.call(request, callback);
  }

  /** Sends a BootNotification now. */
  void boot() {
    boot.never();
    uplink.call(owner.boot(), new Callback<>() {
      @Override
      public void answered(BootNotification.Conf conf) {
        booted(conf);
      }

      @Override
      public void failed(Failure failure) {
        if (uplink.isUp()) {
          boot.after(USUAL_INTERVAL);
        }
      }
    });
  }

  private void booted(BootNotification.Conf conf) {
    status = conf.status();
    setClock(conf.currentTime());
    switch (conf.status()) {
      case Accepted -> {
        if (conf.interval() > 0) {
          keys.heartbeatInterval.write(Integer.toString(conf.interval()));
        }
        registered();
      }
      case Pending, Rejected -> {
        heartbeat.never();
        boot.after(conf.interval() > 0 ? conf.interval() * Micros.SECOND : USUAL_INTERVAL);
      }
    }
  }

  private void registered() {
    uplink.welcome();
    scheduleHeartbeat();
    owner.online();
  }

  /** Sends a Heartbeat now. */
  void heartbeat() {
    scheduleHeartbeat();
    uplink.call(new Heartbeat.Req(), new Callback<>() {
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

  @Override
  public void linkUp() {
    if (quirks.has(Quirk.BOOT_NOT_SENT_ON_CONNECT)) {
      status = RegistrationStatus.Accepted;
    } else if (quirks.has(Quirk.STATUS_BEFORE_BOOT) && status != RegistrationStatus.Accepted) {
      owner.tellStatuses();
    }
    if (status == RegistrationStatus.Accepted) {
      registered();
    } else {
      boot();
    }
  }

  @Override
  public void linkDown() {
    boot.never();
    heartbeat.never();
    owner.offline();
  }

  @Override
  public void handle(Request<?> request, Responder responder) {
    owner.handle(request, responder);
  }
}
