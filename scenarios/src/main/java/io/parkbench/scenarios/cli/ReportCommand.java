package io.parkbench.scenarios.cli;

import io.parkbench.reports.page.Report;
import io.parkbench.scenarios.campaign.CampaignPage;
import io.parkbench.scenarios.campaign.CampaignResult;
import io.parkbench.scenarios.campaign.CampaignSummary;
import io.parkbench.scenarios.response.ResponsePage;
import io.parkbench.scenarios.response.ResponseResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench report}: a run folder's page once more. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    header = {"Makes the report of a run folder again.", ""},
    description = {
        "Reads what a run left, draws its recordings, and writes the page again: report.html, campaign.html or step-response.html.",
        "Beside another run it says what is not as it was."},
    footer = {
        "",
        "Examples:",
        "  parkbench report runs/release-2",
        "  parkbench report runs/release-2 --against runs/release-1"})
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The run folder.") private Path run;

  @Option(names = "--against", paramLabel = "RUN",
      description = "Another run of the same kind, of scenarios or a simulation, to compare with.") private @Nullable Path against;

  @Override
  public Integer call() throws IOException {
    for (Path folder : against == null ? List.of(run) : List.of(run, against)) {
      if (!Files.isDirectory(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    PrintWriter text = spec.commandLine().getOut();
    text.println("report: " + write());
    text.flush();
    return Parkbench.PASS;
  }

  private Path write() throws IOException {
    if (against != null) {
      return Report.write(run, against);
    }
    if (Files.exists(run.resolve("campaign.json"))) {
      CampaignResult result = CampaignResult.read(run);
      return CampaignPage.write(run, result, CampaignSummary.of(result));
    }
    if (Files.exists(run.resolve("step-response.json"))) {
      return ResponsePage.write(run, ResponseResult.read(run));
    }
    return Report.write(run);
  }
}
