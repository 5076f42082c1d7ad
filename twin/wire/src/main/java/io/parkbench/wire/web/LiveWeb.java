package io.parkbench.wire.web;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchanges;
import io.parkbench.kernel.FaultRules;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Time;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebClient;
import io.parkbench.kernel.WebInlet;
import io.parkbench.kernel.WebRecorder;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.kernel.WebSyntax;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Real HTTP in real time: servers of our own, and a client for ours and anybody's. A server at an address of the site is reached on this
 * machine's loopback interface, on a free port, whatever that address is. What faults do is decided at the asking end.
 */
public final class LiveWeb implements WebClient, Exchanges.Way<LiveVisit, WebResponse>, AutoCloseable {
  /** The real one is latency enough. */
  private static final Latency NO_LATENCY = new Latency(0, 0);

  private final Time time;
  private final Seed seed;
  private final FaultRules faults;
  private final WebRecorder recorder;
  private final Exchanges<LiveVisit, WebResponse> exchanges;
  private final Map<String, Chance> chances = new LinkedHashMap<>();
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final Map<String, Away> away = new LinkedHashMap<>();
  private final List<WebServer> servers = new ArrayList<>();
  private final List<LiveVisit> streams = new ArrayList<>();
  private @Nullable Identity ours;
  private @Nullable ExecutorService threads;
  private @Nullable HttpClient toOurs;
  private @Nullable HttpClient toOthers;
  private @Nullable Trust trust;

  public LiveWeb(Time time, Seed seed, Recording recording, FaultRules faults) {
    this.time = time;
    this.seed = seed;
    this.faults = faults;
    this.recorder = new WebRecorder(recording);
    this.exchanges = new Exchanges<>(time, seed, NO_LATENCY, faults, "web", to -> this);
  }

  /** Where a server truly is that the site has at some address, and the client that believes it. */
  private record Away(String host, int port, HttpClient client) {}

  /** An address of the site, and the service that is there now. */
  private static final class Site implements WebService {
    private volatile WebService service;
    private @Nullable WebServer server;

    Site(WebService service) {
      this.service = service;
    }

    @Override
    public void handle(WebRequest request, Reply reply) {
      service.handle(request, reply);
    }
  }

  /** Puts a service at an address of the site, for {@link #send} only; another one that was there is gone. */
  public void serve(String host, int port, WebService service) {
    String address = Endpoint.address(host, port);
    Site site = sites.get(address);
    if (site != null) {
      site.service = service;
      return;
    }
    Identity identity = ours != null ? ours : Certificates.passing(List.of());
    ours = identity;
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Site newSite = new Site(service);
    newSite.server = server(free, free, identity, TlsVersions.STRONG, WebLimits.PUBLIC, newSite);
    sites.put(address, newSite);
  }

  /**
   * Serves for whoever connects, and records what they ask, by their address.
   *
   * @param secure where, by TLS; port 0 takes a free one, see {@link WebServer#port}
   * @param plain where, without TLS, for requests that are marked so; null for nowhere
   * @throws UncheckedIOException when an address is taken or not ours
   */
  public WebServer serveAt(
      InetSocketAddress secure, @Nullable InetSocketAddress plain, Identity identity, TlsVersions versions, WebLimits limits,
      WebService service) {
    return server(secure, plain, identity, versions, limits, new RecordedService(time, recorder, service));
  }

  private WebServer server(
      InetSocketAddress secure, @Nullable InetSocketAddress plain, Identity identity, TlsVersions versions, WebLimits limits,
      WebService service) {
    WebServer server = new WebServer(secure, plain, identity, versions, limits, time::post, service);
    servers.add(server);
    return server;
  }

  /** Which servers, other than those of this site, are believed from now on; until then those that this Java believes. */
  public void trust(Trust newTrust) {
    trust = newTrust;
    toOthers = null;
  }

  /**
   * What is asked at an address of the site goes to a server elsewhere from now on.
   *
   * @param whom who is believed there; null: those that this Java believes
   */
  public void lead(String host, int port, String there, int portThere, @Nullable Trust whom) {
    Away before = away.put(Endpoint.address(host, port), new Away(there, portThere, HttpClients.client(whom, threads())));
    if (before != null) {
      before.client.shutdownNow();
    }
  }

  @Override
  public WebCall send(Endpoint to, WebRequest request, long timeout, WebAnswer answer) {
    WebSyntax.check(request);
    Chance chance = chances.computeIfAbsent(to.name(), name -> seed.fork(name + "/stream"));
    LiveVisit visit = new LiveVisit(
        time, recorder, to, request, answer, () -> new WebInlet(time, to, chance, faults, recorder, answer));
    streams.removeIf(LiveVisit::isOver);
    streams.add(visit);
    visit.isAsked(exchanges.ask(to, visit, timeout, visit));
    return visit;
  }

  @Override
  public void ask(Endpoint to, LiveVisit visit, long deadline, Exchanges.Back<WebResponse> back) {
    Site site = sites.get(to.address());
    WebServer server = site == null ? null : site.server;
    Away elsewhere = away.get(to.address());
    if (elsewhere != null) {
      visit.ask(elsewhere.client, HttpClients.request(visit.request(), elsewhere.host, elsewhere.port), back);
    } else if (server == null) {
      visit.ask(toOthers(), HttpClients.request(visit.request(), to.host(), to.port()), back);
    } else {
      int port = visit.request().secure() ? server.port() : server.plainPort();
      visit.ask(toOurs(), HttpClients.request(visit.request(), InetAddress.getLoopbackAddress().getHostAddress(), port), back);
    }
  }

  @Override
  public void replied(Endpoint to, LiveVisit visit, WebResponse response) {}

  private HttpClient toOurs() {
    HttpClient client = toOurs;
    if (client == null) {
      client = HttpClients.client(ours == null ? Trust.all() : Trust.pinned(ours.fingerprint()), threads());
      toOurs = client;
    }
    return client;
  }

  private HttpClient toOthers() {
    HttpClient client = toOthers;
    if (client == null) {
      client = HttpClients.client(trust, threads());
      toOthers = client;
    }
    return client;
  }

  private ExecutorService threads() {
    ExecutorService present = threads != null ? threads : HttpClients.threads();
    threads = present;
    return present;
  }

  /** The cable of those that {@code rule} touches is out from now on. */
  public void cut(FaultRules.Rule rule) {
    exchanges.cut(rule);
    for (LiveVisit visit : List.copyOf(streams)) {
      visit.cut(rule);
    }
  }

  /** A rule is in force no more. */
  public void healed() {
    exchanges.healed();
    for (LiveVisit visit : List.copyOf(streams)) {
      visit.release();
    }
  }

  @Override
  public void close() {
    for (HttpClient client : Arrays.asList(toOurs, toOthers)) {
      if (client != null) {
        client.shutdownNow();
      }
    }
    away.values().forEach(each -> each.client.shutdownNow());
    servers.forEach(WebServer::close);
    if (threads != null) {
      threads.shutdown();
    }
  }
}
