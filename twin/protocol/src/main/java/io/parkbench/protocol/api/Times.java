package io.parkbench.protocol.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes and reads the API's times: RFC 3339, written in UTC with milliseconds, read with any offset (R-BEMS-10). */
public final class Times {
  private static final long MICROS = 1_000_000;
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);
  /** 9999-12-31T23:59:59.999Z, the last instant that four digits of a year can say, µs since 1970. */
  public static final long LAST = 253_402_300_799_999_000L;

  private Times() {}

  /** {@code 2026-01-15T08:00:00.000Z} for µs since 1970; what is below a millisecond is left out. */
  public static String text(long micros) {
    return WRITTEN.format(Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000));
  }

  /**
   * An RFC 3339 time as µs since 1970.
   *
   * @throws DateTimeException for anything else, and for years beyond 9999
   */
  public static long micros(String text) {
    Instant instant = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT), DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
    long micros = instant.getEpochSecond() * MICROS + instant.getNano() / 1_000;
    if (micros > LAST || micros < 0) {
      throw new DateTimeException("before 1970 or after 9999: " + text);
    }
    return micros;
  }

  /**
   * An ISO 8601 duration such as {@code PT30M} or {@code P1D} in µs.
   *
   * @throws DateTimeException for anything else, for months and years, whose length varies, and for what is not above 0
   */
  public static long duration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative() || duration.isZero() || duration.getSeconds() > LAST / MICROS) {
      throw new DateTimeException("not above 0, or longer than 8,000 years: " + text);
    }
    return duration.getSeconds() * MICROS + duration.getNano() / 1_000;
  }
}
