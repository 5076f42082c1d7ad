package io.parkbench.reports;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the evidence report of a run: one page that needs no network. */
public final class Report {
  private Report() {}

  /**
   * Reads the run folder and writes its {@code report.html}.
   *
   * @return the page that was written
   * @throws IOException if {@code run.json} cannot be read or the page cannot be written; a missing or damaged
   *     recording is told on the page instead
   */
  public static Path write(Path runFolder) throws IOException {
    throw new IOException("no page yet for " + runFolder);
  }
}
