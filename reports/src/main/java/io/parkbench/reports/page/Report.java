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
    RunFolder folder = new RunFolder(runFolder);
    RunInfo run = folder.run();
    Verdicts verdicts = folder.verdicts();
    Summary summary = folder.summary();
    Comparison comparison = folder.comparison();
    Page page;
    if (verdicts != null) {
      page = Page.of(run, verdicts, runFolder);
    } else if (summary != null) {
      page = Page.of(run, summary, firstRecording(folder));
    } else if (comparison != null) {
      page = Page.of(run, comparison);
    } else {
      throw new IOException(runFolder + " has neither verdicts.json nor summary.json nor comparison.json");
    }
    try (Writer out = Files.newBufferedWriter(folder.report())) {
      Template.print(page, out);
    }
    return folder.report();
  }

  private static @Nullable Path firstRecording(RunFolder folder) throws IOException {
    List<Path> recordings = folder.recordings();
    return recordings.isEmpty() ? null : recordings.getFirst();
  }
}
