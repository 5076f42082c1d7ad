package io.parkbench.reports.series;

import io.parkbench.kernel.Micros;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.Summary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** What a run folder tells a time-series server: its recordings, and what the run came to. */
public final class RunSeries {
  private static final String ENDING = ".jsonl.zst";

  private RunSeries() {}

  /** The name under which a folder's series are found. */
  public static String name(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "run" : name.toString();
  }

  /** When the run began, by the machine's time, µs; {@code otherwise} where the folder does not say. */
  public static long started(RunInfo run, long otherwise) {
    try {
      String started = run.started();
      return started == null ? otherwise : Micros.of(Instant.parse(started));
    } catch (DateTimeParseException unknown) {
      return otherwise;
    }
  }

  /** What a recording is called, by its file. */
  public static String recording(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /** What a simulation came to. */
  public static void summary(PointStream points, long at, Summary summary) {
    points.put(Field.RUN_SESSIONS, at, summary.sessions().size());
    points.put(Field.RUN_REQUESTED, at, summary.sessions().stream().mapToDouble(Summary.Session::requestedKwh).sum());
    points.put(Field.RUN_DELIVERED, at, summary.sessions().stream().mapToDouble(Summary.Session::deliveredKwh).sum());
    points.put(Field.RUN_CHECKED, at, summary.invariants().checked());
    points.put(Field.RUN_BROKEN, at, summary.invariants().broken());
    points.put(Field.RUN_TRIPS, at, summary.invariants().trips());
  }
}
