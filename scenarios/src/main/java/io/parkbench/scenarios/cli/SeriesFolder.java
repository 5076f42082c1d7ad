package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Micros;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.Summary;
import io.parkbench.reports.series.RunSeries;
import io.parkbench.reports.series.SeriesTally;
import io.parkbench.scenarios.campaign.CampaignPoints;
import io.parkbench.scenarios.campaign.CampaignResult;
import io.parkbench.scenarios.campaign.CampaignSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Sends what lies in a run folder: recordings, a simulation's summary, a campaign's seeds. Sent twice it is there once. */
final class SeriesFolder {
  private SeriesFolder() {}

  /**
   * @throws IOException if the folder is none of a run, a recording is damaged, or the server answers and will not let us write
   */
  static @Nullable SeriesTally send(Path path, SeriesOptions options, CommandSpec spec) throws IOException {
    RunFolder folder = new RunFolder(path);
    boolean isRun = Files.exists(path.resolve("run.json"));
    boolean isCampaign = Files.exists(path.resolve("campaign.json"));
    if (!isRun && !isCampaign) {
      throw new IOException(path + " is no run folder: neither run.json nor campaign.json is in it");
    }
    RunInfo info = isRun ? folder.run() : null;
    long written = Micros.of(Files.getLastModifiedTime(path.resolve(isRun ? "run.json" : "campaign.json")).toInstant());
    long started = info == null ? written : RunSeries.started(info, written);
    String site = info == null ? "campaign" : info.title();
    try (SeriesRun sent = options.begin(site, path, Micros.toInstant(started).toString(), spec)) {
      for (Path recording : folder.recordings()) {
        sent.replay(RunSeries.recording(recording), recording);
      }
      Summary summary = info == null ? null : folder.summary();
      if (summary != null) {
        sent.points("sim", (points, at) -> RunSeries.summary(points, at, summary));
      }
      if (isCampaign) {
        CampaignResult result = campaign(path);
        sent.points("campaign", (points, at) -> CampaignPoints.put(points, at, result, CampaignSummary.of(result)));
      }
      return sent.end();
    }
  }

  private static CampaignResult campaign(Path path) throws IOException {
    try {
      return CampaignResult.read(path);
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException bad) {
      throw new IOException(path.resolve("campaign.json") + " is no campaign's: " + bad.getMessage(), bad);
    }
  }
}
