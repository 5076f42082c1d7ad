package io.parkbench.rigs;

import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.access.AccountStore;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Gatekeepers;
import io.parkbench.gateway.api.Numbers;
import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.session.Carried;
import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Time;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.grid.BreachBound;
import io.parkbench.plant.load.Loads;
import io.parkbench.plant.world.Conditions;
import io.parkbench.plant.world.Plant;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.SocketCarrier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A gateway, the simulated site it controls, the net between them and the clock of both. */
public final class Bench implements AutoCloseable {
  private static final int FRAME_BYTES_MAX = 128 * 1024;
  private static final Duration STATION_APPLIES = Duration.ofSeconds(1);

  /** How long a gateway is gone that restarts because it was asked to over its API. */
  private static final Duration RESTART = Duration.ofSeconds(20);

  private final BenchPlan plan;
  private final Time time;
  private final Net net;
  private final LongSupplier frames;
  private final AutoCloseable transport;
  private final AccountStore accounts = AccountStore.inMemory();
  private final List<Restart> restarts = new ArrayList<>();
  private Site site;
  private Gatekeeper keeper;
  private Gateway gateway;
  private final Plant plant;
  private final HardInputs hardInputs;

  private Bench(BenchPlan plan, Time time, Net net, LongSupplier frames, AutoCloseable transport) {
    this.plan = plan;
    this.time = time;
    this.net = net;
    this.frames = frames;
    this.transport = transport;
    this.site = plan.site();
    this.keeper = keeper(0);
    BenchAccounts.open(site, keeper.accounts());
    this.gateway = new Gateway(time.loop(), site, net, plan.lines(), plan.leases(), keeper);
    this.plant = plant(plan.site(), plan.arrivals(), time, net, new Seed(plan.seed()), plan.lines());
    this.hardInputs = new HardInputs(time.loop(), this::site, plant);
    follow();
  }

  /** A site's plant alone, for a gateway that {@code net} leads to; not switched on yet. */
  public static Plant plant(Site site, ArrivalPlan arrivals, Time time, Net net, Seed seed, Recording recording) {
    return new Plant(
        PlantModels.of(site), Makes.of(site), time, net, seed, recording, arrivals, bound(site), PlantSection.of(site));
  }

  /** What the gateway is configured with over its API reaches the judge too, and it is restarted where it asks for that (R-SITE-7). */
  private void follow() {
    gateway.onConfigured((before, running, next) -> {
      site = running;
      judge();
    });
    gateway.onRestart(next -> restartGateway(next, RESTART));
  }

  /** The judge goes by the site as it is now, in the zones that the plant was built with. */
  private void judge() {
    for (Zone zone : site.zones()) {
      if (plan.site().zone(zone.id()) != null) {
        plant.checker().limit(zone.id(), PlantModels.amps(zone.maxDa()), PlantModels.kw(zone.maxW()));
      }
    }
    hardInputs.look();
  }

  /** What a restart forgets, such as logins, is made by other chance than before. */
  private Gatekeeper keeper(int restart) {
    return Gatekeepers.bench(site, new Seed(plan.seed()), accounts, restart);
  }

  /**
   * A restart of the gateway, all in µs since 1970.
   *
   * @param stopped when it stopped
   * @param started when it was there again
   * @param back when all stations that were connected before were so again; −1 while some are not
   */
  public record Restart(long stopped, long started, long back) {}

  /** The restarts so far. */
  public List<Restart> restarts() {
    return List.copyOf(restarts);
  }

  /** The site that the gateway runs with now. */
  public Site site() {
    return site;
  }

  /**
   * Restarts the gateway with another site, or the same (R-SITE-7): it is gone for {@code down}, goes on with the sessions it had, and has
   * forgotten what connectors were told, reductions and logins. How long it takes is in {@link #restarts}.
   */
  public void restartGateway(Site with, Duration down) {
    long stopped = time.now();
    List<String> connected = gateway.view().stations().stream()
        .filter(station -> station.presence() == Presence.CONNECTED).map(GatewayView.Station::id).toList();
    Carried carried = gateway.carried();
    gateway.close();
    plan.lines().line(stopped, "restart", json -> json.writeStringField("e", "stopped"));
    time.after(down, () -> {
      Numbers numbers = gateway.numbers();
      site = with;
      keeper = keeper(restarts.size() + 1);
      gateway = new Gateway(time.loop(), site, net, plan.lines(), plan.leases(), keeper);
      gateway.goOn(carried);
      if (numbers != null) {
        gateway.goOnWith(numbers);
      }
      follow();
      gateway.start();
      judge();
      plan.lines().line(time.now(), "restart", json -> json.writeStringField("e", "started"));
      restarts.add(new Restart(stopped, time.now(), -1));
      awaitStations(restarts.size() - 1, connected);
    });
  }

