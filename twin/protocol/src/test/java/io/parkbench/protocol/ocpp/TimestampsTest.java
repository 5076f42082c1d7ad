package io.parkbench.protocol.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our quick way with dateTimes against that of java.time. */
class TimestampsTest {
  private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
      .withZone(java.time.ZoneOffset.UTC);
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  @Test
  void everyInstantIsWrittenAndReadAsByJavaTime() {
    Chance chance = new Seed(5).fork("instants");
    for (int i = 0; i < 100_000; i++) {
      check(Instant.ofEpochMilli(chance.between(FIRST, LAST)));
    }
    for (Instant day = Instant.parse("1999-12-31T23:59:59.999Z");
        day.isBefore(Instant.parse("2101-01-02T00:00:00Z"));
        day = day.plus(1, ChronoUnit.DAYS)) {
      check(day);
      check(day.plusMillis(1));
    }
    check(Instant.ofEpochMilli(FIRST));
    check(Instant.ofEpochMilli(LAST));
  }

  private static void check(Instant time) {
    StringBuilder out = new StringBuilder();
    Timestamps.append(out, time);
    assertEquals(MILLIS.format(time), out.toString());
    assertEquals(time.toEpochMilli(), parse(out.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "2026-11-20T10:00:00Z",
          "2026-11-20t10:00:00z",
          "2026-11-20T10:00:00.5Z",
          "2026-11-20T10:00:00.123999999Z",
          "2026-11-20T10:00:00+01:00",
          "2026-11-20T00:30:00.250-11:45",
          "2028-02-29T23:59:59Z"
      })
  void offsetsAndDecimalsAreUnderstood(String text) {
    long expected = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant().toEpochMilli();
    assertEquals(expected, parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "",
          "now",
          "2026-11-20",
          "2026-11-20T10:00Z",
          "2026-11-20T10:00:00",
          "2026-11-20 10:00:00Z",
          "2026-11-20T10:00:00.Z",
          "2026-11-20T10:00:00.1234567890Z",
          "2026-11-20T10:00:00,5Z",
          "2026-11-20T10:00:00+0100",
          "2026-11-20T10:00:00+24:00",
          "2026-11-20T10:00:00ZZ",
          "2026-11-20T10:00:00+01:00Z",
          "2026-02-29T10:00:00Z",
          "2026-04-31T10:00:00Z",
          "2026-00-10T10:00:00Z",
          "2026-11-20T24:00:00Z",
          "2026-11-20T10:60:00Z",
          "2026-11-20T10:00:60Z",
          "+026-11-20T10:00:00Z",
          "20261-11-20T10:00:00Z"
      })
  void anythingElseIsNone(String text) {
    assertEquals(Timestamps.NONE, parse(text));
  }

  private static long parse(String text) {
    // surroundings that must not be looked at
    char[] chars = ("9" + text + "9").toCharArray();
    return Timestamps.parse(chars, 1, text.length());
  }
}
