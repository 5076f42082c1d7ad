package io.parkbench.scenarios.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.arrivals.ArrivalFileException;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.breaker.Trip;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.world.Plant;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.scenarios.demo.twin.Overloads;
import io.parkbench.scenarios.demo.twin.Shortfall;
import io.parkbench.scenarios.demo.twin.Shortfall.Reason;
import io.parkbench.scenarios.demo.twin.UnmanagedSite;
import io.parkbench.scenarios.sim.SiteArrivals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A managed site and its unmanaged twin on one virtual clock: whatever happens to the one (cars, loads) happens to the other at the same
 * instant. All on the loop's thread. What is remembered for people never changes what happens: the recording has the hash of the same run
 * without it.
 */
public final class World implements AutoCloseable {
  /** How often it is asked why cars are held back: virtual time, so that the answer does not depend on the machine. */
  private static final long LOOK = 10 * Micros.SECOND;

  /** How long a gateway takes to restart. */
  private static final Duration RESTART = Duration.ofSeconds(5);

  private final WorldPlan plan;
  private final Timeline timeline = new Timeline();
  private final Past past = new Past();
  private final Tap tap = new Tap(timeline);
  private final Breakages breakages = new Breakages();
  private final List<Done> done = new ArrayList<>();
  private final Bench bench;
  private final VirtualTime time;
  private final UnmanagedSite twin;
  private final Overloads managedOverloads;
  private final Overloads unmanagedOverloads;
  private final Shortfall managedShortfall;
  private final Shortfall unmanagedShortfall;
  private @Nullable Gateway heard;
  private Dressing.Dressed site;
  private int tripsTold;
  private int cars;

  /**
   * A command that has been carried out: with these at these instants the run repeats.
   *
   * @param at µs since 1970
   */
  public record Done(long at, JsonNode command) {}

  private World(WorldPlan plan) {
    this.plan = plan;
    this.site = plan.site();
    Seed seed = new Seed(plan.seed());
    BenchPlan bare = BenchPlan.of(site.site()).seed(plan.seed());
    long start = bare.start() + plan.from().toNanoOfDay() / 1_000;
    bench = Bench.open(bare.startingAt(start).arrivals(arrivals(start)).watchedBy(tap)
        .repeatedBy("parkbench demo " + plan.site().key() + " --seed " + plan.seed() + " --from " + plan.from()));
    time = (VirtualTime) bench.time();
    Plant plant = bench.plant();
    twin = new UnmanagedSite(plant.model(), time.loop(), arrivals(start), Bench.conditions(site.site()), seed);
    managedOverloads = new Overloads(plant.grid(), start);
    unmanagedOverloads = new Overloads(twin.grid(), start);
    managedShortfall = new Shortfall(plant.model(), plant.carPark(), plant.grid());
    unmanagedShortfall = new Shortfall(plant.model(), twin.carPark(), twin.grid());
    twin.start();
    time.after(LOOK, this::look);
    observe();
  }

  /** Brings a site and its twin to life; no time has passed yet. */
  public static World open(WorldPlan plan) {
    return new World(plan);
  }

  private ArrivalPlan arrivals(long start) {
    if (plan.empty()) {
      return ArrivalPlan.nobody();
    }
    try {
      return SiteArrivals.of(site.site(), null, new Seed(plan.seed()), start).plan();
    } catch (ArrivalFileException e) {
      throw new IllegalStateException("a site's own profile is no file: " + e.getMessage(), e);
    }
  }

  private void look() {
    double seconds = LOOK / (double) Micros.SECOND;
    Plant plant = bench.plant();
    int bays = plant.model().bays().size();
    List<@Nullable Car> here = IntStream.range(0, bays).<@Nullable Car>mapToObj(plant::car).toList();
    List<@Nullable Car> there = IntStream.range(0, bays).<@Nullable Car>mapToObj(twin::car).toList();
    managedShortfall.look(time.now(), seconds, here, new WhyHeld(plant, site.site(), bench.gateway().view()));
    unmanagedShortfall.look(time.now(), seconds, there, (bay, car) -> twin.isDark(bay.index())
        ? new Reason("breaker", "open breakers") : new Reason("car", "cars that take less than they are offered"));
    observe();
    past.add(moment());
    time.after(LOOK, this::look);
  }

