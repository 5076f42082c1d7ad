package io.parkbench.scenarios.cli;

import io.parkbench.reports.series.SeriesTally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench series}: a run's time series, after the run. */
@Command(
    name = "series",
    mixinStandardHelpOptions = true,
    header = {"Sends a run folder to a time-series server.", ""},
    description = {
        "Sends the recordings of a run folder, and what the run came to, to InfluxDB or a server that takes its line protocol: the same",
        "points that --influx sends while a run goes on. Exit 1 if some of them did not get there."},
    footer = {
        "",
        "Examples:",
        "  parkbench series runs/campus-100-20261130-100000 --influx http://localhost:8086",
        "  INFLUX_TOKEN=… parkbench series runs/campaign --influx https://influx.example --influx-org lab --influx-bucket bench"})
final class SeriesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The run folder.") private Path folder;

  @Mixin private SeriesOptions series;

  @Override
  public Integer call() throws IOException {
    if (!series.isAsked()) {
      throw new ParameterException(spec.commandLine(), "--influx says which server, e.g. --influx http://localhost:8086");
    }
    SeriesTally tally = series.send(folder, spec);
    return tally != null && tally.isWhole() ? Parkbench.PASS : Parkbench.FAILED;
  }
}
