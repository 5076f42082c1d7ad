package io.parkbench.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A serial line and its settings, as written in {@link Endpoint#host}: {@code PATH?baud=19200&parity=even&stop=1}. What is left out
 * is 19200 baud, even parity, one stop bit, the default of Modbus over Serial Line 1.02 (2.2 and 2.5.1); there are always 8 data bits.
 *
 * @param path of the device, such as {@code /dev/ttyUSB0}
 * @param baud one of {@link #BAUDS}
 * @param stop 1 or 2
 */
public record SerialLine(String path, int baud, Parity parity, int stop) {
  /** Speeds in bits per second. */
  public static final List<Integer> BAUDS = List.of(1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200);

  private static final Set<String> KEYS = Set.of("baud", "parity", "stop");

  /** What the bit after the data says. */
  public enum Parity {
    NONE, EVEN, ODD
  }

  public SerialLine {
    if (path.isEmpty() || !BAUDS.contains(baud) || stop < 1 || stop > 2) {
      throw new IllegalArgumentException("a serial line needs a path, one of " + BAUDS + " baud, 1 or 2 stop bits");
    }
  }

  /**
   * Reads the settings of a line.
   *
   * @throws IllegalArgumentException naming the part that is wrong and what may stand there
   */
  public static SerialLine parse(String text) {
    int question = text.indexOf('?');
    int baud = 19_200;
    Parity parity = Parity.EVEN;
    int stop = 1;
    if (question >= 0) {
      for (String setting : text.substring(question + 1).split("&", -1)) {
        int equals = setting.indexOf('=');
        String key = equals < 0 ? setting : setting.substring(0, equals);
        String value = equals < 0 ? "" : setting.substring(equals + 1);
        switch (key) {
          case "baud" -> baud = oneOf(text, key, value, BAUDS);
          case "stop" -> stop = oneOf(text, key, value, List.of(1, 2));
          case "parity" -> parity = oneOf(text, key, value, List.of(Parity.values()));
          default -> throw wrong(text, "\"" + key + "\"", KEYS.stream().sorted().toList());
        }
      }
    }
    String path = question < 0 ? text : text.substring(0, question);
    if (path.isEmpty()) {
      throw new IllegalArgumentException(
          "a serial line begins with the path of its device, such as /dev/ttyUSB0: \"" + text + "\"");
    }
    return new SerialLine(path, baud, parity, stop);
  }

  /** The line as {@link #parse} reads it, every setting written out: what {@link Endpoint#host} should be. */
  public String text() {
    return path + "?baud=" + baud + "&parity=" + parity.name().toLowerCase(Locale.ROOT) + "&stop=" + stop;
  }

  private static <T> T oneOf(String text, String key, String value, List<T> choices) {
    for (T choice : choices) {
      if (choice.toString().toLowerCase(Locale.ROOT).equals(value)) {
        return choice;
      }
    }
    throw wrong(text, key + "=" + value, choices);
  }

  private static IllegalArgumentException wrong(String text, String part, List<?> choices) {
    return new IllegalArgumentException(
        "serial line \"" + text + "\": " + part + " is not one of " + choices.toString().toLowerCase(Locale.ROOT));
  }

  /** Bits on the line for one byte: start, 8 data, parity, stop. */
  public int bitsPerByte() {
    return 9 + (parity == Parity.NONE ? 0 : 1) + stop;
  }
}