  private Past.Moment moment() {
    Plant plant = bench.plant();
    return new Past.Moment(time.now(), bench.gateway().view().zones().stream().map(zone -> {
      int index = plant.model().zoneIndex(zone.id());
      return new Past.Zone(
          zone.id(), zone.effectiveDa(), zone.leasedDa(), cars(plant.grid(), index), others(plant.grid(), index),
          cars(twin.grid(), index), others(twin.grid(), index));
    }).toList());
  }

  private static PhaseAmps cars(Grid grid, int zone) {
    return new PhaseAmps(grid.amps(zone, 1), grid.amps(zone, 2), grid.amps(zone, 3));
  }

  private static Past.Others others(Grid grid, int zone) {
    return new Past.Others(grid.otherAmps(zone, 1), grid.otherAmps(zone, 2), grid.otherAmps(zone, 3));
  }

  /** Takes in what only shows when somebody looks: notices of a gateway that has restarted, trips of the twin. */
  public void observe() {
    if (bench.gateway() != heard) {
      heard = bench.gateway();
      heard.onNotice(this::notice);
    }
    List<Trip> trips = twin.breakers().trips();
    for (; tripsTold < trips.size(); tripsTold++) {
      Trip trip = trips.get(tripsTold);
      timeline.add(trip.at(), "trip", Timeline.World.UNMANAGED, trip.zone(), trip.device() + " has tripped at "
          + Math.round(trip.amps()) + " A on L" + trip.phase() + ": " + owner(trip.zone()) + " drew too much");
    }
  }

  private void notice(GatewayView.Notice notice) {
    boolean alarm = notice.text().startsWith("alarm");
    timeline.add(notice.at(), alarm ? "alarm" : "notice", Timeline.World.MANAGED, notice.station(), notice.text());
  }

  /** Whose overload it is when the breaker of a zone has opened: the building's where it would have opened without cars. */
  public String owner(String zone) {
    return bench.plant().protection().withoutCars().tripped(zone) ? "building" : "cars";
  }

  public WorldPlan plan() {
    return plan;
  }

  /** The site that runs now, which a licence may have changed. */
  public Dressing.Dressed site() {
    return site;
  }

  public Bench bench() {
    return bench;
  }

  public VirtualTime time() {
    return time;
  }

  public UnmanagedSite twin() {
    return twin;
  }

  public Timeline timeline() {
    return timeline;
  }

  /** How the zones were until now. */
  public Past past() {
    return past;
  }

  public Tap tap() {
    return tap;
  }

  public Breakages breakages() {
    return breakages;
  }

  public Overloads overloads(Timeline.World world) {
    return world == Timeline.World.MANAGED ? managedOverloads : unmanagedOverloads;
  }

  public Shortfall shortfall(Timeline.World world) {
    return world == Timeline.World.MANAGED ? managedShortfall : unmanagedShortfall;
  }

  /** What has been carried out so far. */
  public List<Done> done() {
    return List.copyOf(done);
  }

  /** Remembers a command that has been carried out. */
  public void did(JsonNode command) {
    done.add(new Done(time.now(), command));
  }

  /** A number for a car that comes by command, from 1. */
  public int nextCar() {
    return ++cars;
  }

  /** The gateway restarts with a site that differs in its settings only. */
  public void restart(Dressing.Dressed other) {
    site = other;
    bench.restartGateway(other.site(), RESTART);
  }

  /**
   * A static zone has another maximum, live; its accounts count by it.
   *
   * @throws IllegalArgumentException as {@link Bench#setZoneMaximum} does
   */
  public void setMaximum(String zone, double amps) {
    Site running = bench.site();
    Zone configured = running.zone(zone);
    bench.setZoneMaximum(zone, PerPhase.all((int) Math.round(amps * 10)), configured == null ? null : configured.maxW());
    int index = bench.plant().model().zoneIndex(zone);
    managedOverloads.limit(time.now(), index, PhaseAmps.all(amps));
    unmanagedOverloads.limit(time.now(), index, PhaseAmps.all(amps));
  }

  @Override
  public void close() {
    bench.close();
  }
}
