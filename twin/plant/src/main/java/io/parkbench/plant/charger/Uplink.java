package io.parkbench.plant.charger;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import org.jspecify.annotations.Nullable;

/** The station's link to its central system: dials, watches that the peer is alive, and dials again when the link is gone. */
final class Uplink implements LinkListener {
  /** How long the central system may take to answer, and the peer to send a pong. */
  static final long CALL_TIMEOUT = 30 * Micros.SECOND;

  private static final long FIRST_REDIAL = 4 * Micros.SECOND;
  private static final int REDIAL_DOUBLINGS = 6;
  /** Calls without an answer in a row after which the link is taken for dead, pings or not. */
  private static final int SILENT_CALLS = 2;

  /** Hears the link come and go, and serves the peer's calls. */
  interface Owner extends RequestHandler {
    void linkUp();

    void linkDown();
  }

  private final Loop loop;
  private final Net net;
  private final Handshake handshake;
  private final ConfigurationKeys keys;
  private final Chance chance;
  private final Owner owner;
  private final Agenda.Entry redial;
  private final Agenda.Entry ping;
  private final Agenda.Entry pongOverdue;

  private @Nullable Link link;
  private @Nullable Rpc rpc;
  private boolean wanted;
  private int redials;
  private int silentCalls;

  Uplink(
      Loop loop,
      Net net,
      Handshake handshake,
      Agenda agenda,
      ConfigurationKeys keys,
      Chance chance,
      Owner owner) {
    this.loop = loop;
    this.net = net;
    this.handshake = handshake;
    this.keys = keys;
    this.chance = chance;
    this.owner = owner;
    redial = agenda.entry(this::dial);
    ping = agenda.entry(this::ping);
    pongOverdue = agenda.entry(this::giveUp);
    keys.watch(keys.webSocketPingInterval, key -> schedulePing());
  }

  /** Dials until it succeeds, now and whenever the link is gone. */
  void start() {
    wanted = true;
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

  boolean isUp() {
    return link != null;
  }

  /** The central system has taken this station: the next time it is lost, the first attempt comes soon again. */
  void welcome() {
    redials = 0;
  }

  /** Calls the central system; fails at once with {@link Failure.LinkClosed} where there is no link. */
  <C extends Response> void call(Request<C> request, Callback<C> callback) {
    Rpc open = rpc;
    if (open == null) {
      callback.failed(new Failure.LinkClosed());
    } else {
      open.call(request, new Watched<>(callback));
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
    Rpc open = rpc;
    link = null;
    rpc = null;
    silentCalls = 0;
    ping.never();
    pongOverdue.never();
    if (open != null) {
      open.closed();
    }
    owner.linkDown();
  }

  @Override
  public void opened(Link opened) {
    if (!wanted) {
      opened.close(1000, "not wanted any more");
      return;
    }
    Link before = link;
    if (before != null) {
      gone();
      before.close(1000, "replaced by a newer one");
    }
    link = opened;
    rpc = new Rpc(loop, opened, Role.CHARGE_POINT, CALL_TIMEOUT, owner);
    schedulePing();
    owner.linkUp();
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