  private void awaitStations(int restart, List<String> awaited) {
    boolean back = gateway.view().stations().stream().filter(station -> awaited.contains(station.id()))
        .allMatch(station -> station.presence() == Presence.CONNECTED);
    if (back) {
      Restart done = restarts.get(restart);
      restarts.set(restart, new Restart(done.stopped(), done.started(), time.now()));
    } else if (restart == restarts.size() - 1) {
      time.after(Micros.SECOND, () -> awaitStations(restart, awaited));
    }
  }

  /** B of R-LEASE-5: how long a true current of this site may stand above its limit. */
  public static BreachBound bound(Site site) {
    Duration refresh = Duration.ZERO;
    Duration poll = Duration.ZERO;
    for (Meter meter : site.meters()) {
      if (meter.role() == Meter.Role.ZONE) {
        refresh = longer(refresh, meter.refresh());
        poll = longer(poll, meter.pollInterval());
      }
    }
    return BreachBound.staticSite(site.settings().callTimeout(), STATION_APPLIES).metered(refresh, poll);
  }

  /** The other loads of a site: what its plant begins with. */
  public static List<Loads.Plan> loads(Site site) {
    return PlantSection.of(site).installation().loads();
  }

  /** What a site's plant lives with from the beginning: quirks, network, loads, breakers, meters. */
  public static Conditions conditions(Site site) {
    return PlantSection.of(site);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  /** Builds the bench and switches it on: the gateway first, then the stations one after another. No time has passed yet. */
  public static Bench open(BenchPlan plan) {
    Bench bench = switch (plan.rig()) {
      case MEMORY -> virtual(plan, virtualTime(plan), new MemoryCarrier());
      case LOOPBACK -> {
        VirtualTime time = virtualTime(plan);
        yield virtual(plan, time, new SocketCarrier(time));
      }
      case REALTIME -> live(plan);
    };
    bench.gateway.start();
    bench.plant.start();
    return bench;
  }

  private static VirtualTime virtualTime(BenchPlan plan) {
    return new VirtualTime(plan.start(), plan.repeat());
  }

  private static Bench virtual(BenchPlan plan, VirtualTime time, Carrier carrier) {
    VirtualNet net = new VirtualNet(time, new Seed(plan.seed()), plan.lines(), carrier, plan.latency());
    return new Bench(plan, time, net, net::frames, carrier);
  }

  private static Bench live(BenchPlan plan) {
    WallClock time = new WallClock();
    LiveNet net = new LiveNet(time, new Seed(plan.seed()), plan.lines(), FRAME_BYTES_MAX);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int port = net.bind(new InetSocketAddress(loopback, 0));
    net.dialTo(URI.create("ws://" + loopback.getHostAddress() + ":" + port + "/"));
    // The plan's cars were to come from its start on; the wall clock's start is now.
    BenchPlan now = plan.startingAt(time.now()).arrivals(plan.arrivals().later(time.now() - plan.start()));
    return new Bench(now, time, net, net::frames, net);
  }

  public BenchPlan plan() {
    return plan;
  }

  public Time time() {
    return time;
  }

  public Net net() {
    return net;
  }

  public Gateway gateway() {
    return gateway;
  }

  /** Who is let into the gateway's API. */
  public Gatekeeper keeper() {
    return keeper;
  }

  public Plant plant() {
    return plant;
  }

  /**
   * Changes a zone's maximum live, for the gateway and for the judge (R-SITE-7).
   *
   * @param maximum per supply phase
   * @param watts over all phases, or null for no such limit
   * @throws IllegalArgumentException as {@link Gateway#setZoneMaximum} does
   */
  public void setZoneMaximum(String zone, PerPhase maximum, @Nullable Integer watts) {
    gateway.setZoneMaximum(zone, maximum, watts);
    plant.checker().limit(zone, PlantModels.amps(maximum), PlantModels.kw(watts));
  }

  /** OCPP frames that arrived so far, both ways. */
  public long frames() {
    return frames.getAsLong();
  }

  public JsonLines recording() {
    return plan.recording();
  }

  @Override
  public void close() {
    gateway.close();
    time.close();
    try {
      transport.close();
    } catch (Exception e) {
      throw new IllegalStateException("the net could not be closed: " + e.getMessage(), e);
    } finally {
      plan.recording().close();
    }
  }
}
