package io.parkbench.rigs;

import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.MemoryCarrier;
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
import io.parkbench.rigs.hardware.Bindings;
import io.parkbench.rigs.hardware.BoundSite;
import io.parkbench.rigs.hardware.Hardware;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.SocketCarrier;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A gateway, the simulated site it controls, the net between them and the clock of both. */
public final class Bench implements AutoCloseable {
  private static final int FRAME_BYTES_MAX = 128 * 1024;
  private static final Duration STATION_APPLIES = Duration.ofSeconds(1);

  private final BenchPlan plan;
  private final Time time;
  private final Net net;
  private final LongSupplier frames;
  private final AutoCloseable transport;
  private final GatewaySide side;
  private final Plant plant;
  private final HardInputs hardInputs;
  private final @Nullable Hardware hardware;

  private Bench(
      BenchPlan plan, Time time, Net net, LongSupplier frames, AutoCloseable transport, Function<Runnable, GatewaySide> gateway) {
    this(plan, time, net, frames, transport, gateway, null);
  }

  private Bench(
      BenchPlan plan, Time time, Net net, LongSupplier frames, AutoCloseable transport, Function<Runnable, GatewaySide> gateway,
      @Nullable Hardware hardware) {
    this.plan = plan;
    this.time = time;
    this.net = net;
    this.frames = frames;
    this.transport = transport;
    this.side = gateway.apply(this::judge);
    this.hardware = hardware;
    Conditions all = PlantSection.of(plan.site());
    this.plant = plant(
        plan.site(), plan.arrivals(), time, net, new Seed(plan.seed()), plan.lines(),
        hardware == null ? all : hardware.without(all));
    this.hardInputs = new HardInputs(time.loop(), this::site, plant);
  }

  /** A site's plant alone, for a gateway that {@code net} leads to; not switched on yet. */
  public static Plant plant(Site site, ArrivalPlan arrivals, Time time, Net net, Seed seed, Recording recording) {
    return plant(site, arrivals, time, net, seed, recording, PlantSection.of(site));
  }

  private static Plant plant(
      Site site, ArrivalPlan arrivals, Time time, Net net, Seed seed, Recording recording, Conditions conditions) {
    return new Plant(PlantModels.of(site), Makes.of(site), time, net, seed, recording, arrivals, bound(site), conditions);
  }

  /** The judge goes by the site as it is now, in the zones that the plant was built with. */
  private void judge() {
    for (Zone zone : site().zones()) {
      if (plan.site().zone(zone.id()) != null) {
        plant.checker().limit(zone.id(), PlantModels.amps(zone.maxDa()), PlantModels.kw(zone.maxW()));
      }
    }
    hardInputs.look();
  }

  /** The restarts of the built-in gateway so far. */
  public List<BuiltInGateway.Restart> restarts() {
    return side.builtIn().restarts();
  }

  /** The site that the gateway runs with now. */
  public Site site() {
    return side.site();
  }

