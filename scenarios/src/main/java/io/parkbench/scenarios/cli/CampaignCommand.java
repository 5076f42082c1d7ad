package io.parkbench.scenarios.cli;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.kernel.RealTime;
import io.parkbench.rigs.Recorder;
import io.parkbench.scenarios.campaign.Campaign;
import io.parkbench.scenarios.campaign.CampaignResult;
import io.parkbench.scenarios.campaign.CampaignSummary;
import io.parkbench.scenarios.campaign.Seeds;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CaseFile;
import io.parkbench.scenarios.campaign.plan.CaseGenerator;
import io.parkbench.scenarios.campaign.plan.SwarmProfile;
import io.parkbench.scenarios.campaign.run.CaseRun;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import io.parkbench.scenarios.campaign.shrink.Shrink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkbench campaign}: many random sites, cars and faults, with the invariants on. */
@Command(
    name = "campaign",
    mixinStandardHelpOptions = true,
    description = {
        "Draws a site, cars, tariffs, inputs, reductions, faults and quirks from every seed, lets it live, and",
        "judges it: no true current above a hard limit for longer than the bound, limits that are what they must",
        "be, and after the faults everybody has its share or a true reason. A failing seed is printed with the",
        "command that repeats it; --shrink makes it small first."},
    footer = {
        "",
        "Examples:",
        "  parkbench campaign --seeds 1..1000 --shrink",
        "  parkbench campaign --seeds 42",
        "  parkbench campaign --seeds 1..50 --policy none --shrink",
        "  parkbench campaign --case runs/c/seed-42-shrunk.json --record",
        "  parkbench campaign --seeds 1..100000 --shard 3/16 --out shard-3",
        "  parkbench campaign merge shard-0 shard-1 --out runs/all"},
    subcommands = CampaignMergeCommand.class)
final class CampaignCommand implements Callable<Integer> {
  private static final int SHRUNK_MOST = 5;
  private static final int SHRINK_RUNS = 400;

  @Spec private CommandSpec spec;

  @Option(names = "--seeds", paramLabel = "A..B",
      description = "Which seeds, both ends included (default: 1..200).") private String seeds = "1..200";

  @Option(names = "--profile", paramLabel = "P",
      description = "What is drawn: calm, strict, gated, bounded or all, a mixture (default: all).") private String profile = "all";

  @Option(names = "--for", paramLabel = "PT6H",
      description = "How long things may go wrong in each case (default: drawn, one to four hours).") private @Nullable Duration length;

  @Option(names = "--policy", paramLabel = "P",
      description = {
          "What counts for a lost station: leases, or, to compare with, subtract-degraded, subtract-nothing",
          "or none, the lease rules off (default: leases)."}) private String policy = "leases";

  @Option(names = "--shrink", description = "Make failing cases small (the first five).") private boolean shrink;

  @Option(names = "--jobs", paramLabel = "N",
      description = "How many cases run at once (default: the processors).") private int jobs = Runtime
          .getRuntime().availableProcessors();

  @Option(names = "--shard", paramLabel = "i/n",
      description = "Only every n-th seed, beginning with the i-th, from 0.") private @Nullable String shard;

  @Option(names = "--case", paramLabel = "F", description = "Run this case instead of seeds.") private @Nullable Path caseFile;

  @Option(names = "--record",
      description = "Keep the recording: of the case, of failing seeds, or of the only seed.") private boolean record;

  @Option(names = "--out", paramLabel = "DIR",
      description = "The run folder (default: runs/campaign-DATE-TIME).") private @Nullable Path out;

  @Mixin private SeriesOptions series;

