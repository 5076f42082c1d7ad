package io.parkbench.protocol.ocpp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of the standard on a property's value, called by the records' constructors. Each returns the value to
 * keep, or throws an {@link OcppException} whose description begins with the property's name.
 */
final class Check {
  /** 0000-01-01T00:00:00Z and the last second of 9999: what RFC 3339 can write. */
  private static final long FIRST_SECOND = -62_167_219_200L;

  private static final long LAST_SECOND = 253_402_300_799L;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Check() {}

  /** A required value: null is a missing property. */
  static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  /** CiString20Type to CiString500Type: required, at most {@code max} characters (code points). */
  static String text(String name, @Nullable String value, int max) {
    String text = required(name, value);
    optionalText(name, text, max);
    return text;
  }

  static @Nullable String optionalText(String name, @Nullable String value, int max) {
    if (value != null && value.length() > max && value.codePointCount(0, value.length()) > max) {
      throw constraint(name, "longer than " + max + " characters");
    }
    return value;
  }

  static int atLeast(String name, int value, int min) {
    if (value < min) {
      throw constraint(name, value + " is below " + min);
    }
    return value;
  }

  static @Nullable Integer optionalAtLeast(String name, @Nullable Integer value, int min) {
    if (value != null) {
      atLeast(name, value, min);
    }
    return value;
  }

  /** A decimal with at most one digit after the point (limit, minChargingRate). */
  static double tenths(String name, double value) {
    if (!Double.isFinite(value)) {
      throw constraint(name, "not a finite number");
    }
    if (Math.rint(value * 10) / 10 != value && Double.isFinite(value * 10)) {
      throw constraint(name, value + " has more than one decimal");
    }
    return value;
  }

  static @Nullable Double optionalTenths(String name, @Nullable Double value) {
    if (value != null) {
      tenths(name, value);
    }
    return value;
  }

  /** A required dateTime, years 0000 to 9999, cut to whole milliseconds, which is what the wire carries. */
  static Instant time(String name, @Nullable Instant value) {
    Instant time = required(name, value);
    if (time.getEpochSecond() < FIRST_SECOND || time.getEpochSecond() > LAST_SECOND) {
      throw constraint(name, "year outside 0000 to 9999");
    }
    int excess = time.getNano() % NANOS_PER_MILLI;
    return excess == 0 ? time : time.minusNanos(excess);
  }

  static @Nullable Instant optionalTime(String name, @Nullable Instant value) {
    return value == null ? null : time(name, value);
  }

  /** A list of cardinality 1..*. */
  static <T> List<T> someOf(String name, @Nullable List<T> values) {
    List<T> list = anyOf(name, required(name, values));
    if (list.isEmpty()) {
      throw new OcppException(OcppError.OccurenceConstraintViolation, name + ": needs at least one element");
    }
    return list;
  }

  /** A list of cardinality 0..*: absent and empty are the same and become an empty list, written as absent. */
  static <T> List<T> anyOf(String name, @Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** A list of texts, each at most {@code max} characters. */
  static List<String> texts(String name, @Nullable List<String> values, int max) {
    List<String> list = anyOf(name, values);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).length() > max) {
        optionalText(name + "[" + i + "]", list.get(i), max);
      }
    }
    return list;
  }

  static OcppException missing(String name) {
    return new OcppException(OcppError.ProtocolError, name + ": missing");
  }

  private static OcppException constraint(String name, String what) {
    return new OcppException(OcppError.PropertyConstraintViolation, name + ": " + what);
  }
}
