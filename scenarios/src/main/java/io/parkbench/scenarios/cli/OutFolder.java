package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealTime;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a run leaves what it did when nobody says. */
final class OutFolder {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private OutFolder() {}

  /** The folder asked for, or {@code runs/TITLE-DATE-TIME}. */
  static Path of(@Nullable Path asked, String title) {
    return asked != null ? asked : Path.of("runs", title + "-" + STAMP.format(now()));
  }

  /** The machine's time of day, as people write it, UTC. */
  static String started() {
    return DateTimeFormatter.ISO_INSTANT.format(Micros.toInstant(RealTime.micros() / Micros.SECOND * Micros.SECOND));
  }

  private static java.time.Instant now() {
    return Micros.toInstant(RealTime.micros());
  }
}