  /** As {@link BuiltInGateway#restart} does. */
  public void restartGateway(Site with, Duration down) {
    side.builtIn().restart(with, down);
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

  /** Builds the bench with the built-in gateway and switches it on: the gateway first, then the stations one after another. No time has passed yet. */
  public static Bench open(BenchPlan plan) {
    return switch (plan.rig()) {
      case MEMORY -> virtual(plan, virtualTime(plan), new MemoryCarrier());
      case LOOPBACK -> {
        VirtualTime time = virtualTime(plan);
        yield virtual(plan, time, new SocketCarrier(time));
      }
      case REALTIME -> live(plan, null);
      case HARDWARE -> throw new IllegalArgumentException("real devices need bindings: open it with a rig file");
    };
  }

  /**
   * Builds the bench around real devices and switches on what is simulated; the real ones come when they like (R-RIG-1).
   *
   * @throws SiteException where the site cannot be with these bindings
   * @throws UncheckedIOException where the rig's port is taken
   */
  public static Bench open(BenchPlan plan, Bindings bindings) throws SiteException {
    WallClock time = new WallClock();
    BenchPlan now = plan.at(BoundSite.of(bindings.rig(), plan.site())).on(Rig.HARDWARE).startingAt(time.now())
        .arrivals(plan.arrivals().later(time.now() - plan.start()));
    LiveNet live = new LiveNet(time, new Seed(plan.seed()), plan.lines(), FRAME_BYTES_MAX);
    Hardware hardware = new Hardware(bindings, now.site(), time, live, plan.lines());
    InetSocketAddress listen = bindings.rig().listen();
    int port = live
        .bind(listen.isUnresolved() ? new InetSocketAddress(InetAddress.getLoopbackAddress(), listen.getPort()) : listen);
    InetAddress here = listen.isUnresolved() || listen.getAddress().isAnyLocalAddress()
        ? InetAddress.getLoopbackAddress() : listen.getAddress();
    live.dialTo(URI.create("ws://" + here.getHostAddress() + ":" + port + "/"));
    Net net = hardware.net();
    return new Bench(
        now, time, net, live::frames, live, changed -> new BuiltInGateway(now, time, net, changed), hardware).switchedOn();
  }

  /** The real devices; null where all is simulated. */
  public @Nullable Hardware hardware() {
    return hardware;
  }

  /**
   * Builds the bench around a gateway that runs elsewhere, and switches the stations on once it is there (R-BENCH-4).
   *
   * @throws IllegalArgumentException for a plan that is not of {@link Rig#REALTIME}: what runs elsewhere goes by the wall clock
   */
  public static Bench open(BenchPlan plan, OutsideGateway gateway) {
    if (plan.rig() != Rig.REALTIME) {
      throw new IllegalArgumentException("a gateway that runs elsewhere goes by the wall clock; use the rig realtime");
    }
    return live(plan, gateway);
  }

  /** A gateway that runs elsewhere. */
  @FunctionalInterface
  public interface OutsideGateway {
    /** Leads a net to it. */
    GatewaySide on(BenchPlan plan, Time time, LiveNet net);
  }

  private Bench switchedOn() {
    try {
      side.start(plant);
      plant.start();
      if (hardware != null) {
        hardware.start(plant);
      }
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static VirtualTime virtualTime(BenchPlan plan) {
    return new VirtualTime(plan.start(), plan.repeat());
  }

  private static Bench virtual(BenchPlan plan, VirtualTime time, Carrier carrier) {
    VirtualNet net = new VirtualNet(time, new Seed(plan.seed()), plan.lines(), carrier, plan.latency());
    return new Bench(plan, time, net, net::frames, carrier, changed -> new BuiltInGateway(plan, time, net, changed)).switchedOn();
  }

  private static Bench live(BenchPlan plan, @Nullable OutsideGateway outside) {
    WallClock time = new WallClock();
    LiveNet net = new LiveNet(time, new Seed(plan.seed()), plan.lines(), FRAME_BYTES_MAX);
    // The plan's cars were to come from its start on; the wall clock's start is now.
    BenchPlan now = plan.startingAt(time.now()).arrivals(plan.arrivals().later(time.now() - plan.start()));
    if (outside != null) {
      return new Bench(now, time, net, net::frames, net, changed -> outside.on(now, time, net)).switchedOn();
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int port = net.bind(new InetSocketAddress(loopback, 0));
    net.dialTo(URI.create("ws://" + loopback.getHostAddress() + ":" + port + "/"));
    return new Bench(now, time, net, net::frames, net, changed -> new BuiltInGateway(now, time, net, changed)).switchedOn();
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

  /** The built-in one; fails with {@link InsideException} where the gateway runs elsewhere. */
  public Gateway gateway() {
    return side.builtIn().gateway();
  }

  /** Who is let into the built-in gateway's API. */
  public Gatekeeper keeper() {
    return side.builtIn().keeper();
  }

  /** The gateway's side of this bench. */
  public GatewaySide side() {
    return side;
  }

  public Plant plant() {
    return plant;
  }

  /**
   * Changes a zone's maximum live, for the gateway and for the judge (R-SITE-7).
   *
   * @param wanted per supply phase; a rig's safety limit of that zone lowers it (R-RIG-4)
   * @param watts over all phases, or null for no such limit
   * @throws IllegalArgumentException as {@link Gateway#setZoneMaximum} does
   */
  public void setZoneMaximum(String zone, PerPhase wanted, @Nullable Integer watts) {
    PerPhase maximum = hardware == null ? wanted : hardware.clamped(zone, wanted);
    gateway().setZoneMaximum(zone, maximum, watts);
    expectMaximum(zone, maximum, watts);
  }

  /** The judge goes by this maximum of a zone from now on, however the gateway was told. */
  public void expectMaximum(String zone, PerPhase maximum, @Nullable Integer watts) {
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
    if (hardware != null) {
      hardware.close();
    }
    side.close();
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