  private LeasePolicy leases = LeasePolicy.LEASES;

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "--jobs must be 1 or more");
    }
    if (length != null && (length.isNegative() || length.isZero())) {
      throw new ParameterException(spec.commandLine(), "--for must be longer than nothing, e.g. PT2H");
    }
    leases = LeasePolicy.named(policy);
    Path folder = OutFolder.of(out, "campaign");
    return caseFile == null ? campaign(folder) : single(CaseFile.read(caseFile), folder);
  }

  private SeedVerdict run(CampaignCase plan) {
    return CaseRun.run(plan, bench -> bench.leases(leases));
  }

  private int campaign(Path folder) throws IOException {
    Seeds chosen = shard == null ? Seeds.parse(seeds) : Seeds.parse(seeds).shard(shard);
    CaseGenerator generator = new CaseGenerator(SwarmProfile.named(profile), length);
    List<Long> list = chosen.list();
    long began = RealTime.nanos();
    List<SeedVerdict> verdicts;
    try (Progress progress = new Progress("campaign " + chosen, "seeds", list.size())) {
      verdicts = Campaign.run(list, generator::draw, leases, jobs, (done, verdict) -> progress.done(done));
    }
    double seconds = (RealTime.nanos() - began) / 1e9;
    CampaignResult result = CampaignResult.of(chosen, profile, leases, length == null ? null : length.toString(), verdicts);
    result.write(folder);
    series.send(folder, spec);
    CampaignSummary summary = CampaignSummary.of(result);
    PrintWriter text = spec.commandLine().getOut();
    CampaignText.print(text, summary);
    text.printf(
        Locale.ROOT, "%d seeds in %.1f s: %.1f seeds/s on %d jobs, %.0f simulated s per s%n", list.size(), seconds,
        list.size() / seconds, jobs, verdicts.stream().mapToDouble(SeedVerdict::simulatedS).sum() / seconds);
    int shrunk = 0;
    for (SeedVerdict failing : summary.failing()) {
      CampaignCase plan = generator.draw(failing.seed());
      Path file = folder.resolve("seed-" + failing.seed() + ".json");
      CaseFile.write(file, plan);
      text.println("seed " + failing.seed() + ": " + failing.failures().getFirst().text());
      text.println("  repeat: " + result.repeat(failing.seed()));
      text.println("  case:   parkbench campaign --case " + file + CampaignResult.byPolicy(leases));
      text.flush();
      if (record) {
        recorded(plan, folder);
      }
      if (shrink && shrunk++ < SHRUNK_MOST) {
        shrink(plan, failing, folder);
      }
    }
    if (record && list.size() == 1 && summary.failing().isEmpty()) {
      recorded(generator.draw(list.getFirst()), folder);
    }
    return CampaignText.end(text, folder, result, summary, summary.passed());
  }

  private int single(CampaignCase plan, Path folder) throws IOException {
    PrintWriter text = spec.commandLine().getOut();
    SeedVerdict verdict = record ? recorded(plan, folder) : run(plan);
    text.println(CaseFile.JSON.writeValueAsString(verdict));
    if (shrink && !verdict.passed()) {
      shrink(plan, verdict, folder);
    }
    return CampaignText.verdict(text, verdict.passed());
  }

  private SeedVerdict recorded(CampaignCase plan, Path folder) throws IOException {
    Path recording = folder.resolve("recordings").resolve("seed-" + plan.seed() + ".jsonl.zst");
    var lines = Recorder.to(recording);
    SeedVerdict verdict = CaseRun.run(plan, bench -> bench.leases(leases).recordingTo(lines));
    spec.commandLine().getOut().println("recording: " + recording);
    return verdict;
  }

  private void shrink(CampaignCase plan, SeedVerdict failing, Path folder) throws IOException {
    SeedVerdict.Kind kind = failing.worst();
    CampaignCase small;
    try (Progress progress = new Progress("shrinking seed " + plan.seed(), "runs", SHRINK_RUNS)) {
      small = Shrink.shrink(plan, smaller -> run(smaller).fails(kind), SHRINK_RUNS, (runs, best) -> progress.done(runs));
    }
    Path file = folder.resolve("seed-" + plan.seed() + "-shrunk.json");
    CaseFile.write(file, small);
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        Locale.ROOT, "  shrunk: %d faults, %d quirks, %d limits, %d stations, %d cars, %.0f s (from %d, %d, %d, %d, %d, %.0f s)%n",
        small.faults().size(), small.quirks().size(), small.limits().size(), small.stations().size(), small.cars().size(),
        small.horizonS(), plan.faults().size(), plan.quirks().size(), plan.limits().size(), plan.stations().size(),
        plan.cars().size(), plan.horizonS());
    run(small).failures().stream().filter(failure -> failure.kind() == kind).findFirst()
        .ifPresent(failure -> text.println("          " + failure.text()));
    text.println("          parkbench campaign --case " + file + CampaignResult.byPolicy(leases));
    text.flush();
  }
}
