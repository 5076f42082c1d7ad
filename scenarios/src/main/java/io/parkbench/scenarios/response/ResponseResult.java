package io.parkbench.scenarios.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.kernel.JsonLines;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.scenarios.campaign.Seeds;
import io.parkbench.scenarios.campaign.plan.CaseFile;
import io.parkbench.scenarios.jobs.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What came of all cases: {@code step-response.json}.
 *
 * @param format of the file
 * @param quirk what all cars, or all stations, do; null: nothing
 * @param responses by rising seed
 */
public record ResponseResult(String format, long from, long to, @Nullable String quirk, List<Response> responses) {
  public static final String FORMAT = "parkbench-step-response-1";
  private static final String FILE = "step-response.json";
  /** What is computed from the rest stands in the file, too, and is computed again when it is read. */
  private static final ObjectMapper JSON = CaseFile.JSON.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public ResponseResult {
    responses = List.copyOf(responses);
  }

  /**
   * Runs the cases.
   *
   * @param jobs how many at once; changes nothing else
   * @param progress hears how many are done
   */
  public static ResponseResult of(Seeds cases, @Nullable Quirk quirk, int jobs, IntConsumer progress) {
    List<Response> responses = new ArrayList<>(
        Jobs.run(cases.list(), seed -> run(seed, quirk), jobs, (done, response) -> progress.accept(done)));
    responses.sort(Comparator.comparingLong(Response::seed));
    return new ResponseResult(FORMAT, cases.from(), cases.to(), quirk == null ? null : quirk.toString(), responses);
  }

  private static Response run(long seed, @Nullable Quirk quirk) {
    try {
      return ResponseRun.run(ResponseDraw.draw(seed), quirk, plan -> plan);
    } catch (RuntimeException | AssertionError e) {
      throw new IllegalStateException("repeat with " + command(seed, seed, quirk) + ": " + e.getMessage(), e);
    }
  }

  /** One case again, with its recording. */
  public static Response recorded(long seed, @Nullable Quirk quirk, JsonLines recording) {
    return ResponseRun.run(ResponseDraw.draw(seed), quirk, plan -> plan.recordingTo(recording));
  }

  /** The command that runs these cases. */
  static String command(long from, long to, @Nullable Object quirk) {
    return "parkbench step-response --cases " + (from == to ? "" + from : from + ".." + to)
        + (quirk == null ? "" : " --quirk " + quirk);
  }

  /** The command that repeats it. */
  public String command() {
    return command(from, to, quirk);
  }

  /** The command that repeats one case. */
  public String repeat(Response response) {
    return command(response.seed(), response.seed(), quirk);
  }

  @JsonIgnore
  public List<Response> outOfBound() {
    return responses.stream().filter(response -> !response.inBound()).toList();
  }

  @JsonIgnore
  public List<Response> tripped() {
    return responses.stream().filter(Response::tripped).toList();
  }

  /** The slowest as measured by their own bound first. */
  public List<Response> worst(int count) {
    return responses.stream()
        .sorted(Comparator.comparingDouble((Response r) -> -(r.seconds() - r.boundS())).thenComparingLong(Response::seed))
        .limit(count).toList();
  }

  /** The value that a share of the cases does not exceed, by rank. */
  public double percentile(ToDoubleFunction<Response> value, double share) {
    double[] sorted = responses.stream().mapToDouble(value).sorted().toArray();
    return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  /** No breaker opened, and all were within B; with a quirk B is not owed, and only breakers count. */
  @JsonIgnore
  public boolean passed() {
    return tripped().isEmpty() && (quirk != null || outOfBound().isEmpty());
  }

  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    CaseFile.JSON.writeValue(folder.resolve(FILE).toFile(), this);
  }

  /** Reads what {@link #write} wrote. */
  public static ResponseResult read(Path folder) throws IOException {
    return JSON.readValue(folder.resolve(FILE).toFile(), ResponseResult.class);
  }
}
