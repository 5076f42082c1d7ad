package io.parkbench.plant.charger;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One configuration key: who may do what with it, which values it takes, and the one it has (OCPP 1.6 §9). */
final class ConfigurationKey {
  /** Who may do what. */
  enum Access {
    READ_ONLY,
    READ_WRITE,
    /** Never told to anybody, such as a password. */
    WRITE_ONLY,
    /** Written at once, but in force only after the next reboot. */
    AFTER_REBOOT
  }

  /** OCPP 1.6 allows this many characters in a value. */
  static final int MAX_LENGTH = 500;

  final String name;
  final Access access;
  private final Predicate<String> takes;
  private String value;
  private int number;
  private @Nullable String afterReboot;

  private ConfigurationKey(String name, Access access, String value, Predicate<String> takes) {
    this.name = name;
    this.access = access;
    this.takes = takes;
    this.value = value;
    this.number = numberIn(value);
    if (!takes.test(value)) {
      throw new IllegalArgumentException(name + " cannot be '" + value + "'");
    }
  }

  static ConfigurationKey fixed(String name, Object value) {
    return new ConfigurationKey(name, Access.READ_ONLY, value.toString(), any -> true);
  }

  /** A whole number in [least, most]. */
  static ConfigurationKey number(String name, int value, int least, int most) {
    return new ConfigurationKey(
        name,
        Access.READ_WRITE,
        Integer.toString(value),
        text -> text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most);
  }

  static ConfigurationKey bool(String name, boolean value) {
    return new ConfigurationKey(
        name, Access.READ_WRITE, Boolean.toString(value), text -> text.equals("true") || text.equals("false"));
  }

  /** A comma-separated list, possibly empty, of at most {@code most} members, each of which {@code allowed} knows. */
  static ConfigurationKey list(String name, String value, int most, Predicate<String> allowed) {
    return new ConfigurationKey(name, Access.READ_WRITE, value, text -> {
      List<String> members = members(text);
      return members.size() <= most && members.stream().allMatch(allowed);
    });
  }

  static ConfigurationKey text(String name, Access access, String value, int maxLength) {
    return new ConfigurationKey(name, access, value, text -> text.length() <= maxLength);
  }

  /** False where the key does not take this value; it then keeps the one it has. */
  boolean write(String text) {
    if (text.length() > MAX_LENGTH || !takes.test(text)) {
      return false;
    }
    if (access == Access.AFTER_REBOOT) {
      afterReboot = text;
    } else {
      become(text);
    }
    return true;
  }

  /** The station restarts: what was written for after the reboot counts from now on. */
  void reboot() {
    if (afterReboot != null) {
      become(afterReboot);
      afterReboot = null;
    }
  }

  private void become(String text) {
    value = text;
    number = numberIn(text);
  }

  String value() {
    return value;
  }

  int number() {
    return number;
  }

  boolean isTrue() {
    return value.equals("true");
  }

  List<String> members() {
    return members(value);
  }

  private static List<String> members(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*", -1));
  }

  private static int numberIn(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
