package io.parkbench.scenarios.cli;

import io.parkbench.scenarios.campaign.CampaignResult;
import io.parkbench.scenarios.campaign.CampaignSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench campaign merge}: the shards of a campaign become one result. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = "Joins the run folders of a campaign's shards, and judges the whole.")
final class CampaignMergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Run folders of shards.") private List<Path> folders = List.of();

  @Option(names = "--out", paramLabel = "DIR",
      description = "The run folder (default: runs/campaign-DATE-TIME).") private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    List<CampaignResult> parts = new ArrayList<>();
    for (Path folder : folders) {
      parts.add(CampaignResult.read(folder));
    }
    CampaignResult whole = CampaignResult.merge(parts);
    Path folder = OutFolder.of(out, "campaign");
    whole.write(folder);
    CampaignSummary summary = CampaignSummary.of(whole);
    PrintWriter text = spec.commandLine().getOut();
    CampaignText.print(text, summary);
    summary.failing().forEach(seed -> text.println("seed " + seed.seed() + ": " + seed.failures().getFirst().text()));
    if (!whole.isWhole()) {
      text.println((whole.to() - whole.from() + 1 - whole.verdicts().size()) + " seeds are missing");
    }
    return CampaignText.end(text, folder, whole, summary, summary.passed() && whole.isWhole());
  }
}
