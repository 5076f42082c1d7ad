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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench report}: a run folder's page once more. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    header = {"Makes the report of a run folder again.", ""},
    description = {
        "Reads what a run left, draws its recordings, and writes the page again: report.html, campaign.html or step-response.html."})
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The run folder.") private Path run;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(run)) {
      throw new NoSuchFileException(run.toString());
    }
    PrintWriter text = spec.commandLine().getOut();
    text.println("report: " + write());
    text.flush();
    return Parkbench.PASS;
  }

  private Path write() throws IOException {
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
