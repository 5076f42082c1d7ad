package io.parkbench.rigs.hardware;

import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.WebClient;
import io.parkbench.kernel.WebService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A net on which the links to real stations go through a {@link SafetyGuard}. */
final class GuardedNet implements Net {
  private final Net net;
  private final SafetyGuard guard;
  private final Watch watch;

  /** Hears of the links of real stations. */
  interface Watch {
    void link(String station, boolean up, String why);
  }

  GuardedNet(Net net, SafetyGuard guard, Watch watch) {
    this.net = net;
    this.guard = guard;
    this.watch = watch;
  }

  @Override
  public void listen(Acceptor acceptor) {
    net.listen(handshake -> switch (acceptor.admit(handshake)) {
      case Admission.Accepted(String subprotocol, LinkListener listener) when guard.guards(handshake.identity()) ->
          new Admission.Accepted(subprotocol, new Guarded(handshake.identity(), listener));
      case Admission other -> other;
    });
  }

  /** The gateway's end of a guarded link, and what hears it. */
  private final class Guarded implements LinkListener, Link {
    private final String station;
    private final LinkListener listener;
    private @Nullable Link under;

    Guarded(String station, LinkListener listener) {
      this.station = station;
      this.listener = listener;
    }

    private Link link() {
      return Objects.requireNonNull(under, "the link is not open yet");
    }

    @Override
    public void opened(Link opened) {
      under = opened;
      watch.link(station, true, "");
      listener.opened(this);
      guard.opened(station, opened);
    }

    @Override
    public void text(Link from, String text) {
      if (guard.heard(station, text)) {
        listener.text(this, text);
      }
    }

    @Override
    public void pong(Link from) {
      listener.pong(this);
    }

    @Override
    public void closed(Link gone, int code, String reason) {
      guard.closed(station, gone);
      watch.link(station, false, "close code " + code + (reason.isEmpty() ? "" : ", " + reason));
      listener.closed(this, code, reason);
    }

    @Override
    public String identity() {
      return station;
    }

    @Override
    public Handshake handshake() {
      return link().handshake();
    }

    @Override
    public void send(String json) {
      if (guard.lets(station, json)) {
        link().send(json);
      }
    }

    @Override
    public void sendRaw(String text) {
      if (guard.lets(station, text)) {
        link().sendRaw(text);
      }
    }

    @Override
    public void ping() {
      link().ping();
    }

    @Override
    public void close(int code, String reason) {
      left("closed by the gateway: " + code + " " + reason);
      link().close(code, reason);
    }

    @Override
    public void abandon() {
      left("given up by the gateway, for it was silent");
      link().abandon();
    }

    private void left(String why) {
      if (isOpen()) {
        guard.closed(station, link());
        watch.link(station, false, why);
      }
    }

    @Override
    public boolean isOpen() {
      return under != null && under.isOpen();
    }
  }

  @Override
  public void dial(Handshake handshake, LinkListener listener) {
    net.dial(handshake, listener);
  }

  @Override
  public void serve(String host, int port, Responder device) {
    net.serve(host, port, device);
  }

  @Override
  public Exchange exchange() {
    return net.exchange();
  }

  @Override
  public void serveWeb(String host, int port, WebService service) {
    net.serveWeb(host, port, service);
  }

  @Override
  public WebClient web() {
    return net.web();
  }

  @Override
  public Pins pins() {
    return net.pins();
  }

  @Override
  public Faults faults() {
    return net.faults();
  }
}
