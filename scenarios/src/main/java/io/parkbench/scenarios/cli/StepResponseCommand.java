package io.parkbench.scenarios.cli;

import io.parkbench.kernel.JsonLines;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.Recorder;
import io.parkbench.scenarios.campaign.Seeds;
import io.parkbench.scenarios.response.Response;
import io.parkbench.scenarios.response.ResponsePage;
import io.parkbench.scenarios.response.ResponseResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkbench step-response}: how fast charging gives way to the building. */
@Command(
    name = "step-response",
    mixinStandardHelpOptions = true,
    header = {"Measures how fast charging gives way to the building.", ""},
    description = {
        "Draws from every seed a site under one dynamic zone with cars, a meter and a building, waits until its cars charge fully,",
        "lets the building's load jump by half the zone's limit, and measures the time until the true current is below the limit",
        "again. All must be within the bound B of R-LEASE-5, and no breaker may trip. Leaves a page with the distribution; exit 1 if",
        "one case is out of bound. With a quirk B is not owed, and exit 1 means that a breaker tripped."},
    footer = {
        "",
        "Examples:",
        "  parkbench step-response --cases 1..1000",
        "  parkbench step-response --cases 42 --record",
        "  parkbench step-response --cases 1..200 --quirk slow-follower-30s"})
final class StepResponseCommand implements Callable<Integer> {
  private static final List<Double> SHARES = List.of(0.5, 0.9, 0.95, 0.99, 1.0);
  private static final int WORST = 5;

  @Spec private CommandSpec spec;

  @Option(names = "--cases", paramLabel = "A..B",
      description = "Which cases, by their seeds, both ends included (default: 1..200).") private String cases = "1..200";

  @Option(names = "--quirk", paramLabel = "Q",
      description = "What all cars, or all stations, do (default: they are sound).") private @Nullable String quirk;

  @Option(names = "--jobs", paramLabel = "N",
      description = "How many cases run at once (default: the processors).") private int jobs = Runtime
          .getRuntime().availableProcessors();

  @Option(names = "--record", description = "Keep the recording of the only case.") private boolean record;

  @Option(names = "--out", paramLabel = "DIR",
      description = "The run folder (default: runs/step-response-DATE-TIME).") private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "--jobs must be 1 or more");
    }
    Seeds seeds = Seeds.parse(cases);
    if (record && seeds.from() != seeds.to()) {
      throw new ParameterException(spec.commandLine(), "--record keeps one case; write --cases " + seeds.from());
    }
    Quirk trait = quirk == null ? null : Quirk.named(quirk);
    Path folder = OutFolder.of(out, "step-response");
    ResponseResult result;
    try (Progress progress = new Progress("step-response " + seeds, "cases", seeds.list().size())) {
      result = ResponseResult.of(seeds, trait, jobs, progress::done);
    }
    result.write(folder);
    print(result);
    if (record) {
      record(folder, seeds.from(), trait);
    }
    PrintWriter text = spec.commandLine().getOut();
    text.println("cases: " + folder.resolve("step-response.json"));
    text.println("report: " + ResponsePage.write(folder, result));
    text.println(result.passed() ? "PASSED" : "FAILED");
    text.flush();
    return result.passed() ? Parkbench.PASS : Parkbench.FAILED;
  }

  private void record(Path folder, long seed, @Nullable Quirk trait) throws IOException {
    Path recording = folder.resolve("recordings").resolve("step-response-" + seed + ".jsonl.zst");
    JsonLines lines = Recorder.to(recording);
    ResponseResult.recorded(seed, trait, lines);
    spec.commandLine().getOut().println("recording: " + recording);
  }

  private void print(ResponseResult result) {
    PrintWriter text = spec.commandLine().getOut();
    text.printf(Locale.ROOT, "%-32s", "of the cases, at most");
    SHARES.forEach(share -> text.printf(Locale.ROOT, "%11.0f %%", 100 * share));
    text.println();
    row(text, "below the limit again after, s", SHARES.stream().map(s -> result.percentile(Response::seconds, s)).toList());
    row(text, "share of the bound B, %",
        SHARES.stream().map(s -> 100 * result.percentile(r -> r.seconds() / r.boundS(), s)).toList());
    row(text, "above the limit, As", SHARES.stream().map(s -> result.percentile(Response::excessAs, s)).toList());
    row(text, "heat of a breaker of curve C, %",
        SHARES.stream().map(s -> 100 * result.percentile(Response::heat, s)).toList());
    text.println("Slowest against its bound:");
    for (Response response : result.worst(WORST)) {
      text.printf(
          Locale.ROOT, "  %.1f s of %.1f s, %.0f As, %d A, %d stations: %s%n", response.seconds(), response.boundS(),
          response.excessAs(), response.limitA(), response.stations(), result.repeat(response));
    }
    result.outOfBound().stream().filter(response -> response.breaches() > 0).limit(WORST).forEach(response -> text.printf(
        Locale.ROOT, "  %d breaches by the judge: %s%n", response.breaches(), result.repeat(response)));
    result.tripped().stream().limit(WORST).forEach(response -> text.println(
        "  tripped: " + (response.trips().isEmpty() ? "a breaker of curve C" : response.trips().getFirst()) + ": "
            + result.repeat(response)));
    text.printf(
        Locale.ROOT, "%d cases, %d out of bound, %d tripped a breaker%n", result.responses().size(), result.outOfBound().size(),
        result.tripped().size());
  }

  private static void row(PrintWriter text, String name, List<Double> values) {
    text.printf(Locale.ROOT, "%-32s", name);
    values.forEach(value -> text.printf(Locale.ROOT, "%13.1f", value));
    text.println();
  }
}
