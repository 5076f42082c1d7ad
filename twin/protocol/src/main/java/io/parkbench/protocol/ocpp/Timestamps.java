package io.parkbench.protocol.ocpp;

import java.time.Instant;

/** Instants to the dateTime of the wire and back (RFC 3339), without the cost of a general formatter. */
final class Timestamps {
  /** What {@link #parse} returns for text that is no dateTime. */
  static final long NONE = Long.MIN_VALUE;

  private static final int MILLIS_PER_DAY = 86_400_000;
  private static final int DAYS_PER_ERA = 146_097;
  private static final int DAYS_TO_1970 = 719_468;

  private Timestamps() {}

  /** Appends {@code 2026-11-20T10:00:00.000Z}: UTC, always milliseconds. Years 0000 to 9999. */
  static void append(StringBuilder out, Instant time) {
    long millis = time.toEpochMilli();
    int day = (int) Math.floorDiv(millis, MILLIS_PER_DAY);
    int ofDay = Math.floorMod(millis, MILLIS_PER_DAY);

    // days to year, month and day, counted in years that begin in March, so that the leap day is a year's last
    int z = day + DAYS_TO_1970;
    int era = Math.floorDiv(z, DAYS_PER_ERA);
    int ofEra = z - era * DAYS_PER_ERA;
    int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / (DAYS_PER_ERA - 1)) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (5 * ofYear + 2) / 153;
    int dayOfMonth = ofYear - (153 * fromMarch + 2) / 5 + 1;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);

    two(out, year / 100);
    two(out, year % 100);
    two(out.append('-'), month);
    two(out.append('-'), dayOfMonth);
    two(out.append('T'), ofDay / 3_600_000);
    two(out.append(':'), ofDay / 60_000 % 60);
    two(out.append(':'), ofDay / 1_000 % 60);
    int fraction = ofDay % 1_000;
    out.append('.').append((char) ('0' + fraction / 100));
    two(out, fraction % 100);
    out.append('Z');
  }

  private static void two(StringBuilder out, int number) {
    out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /**
   * Reads a dateTime with seconds, any number of decimals from 0 to 9 and {@code Z} or an offset in hours and minutes.
   *
   * @return milliseconds since 1970, further decimals cut off, or {@link #NONE}
   */
  static long parse(char[] text, int from, int length) {
    int end = from + length;
    if (length < 20
        || text[from + 4] != '-'
        || text[from + 7] != '-'
        || (text[from + 10] | 0x20) != 't'
        || text[from + 13] != ':'
        || text[from + 16] != ':') {
      return NONE;
    }
    int century = two(text, from);
    int ofCentury = two(text, from + 2);
    int month = two(text, from + 5);
    int day = two(text, from + 8);
    int hour = two(text, from + 11);
    int minute = two(text, from + 14);
    int second = two(text, from + 17);
    if ((century | ofCentury | month | day | hour | minute | second) < 0) {
      return NONE;
    }
    int year = century * 100 + ofCentury;
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) {
      return NONE;
    }
    int at = from + 19;
    int millis = 0;
    if (text[at] == '.') {
      int weight = 100;
      int first = ++at;
      for (; at < end && digit(text[at]) >= 0; at++) {
        millis += digit(text[at]) * weight;
        weight /= 10;
      }
      if (at == first || at - first > 9) {
        return NONE;
      }
    }
    int offset = offsetMinutes(text, at, end);
    if (offset == Integer.MIN_VALUE) {
      return NONE;
    }
    long minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + minute - offset;
    return (minutes * 60 + second) * 1_000 + millis;
  }

  private static int offsetMinutes(char[] text, int at, int end) {
    if (at + 1 == end && (text[at] | 0x20) == 'z') {
      return 0;
    }
    if (at + 6 != end || text[at] != '+' && text[at] != '-' || text[at + 3] != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int offset = hours * 60 + minutes;
    return text[at] == '-' ? -offset : offset;
  }

  private static long daysSince1970(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int fromMarch = month > 2 ? month - 3 : month + 9;
    int ofYear = (153 * fromMarch + 2) / 5 + day - 1;
    int ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear;
    return (long) era * DAYS_PER_ERA + ofEra - DAYS_TO_1970;
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** The two digits at {@code at}, or below 0. */
  private static int two(char[] text, int at) {
    int tens = digit(text[at]);
    int ones = digit(text[at + 1]);
    return (tens | ones) < 0 ? -1 : tens * 10 + ones;
  }

  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }
}
