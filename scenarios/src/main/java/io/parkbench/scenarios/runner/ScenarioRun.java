package io.parkbench.scenarios.runner;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.Recording;
import io.parkbench.reports.JUnitXml;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Verdicts;
import io.parkbench.reports.page.Report;
import io.parkbench.rigs.Rig;
import io.parkbench.rigs.outside.GatewayChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A run of scenarios on one rig with one seed (R-BENCH-1).
 *
 * @param features feature files, {@code FILE:LINE}, or folders of them
 * @param tags a Cucumber tag expression, or null for all
 * @param policy how the gateway counts what stations could be drawing; by others than leases scenarios about losses fail
 * @param out the run folder, made where it is missing
 * @param gateway which one is put to the test, on the rig realtime; null: the built-in one
 * @param jobs how many scenarios run at once, 1 or more; verdicts and recordings do not depend on it
 */
public record ScenarioRun(
    List<String> features, @Nullable String tags, Rig rig, long seed, LeasePolicy policy, Path out, @Nullable GatewayChoice gateway,
    int jobs) {
  /** Hears how far a run has come. */
  @FunctionalInterface
  public interface Progress {
    /** {@code verdict} is the one of scenario number {@code done} out of {@code all}. */
    void finished(ScenarioVerdict verdict, int done, int all);
  }

  /** What a run came to. */
  public record Outcome(Verdicts verdicts, Path report) {}

  public ScenarioRun {
    features = List.copyOf(features);
    if (jobs < 1) {
      throw new IllegalArgumentException("at least one scenario runs at once: " + jobs + " jobs");
    }
    if (jobs > 1 && gateway != null && !gateway.manyAtOnce()) {
      throw new IllegalArgumentException(
          "one gateway cannot take " + jobs + " scenarios at once: leave --jobs out, or write " + GatewayChoice.SCENARIO
              + " into the path of its URL where each may have a place of its own");
    }
  }

  /** With the built-in gateway, one after another. */
  public ScenarioRun(List<String> features, @Nullable String tags, Rig rig, long seed, LeasePolicy policy, Path out) {
    this(features, tags, rig, seed, policy, out, null, 1);
  }

  /** By leases. */
  public ScenarioRun(List<String> features, @Nullable String tags, Rig rig, long seed, Path out) {
    this(features, tags, rig, seed, LeasePolicy.LEASES, out);
  }

  /**
   * Runs the scenarios and leaves verdicts, JUnit XML, Cucumber messages, a recording of each, and the report.
   *
   * @param versions what takes part, by name
   * @throws BadFeatureException if there is nothing to run or it cannot be read
   */
  public Outcome run(Map<String, String> versions, Progress progress) throws IOException, BadFeatureException {
    return run(versions, progress, scenario -> Recording.NONE);
  }

  /** The same; {@code watch} says by its id who hears the lines of a scenario's recording, besides. */
  public Outcome run(Map<String, String> versions, Progress progress, Function<String, Recording> watch)
      throws IOException, BadFeatureException {
    String started = now();
    Selection selection = new Selection(features, tags);
    RunFolder folder = RunFolder.create(out);
    RunSettings settings = new RunSettings(rig, seed, policy, folder, null, scenario -> watch.apply(scenario.id()), gateway);
    int[] done = {0};
    VerdictKeeper keeper = new VerdictKeeper(settings, verdict -> progress.finished(verdict, ++done[0], selection.count()));
    selection.run(settings, out.resolve("messages.ndjson"), jobs, keeper);
    // what gateways started from is of no use to a reader
    Files.deleteIfExists(out.resolve("gateway").resolve("classes.jsa"));
    Map<String, String> taking = new TreeMap<>(versions);
    if (gateway != null) {
      taking.put("gateway", GatewayUnderTest.text(gateway));
    }
    Verdicts verdicts = gateway == null ? keeper.verdicts() : keeper.verdicts().found();
    folder.write(
        new RunInfo(
            RunInfo.FORMAT, "Scenarios: " + selection.title(), "parkbench run " + selection.arguments() + settings.options(),
            rig.word(), seed, started, taking, null, null, policy.word()));
    folder.write(verdicts);
    JUnitXml.write(verdicts, out.resolve("junit.xml"));
    return new Outcome(verdicts, Report.write(out));
  }

  /** The machine's time of day, as people write it. */
  static String now() {
    return DateTimeFormatter.ISO_INSTANT.format(Micros.toInstant(RealTime.micros() / Micros.SECOND * Micros.SECOND));
  }
}
