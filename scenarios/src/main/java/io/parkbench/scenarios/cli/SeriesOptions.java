package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Micros;
import io.parkbench.reports.series.Labels;
import io.parkbench.reports.series.RunSeries;
import io.parkbench.reports.series.SeriesSink;
import io.parkbench.reports.series.SeriesTally;
import io.parkbench.reports.series.SeriesTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a command sends time series, if anywhere (R-BENCH-9). The token comes from the environment: command lines are seen by others and kept. */
final class SeriesOptions {
  private static final String PREFIX = "--influx";
  private static final long MEGABYTE = 1_000_000;

  @Option(names = "--influx", paramLabel = "URL",
      description = "Send time series to this server while it runs: InfluxDB 2 or what speaks its protocol.") private @Nullable String url;

  @Option(names = "--influx-org", paramLabel = "O",
      description = "Its organisation (default: parkbench).") private String org = "parkbench";

  @Option(names = "--influx-bucket", paramLabel = "B",
      description = "Its bucket (default: parkbench).") private String bucket = "parkbench";

  @Option(names = "--influx-token-env", paramLabel = "NAME",
      description = "The environment variable that holds its token (default: INFLUX_TOKEN).") private String tokenEnv = "INFLUX_TOKEN";

  @Option(names = "--influx-spool-mb", paramLabel = "MB",
      description = "How much may wait on disk while it is away (default: 512).") private long spoolMb = 512;

  @Option(names = "--influx-patience", paramLabel = "PT30S",
      description = "How long to wait for it at the end (default: PT30S).") private Duration patience = Duration.ofSeconds(30);

  boolean isAsked() {
    return url != null;
  }

  /**
   * Begins to send, if it was asked for.
   *
   * @param site what the run is about
   * @param folder of the run, whose name the series have
   * @param started the machine's time as ISO 8601 text
   * @throws IOException if the server answers and will not let us write
   */
  SeriesRun begin(String site, Path folder, String started, CommandSpec spec) throws IOException {
    long at = Micros.of(Instant.parse(started));
    String run = RunSeries.name(folder);
    String server = url;
    if (server == null) {
      return new SeriesRun(null, site, run, at, spec.commandLine().getErr());
    }
    String token = System.getenv(tokenEnv);
    SeriesTarget target = new SeriesTarget(server, org, bucket, token == null || token.isBlank() ? null : token);
    PrintWriter err = spec.commandLine().getErr();
    SeriesSink sink = SeriesSink.open(
        target, new Labels(site, run, "run"), at, new SeriesSink.Bounds(spoolFolder(), spoolMb * MEGABYTE, patience), line -> {
          err.println("parkbench: " + line);
          err.flush();
        });
    return new SeriesRun(sink, site, run, at, err);
  }

  private static Path spoolFolder() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** Sends a run folder, if it was asked for; null otherwise. */
  @Nullable
  SeriesTally send(Path folder, CommandSpec spec) throws IOException {
    return isAsked() ? SeriesFolder.send(folder, this, spec) : null;
  }

  /** The arguments that say what is run, for the command that repeats it: sending once is enough. */
  static List<String> without(List<String> arguments) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith(PREFIX)) {
        rest.add(argument);
      } else if (argument.indexOf('=') < 0) {
        i++;
      }
    }
    return rest;
  }
}
