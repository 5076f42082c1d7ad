package io.parkbench.benchmarks;

import io.parkbench.benchmarks.load.BusyCampus;
import io.parkbench.gateway.access.Door;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Gatekeepers;
import io.parkbench.gateway.access.LoginResult;
import io.parkbench.gateway.access.Origin;
import io.parkbench.gateway.api.Api;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.User;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Timer;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.plant.arrivals.ArrivalFileException;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.scenarios.sim.SiteArrivals;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What readers of the API cost (R-BEMS-5), at 10:00 of a working day on campus-100: 100 stations in 20 zones, most with a car. Making a view is the
 * loop's part, writing a full listing that of whoever asks first, and sending what is kept that of all others.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SnapshotBenchmark {
  private static final String PASSWORD = BusyCampus.PASSWORD;
  private static final long TIME_OF_DAY = 10 * Micros.HOUR;

  @State(Scope.Thread)
  public static class Listing {
    /** Which listing, all of it on one page where it fits on one. */
    @Param({"/zones?limit=200", "/stations?limit=200", "/points?limit=200"}) public String target = "";
  }

  private final Clock clock = new Clock();
  private final Sink loops = new Sink(true);
  private final Sink others = new Sink(false);
  private Bench bench;
  private Api api;
  private WebHeaders headers;

  /** Stands still but for the millisecond before each request, so that no session asks too often. */
  private static final class Clock implements Loop {
    private long instant;

    @Override
    public long now() {
      return instant;
    }

    @Override
    public Timer at(long due, Runnable task) {
      return () -> {};
    }

    @Override
    public void atEndOfInstant(Runnable task) {}

    @Override
    public void close() {}
  }

  /** Takes an answer as the server would, on the loop's thread or on another. */
  private static final class Sink implements WebService.Reply {
    private final boolean onLoop;
    private @Nullable WebResponse last;

    Sink(boolean onLoop) {
      this.onLoop = onLoop;
    }

    @Override
    public void send(WebResponse response) {
      last = response;
    }

    @Override
    public void onLoop(Runnable task) {
      task.run();
    }

    @Override
    public boolean isOnLoop() {
      return onLoop;
    }
  }

  /** Brings the site to mid-morning and somebody into its API; refuses to measure one where little happens. */
  @Setup
  public void prepare() throws ArrivalFileException {
    Site site = BusyCampus.site(false);
    BenchPlan plan = BenchPlan.of(site);
    bench = Bench.open(plan.arrivals(SiteArrivals.of(site, "workplace", new Seed(1), plan.start()).plan()));
    bench.time().runUntil(plan.start() + TIME_OF_DAY);
    GatewayView view = bench.gateway().view();
    System.out.println("# " + view.stations().size() + " stations, " + view.zones().size() + " zones, " + view.sessions().size()
        + " sessions");
    if (view.sessions().size() < 60) {
      throw new IllegalStateException("not worth measuring");
    }
    clock.instant = view.now();
    Gatekeeper keeper = Gatekeepers.bench(site, new Seed(1));
    keeper.accounts().add(BusyCampus.WRITER, User.Role.WEBSERVICES, PASSWORD);
    api = new Api(clock, site, () -> view, new NoCommands(), keeper, fault -> {
      throw new IllegalStateException(fault.what(), fault.cause());
    });
    api.started();
    headers = switch (keeper.login(clock.now(), new Origin("127.0.0.1", "1"), Door.API, BusyCampus.WRITER, PASSWORD)) {
      case LoginResult.Granted granted -> WebHeaders.of("Authorization", "Bearer " + granted.token());
      case LoginResult.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  @TearDown
  public void close() {
    bench.close();
  }

  /** A picture of all that the gateway knows. */
  @Benchmark
  public GatewayView view() {
    return bench.gateway().view();
  }

  /** A listing of a snapshot that nobody has asked for it yet. */
  @Benchmark
  public int written(Listing listing) {
    return ask(listing, loops);
  }

  /** A listing that is kept. */
  @Benchmark
  public int kept(Listing listing) {
    return ask(listing, others);
  }

  private int ask(Listing listing, Sink sink) {
    clock.instant += Micros.MILLISECOND;
    sink.last = null;
    api.handle(new WebRequest("GET", Api.BASE + listing.target, headers, new byte[0], "127.0.0.1", true), sink);
    WebResponse answer = sink.last;
    if (answer == null || answer.status() != 200) {
      throw new IllegalStateException(listing.target + ": " + answer);
    }
    return answer.body().length;
  }
}
