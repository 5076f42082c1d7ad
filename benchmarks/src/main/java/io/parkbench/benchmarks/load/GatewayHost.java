package io.parkbench.benchmarks.load;

import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.access.AccountStoreException;
import io.parkbench.gateway.access.Change;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Gatekeepers;
import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.User;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.kernel.WebService;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.web.Certificates;
import io.parkbench.wire.web.TlsVersions;
import io.parkbench.wire.web.WebLimits;
import io.parkbench.wire.web.WebServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A gateway as it runs in earnest: a loop on a thread of its own, OCPP and HTTPS on the loopback interface, accounts in files. */
final class GatewayHost implements AutoCloseable {
  private static final int FRAME_BYTES_MAX = 128 * 1024;

  private final WallClock time = new WallClock();
  private final LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX);
  private final int stationsPort;
  private final AtomicReference<@Nullable WebServer> server = new AtomicReference<>();
  private final Gateway gateway;
  private final TickProbe probe;
  private final Thread thread;

  /** Serves from now on. */
  GatewayHost(Site site, Path folder) throws AccountStoreException {
    Gatekeeper keeper = Gatekeepers.live(site, folder.resolve("accounts.json"), folder.resolve("pepper"));
    for (User user : site.users()) {
      if (!(keeper.accounts().add(user.name(), user.role(), BusyCampus.PASSWORD) instanceof Change.Done)) {
        throw new IllegalStateException("no account for " + user.name());
      }
    }
    stationsPort = net.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Loop loop = time.loop();
    gateway = new Gateway(loop, site, new Doors(), Recording.NONE, LeasePolicy.LEASES, keeper);
    gateway.start();
    probe = new TickProbe(loop, gateway);
    thread = Thread.ofPlatform().name("parkbench-gateway").start(() -> time.runUntil(time::isClosed, Long.MAX_VALUE));
  }

  /** Where stations dial. */
  int stationsPort() {
    return stationsPort;
  }

  /** Where the API is. */
  int apiPort() {
    WebServer serving = server.get();
    if (serving == null) {
      throw new IllegalStateException("the gateway has not started");
    }
    return serving.port();
  }

  TickProbe probe() {
    return probe;
  }

  /** Runs a task on the loop's thread. */
  void post(Runnable task) {
    time.post(task);
  }

  /** What {@code question} says on the loop's thread. */
  <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    time.post(() -> answer.complete(question.get()));
    return answer.join();
  }

  /** How many stations it has proved to do what they are told, so that cars are let in there. */
  int proved() {
    return ask(() -> (int) gateway.view().stations().stream()
        .filter(station -> station.connectors().stream().allMatch(GatewayView.Connector::proved)).count());
  }

  /** How far the cars have come. */
  record Charging(int stations, int sessions, int told, int drawing) {}

  /** Stations connected; sessions, those with a setpoint that its station has accepted, those whose last sample shows a current. */
  Charging charging() {
    return ask(() -> {
      GatewayView view = gateway.view();
      return new Charging(
          (int) view.stations().stream().filter(station -> station.presence() == Presence.CONNECTED).count(),
          view.sessions().size(),
          (int) view.sessions().stream().filter(session -> session.confirmedDa() > 0).count(),
          (int) view.sessions().stream().filter(session -> session.drawnAmps().stream().anyMatch(amps -> amps > 0)).count());
    });
  }

  @Override
  public void close() throws InterruptedException {
    time.post(() -> {
      gateway.close();
      time.close();
    });
    thread.join();
    net.close();
  }

  /** The live net, but that the API is where others reach it. */
  private final class Doors implements Net {
    @Override
    public void serveWeb(String host, int port, WebService service) {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      server.set(net.web().serveAt(free, null, Certificates.passing(List.of()), TlsVersions.STRONG, WebLimits.PUBLIC, service));
    }

    @Override
    public void listen(Acceptor acceptor) {
      net.listen(acceptor);
    }

    @Override
    public void dial(Handshake handshake, LinkListener listener) {
      net.dial(handshake, listener);
    }

    @Override
    public Exchange exchange() {
      return net.exchange();
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
}
