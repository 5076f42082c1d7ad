package io.parkbench.reports.page;

import io.parkbench.reports.Comparison;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.Summary;
import io.parkbench.reports.Verdicts;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the evidence report of a run: one page that needs no network (R-BENCH-1). */
public final class Report {
  private Report() {}

  /**
   * Reads the run folder and writes its {@code report.html}: verdicts where there are any, else the simulation's
   * summary with the folder's first recording, else the comparison of policies.
   *
   * @return the page that was written
   * @throws IOException if {@code run.json} or the verdicts cannot be read, if there is none of these,
   *     or if the page cannot be written; a missing or damaged recording is told on the page instead
   */
  public static Path write(Path runFolder) throws IOException {
    return write(runFolder, null);
  }

  /**
   * The same, beside another run of the same kind.
   *
   * @param against the other run's folder; null for none
   * @throws IOException if that is no run of the same kind, too
   */
  public static Path write(Path runFolder, @Nullable Path against) throws IOException {
    RunFolder folder = new RunFolder(runFolder);
    RunInfo run = folder.run();
    Verdicts verdicts = folder.verdicts();
    Summary summary = folder.summary();
    Comparison comparison = folder.comparison();
    Page page;
    if (verdicts != null) {
      page = Page.of(run, verdicts, runFolder, against == null ? null : scenarios(new RunFolder(against), verdicts));
    } else if (summary != null) {
      page = Page.of(run, summary, firstRecording(folder), against == null ? null : simulation(new RunFolder(against), summary));
    } else if (comparison != null && against == null) {
      page = Page.of(run, comparison);
    } else {
      throw new IOException(comparison != null ? runFolder + " compares policies; it cannot be put beside another run"
          : runFolder + " has neither verdicts.json nor summary.json nor comparison.json");
    }
    try (Writer out = Files.newBufferedWriter(folder.report())) {
      Template.print(page, out);
    }
    return folder.report();
  }

  private static AgainstView scenarios(RunFolder other, Verdicts is) throws IOException {
    Verdicts was = other.verdicts();
    if (was == null) {
      throw new IOException(other.path() + " has no verdicts.json; a run of scenarios is put beside another one");
    }
    return AgainstView.of(other.run(), was, is);
  }

  private static AgainstView simulation(RunFolder other, Summary is) throws IOException {
    Summary was = other.summary();
    if (was == null) {
      throw new IOException(other.path() + " has no summary.json; a simulation is put beside another one");
    }
    return AgainstView.of(other.run(), was, is);
  }

  private static @Nullable Path firstRecording(RunFolder folder) throws IOException {
    List<Path> recordings = folder.recordings();
    return recordings.isEmpty() ? null : recordings.getFirst();
  }
}
