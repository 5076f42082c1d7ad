package io.parkbench.scenarios.response;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.breaker.Trip;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.load.LoadAmps;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.scenarios.response.ResponseCase.Station;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One case from the first plug to the answer: full charging is awaited, the building takes half the limit, and the clock runs. */
final class ResponseRun {
  private static final long LOOK = 10 * Micros.SECOND;
  /** Charging is full when it has not risen for so many looks. */
  private static final int STEADY = 9;

  private static final double RISE = 1.003;
  private static final long LONGEST_WAIT = 20 * Micros.MINUTE;
  private static final long WATCHED = 3 * Micros.MINUTE;
  /** A phase with so little of what the fullest has is passed over when one phase jumps. */
  private static final double FULL = 0.9;

  private static final double BATTERY_WH = 200_000;

  private final ResponseCase drawn;
  private final Site site;
  private final Bench bench;
  private final Excess excess;

  private ResponseRun(ResponseCase drawn, Site site, Bench bench) {
    this.drawn = drawn;
    this.site = site;
    this.bench = bench;
    this.excess = new Excess(
        bench.plant().grid(), bench.plant().model().zoneIndex(ResponseCase.ZONE), drawn.limitA(), bench.time().now());
  }

  /**
   * Runs a case in memory, on the calling thread.
   *
   * @param quirk what all its cars, or all its stations, do; null: nothing
   * @param with the bench may differ from the usual one, e.g. by a recording
   */
  static Response run(ResponseCase drawn, @Nullable Quirk quirk, UnaryOperator<BenchPlan> with) {
    Site site = drawn.site(quirk);
    BenchPlan plan = BenchPlan.of(site).seed(drawn.seed()).repeatedBy(ResponseResult.command(drawn.seed(), drawn.seed(), quirk));
    try (Bench bench = Bench.open(with.apply(plan.arrivals(arrivals(drawn, plan.start()))))) {
      return new ResponseRun(drawn, site, bench).run();
    }
  }

  private static ArrivalPlan arrivals(ResponseCase drawn, long start) {
    return ArrivalPlan.of(drawn.stations().stream().map(station -> arrival(station, start)).toList());
  }

  /** A car that stays and never has enough. */
  private static Arrival arrival(Station station, long start) {
    CarModel car = CarModel.named(station.car()).withReaction(Duration.ofMillis(Math.round(station.reactionS() * 1_000)));
    return new Arrival(
        station.id(), start + Math.round(station.plugsInAtS() * Micros.SECOND), station.id(), 1, start + Micros.DAY, BATTERY_WH,
        car,
        station.charge(), "TAG-" + station.id());
  }

  private Response run() {
    awaitFullCharging();
    bench.time().runUntil(bench.time().now() + Math.round(drawn.delayS() * Micros.SECOND));
    double loaded = excess.most() / drawn.limitA();
    int phase = drawn.jumpPhase() == 0 ? 0 : jumpPhase();
    excess.begin(bench.time().now());
    bench.plant().loads().set(ResponseCase.ZONE, "jump", jump(phase));
    bench.time().runUntil(bench.time().now() + WATCHED);
    excess.end(bench.time().now());
    return new Response(
        drawn.seed(), drawn.limitA(), drawn.stations().size(), phase, drawn.jumpA(), drawn.meter(), drawn.refreshS(),
        round(loaded), round(excess.peak()), round(excess.seconds()), round(excess.firstSeconds()), excess.lasts(),
        round(excess.ampereSeconds()), Bench.bound(site).total().toMillis() / 1_000.0, bench.plant().checker().broken(),
        bench.plant().protection().breakers().trips().stream().map(Trip::toString).toList(), round(excess.heat()),
        excess.opened());
  }

  private void awaitFullCharging() {
    long end = bench.time().now() + LONGEST_WAIT;
    double most = 0;
    for (int steady = 0; steady < STEADY && bench.time().now() < end;) {
      bench.time().runUntil(bench.time().now() + LOOK);
      steady = excess.most() > most * RISE ? 0 : steady + 1;
      most = Math.max(most, excess.most());
    }
  }

  /** The drawn one, if it is about as full as the fullest, else that. */
  private int jumpPhase() {
    int fullest = 1;
    for (int phase = 2; phase <= 3; phase++) {
      fullest = excess.amps(phase) > excess.amps(fullest) ? phase : fullest;
    }
    return excess.amps(drawn.jumpPhase()) >= FULL * excess.amps(fullest) ? drawn.jumpPhase() : fullest;
  }

  private LoadAmps jump(int phase) {
    double amps = drawn.jumpA();
    return phase == 0 ? LoadAmps.all(amps)
        : new LoadAmps(phase == 1 ? amps : 0, phase == 2 ? amps : 0, phase == 3 ? amps : 0);
  }

  private static double round(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
