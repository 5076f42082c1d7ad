package io.parkbench.scenarios.cli;

import io.parkbench.reports.ScenarioVerdict;
import org.jspecify.annotations.Nullable;

/** Shows how far a run of scenarios is; it learns how much there is to do with the first one. */
final class Ticker implements AutoCloseable {
  private final String task;
  private @Nullable Progress progress;

  Ticker(String task) {
    this.task = task;
  }

  void finished(ScenarioVerdict verdict, int done, int all) {
    if (progress == null) {
      progress = new Progress(task, "scenarios", all);
    }
    progress.done(done);
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
