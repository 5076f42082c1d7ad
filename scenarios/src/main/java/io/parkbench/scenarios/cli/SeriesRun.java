package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Recording;
import io.parkbench.reports.series.Labels;
import io.parkbench.reports.series.PointStream;
import io.parkbench.reports.series.SeriesSink;
import io.parkbench.reports.series.SeriesTally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** One run's sending of time series, or none; tells at its end what came of it. */
final class SeriesRun implements AutoCloseable {
  private final @Nullable SeriesSink sink;
  private final String site;
  private final String run;
  private final long started;
  private final PrintWriter text;
  private @Nullable SeriesTally tally;

  SeriesRun(@Nullable SeriesSink sink, String site, String run, long started, PrintWriter text) {
    this.sink = sink;
    this.site = site;
    this.run = run;
    this.started = started;
    this.text = text;
  }

  /** Who is to hear the lines of this recording. */
  Recording recording(String name) {
    return sink == null ? Recording.NONE : sink.tap(new Labels(site, run, name));
  }

  /** Sends a recording that is there already. */
  void replay(String name, Path recording) throws IOException {
    if (sink != null) {
      sink.replay(new Labels(site, run, name), recording);
    }
  }

  /** Sends what the run came to, at the machine's time at which it began. */
  void points(String name, ObjLongConsumer<PointStream> values) {
    if (sink != null) {
      sink.points(new Labels(site, run, name), stream -> values.accept(stream, started));
    }
  }

  /** Waits for what is still to be sent; null where nothing was to be. */
  @Nullable
  SeriesTally end() {
    SeriesSink sending = sink;
    if (sending != null && tally == null) {
      tally = sending.end();
      text.println("parkbench: " + tally.text());
      text.flush();
    }
    return tally;
  }

  @Override
  public void close() {
    end();
  }
}
