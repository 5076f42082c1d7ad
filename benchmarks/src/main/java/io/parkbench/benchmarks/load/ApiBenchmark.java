package io.parkbench.benchmarks.load;

import io.parkbench.benchmarks.load.TickProbe.Measured;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.RealTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the REST API costs the control loop, and how much it serves: a gateway with 100 simulated stations in this process, the load in another one,
 * everything over real sockets on the loopback interface.
 *
 * <p>{@code latency} measures ticks (see {@link TickProbe}) by turns with an idle API and under load, and holds p99 of both side by
 * side. {@code listing} counts full listings of all stations, with the rate limit of sessions lifted by settings.
 */
@Command(name = "api-benchmark", mixinStandardHelpOptions = true,
    description = "Measures the gateway under load from its REST API.")
public final class ApiBenchmark implements Callable<Integer> {
  private static final int CARS = BusyCampus.STATIONS - BusyCampus.EMPTY;
  private static final long PATIENCE_S = 180;
  private static final double MOST = 2;
  private static final int LEAST_LISTINGS = 1_000;

  @Option(names = "--only", paramLabel = "WHAT", description = "latency or listing (default: both).") private String only = "";

  @Option(names = "--rounds", description = "How often idle and load take turns (default: 3).") private int rounds = 3;

  @Option(names = "--seconds", description = "How long each turn lasts (default: 30).") private int seconds = 30;

  private int failures;

  public static void main(String[] args) {
    int exit = new CommandLine(new ApiBenchmark()).execute(args);
    if (exit != 0) {
      throw new IllegalStateException("not as it must be, see above");
    }
  }

  @Override
  public Integer call() throws Exception {
    System.out.println("# " + Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version());
    if (!only.equals("listing")) {
      on(BusyCampus.site(true), this::latency);
    }
    if (!only.equals("latency")) {
      on(BusyCampus.site(false), this::listing);
    }
    return failures;
  }

  /** What is done with a gateway whose cars charge. */
  private interface Measurement {
    void run(GatewayHost gateway) throws IOException, InterruptedException;
  }

  private static void on(Site site, Measurement measurement) throws Exception {
    Path folder = Files.createTempDirectory("api-benchmark");
    try (GatewayHost gateway = new GatewayHost(site, folder);
        StationsHost stations = new StationsHost(site, gateway.stationsPort())) {
      await(() -> gateway.proved() == BusyCampus.STATIONS);
      stations.plugIn(CARS);
      await(() -> gateway.charging().drawing() >= CARS);
      System.out.println("# " + gateway.charging());
      gateway.post(gateway.probe()::start);
      measurement.run(gateway);
    }
  }

  private static void await(BooleanSupplier condition) {
    long until = RealTime.nanos() + PATIENCE_S * 1_000_000_000L;
    while (!condition.getAsBoolean() && RealTime.nanos() < until) {
      pass(1);
    }
  }

  private void latency(GatewayHost gateway) throws IOException, InterruptedException {
    // both sides of the comparison run on warm code
    underLoad(gateway, "warm-up");
    Measured idle = Measured.none();
    Measured loaded = Measured.none();
    for (int round = 1; round <= rounds; round++) {
      gateway.ask(gateway.probe()::take);
      pass(seconds);
      Measured calm = gateway.ask(gateway.probe()::take);
      print("A" + round + " idle  ", calm);
      idle.add(calm);
      Measured busy = underLoad(gateway, "B" + round + " loaded");
      loaded.add(busy);
    }
    print("A idle   ", idle);
    print("B loaded ", loaded);
    double ratio = (double) loaded.tick().getValueAtPercentile(99) / idle.tick().getValueAtPercentile(99);
    verdict(ratio <= MOST, String.format(Locale.ROOT, "p99 of a tick, loaded / idle: %.2f (at most %.0f)", ratio, MOST));
  }

  private static void print(String what, Measured measured) {
    System.out.println(what + " tick: " + Figures.milliseconds(measured.tick()));
    System.out.println(what + " late: " + Figures.milliseconds(measured.late()));
  }

  private void verdict(boolean good, String text) {
    System.out.println((good ? "PASS " : "FAIL ") + text);
    failures += good ? 0 : 1;
  }

  private Measured underLoad(GatewayHost gateway, String name) throws IOException, InterruptedException {
    Process load = load("mix", gateway);
    try (BufferedReader said = reader(load)) {
      await(said, "ready");
      pass(2);
      gateway.ask(gateway.probe()::take);
      pass(seconds - 2);
      Measured measured = gateway.ask(gateway.probe()::take);
      print(name, measured);
      finish(load, said);
      return measured;
    }
  }

  private void listing(GatewayHost gateway) throws IOException, InterruptedException {
    Process load = load("listing", gateway);
    try (BufferedReader said = reader(load)) {
      await(said, "ready");
      gateway.ask(gateway.probe()::take);
      String figures = finish(load, said);
      print("C listing", gateway.ask(gateway.probe()::take));
      int reached = Integer.parseInt(figures.replaceAll("(?s).*?(\\d+) full listings/s.*", "$1"));
      verdict(reached >= LEAST_LISTINGS, reached + " full listings/s (at least " + LEAST_LISTINGS + ")");
    }
  }

  private Process load(String kind, GatewayHost gateway) throws IOException {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC", "-cp",
        System.getProperty("java.class.path"), Load.class.getName(), kind, Integer.toString(gateway.apiPort()),
        Integer.toString(seconds)).redirectErrorStream(true).start();
  }

  private static BufferedReader reader(Process load) {
    return new BufferedReader(new InputStreamReader(load.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void await(BufferedReader said, String word) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.equals(word)) {
        return;
      }
      System.out.println(line);
    }
    throw new IOException("the load has ended without saying " + word);
  }

  /** Prints what the load says to its end. */
  private String finish(Process load, BufferedReader said) throws IOException, InterruptedException {
    StringBuilder all = new StringBuilder();
    String last = "";
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      System.out.println(line);
      all.append(line).append('\n');
      last = line;
    }
    load.waitFor();
    if (!last.equals("broken 0")) {
      verdict(false, "the rules under load");
    }
    return all.toString();
  }

  private static void pass(long seconds) {
    long until = RealTime.nanos() + seconds * 1_000_000_000L;
    for (long left = until - RealTime.nanos(); left > 0; left = until - RealTime.nanos()) {
      RealTime.rest(left);
    }
  }
}
