package io.parkbench.kernel;

import java.time.Duration;
import java.time.Instant;

/** Time as the kernel counts it: whole microseconds, instants since 1970-01-01T00:00:00Z. */
public final class Micros {
  public static final long MILLISECOND = 1_000L;
  public static final long SECOND = 1_000_000L;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;

  private Micros() {}

  /** The length of {@code duration} in microseconds, rounded down; a length over 292,000 years throws. */
  public static long of(Duration duration) {
    return Math.addExact(Math.multiplyExact(duration.getSeconds(), SECOND), duration.getNano() / 1_000);
  }

  /** The instant as microseconds since 1970, rounded down. */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano() / 1_000);
  }

  public static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
  }

  public static Duration toDuration(long micros) {
    return Duration.ofSeconds(
        Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
  }
}
