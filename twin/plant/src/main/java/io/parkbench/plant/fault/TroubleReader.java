package io.parkbench.plant.fault;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.quirk.Quirk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every {@link Trouble} by its name, as site files, scenarios and the command line write it. */
public final class TroubleReader {
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("drop", "frames vanish (probability, 1 unless said; direction up or down)");
    WORDS.put("delay", "frames take longer (min, max); direction");
    WORDS.put("reorder", "frames of different links overtake each other: each waits up to max (2 s unless said)");
    WORDS.put("hold", "frames wait until it heals; direction");
    WORDS.put("duplicate", "messages arrive twice (probability); direction");
    WORDS.put("corrupt", "messages are no JSON any more (probability); direction");
    WORDS.put("cut", "the cable is out, and both ends hear it");
    WORDS.put("silence", "half-open: nothing gets through, and nobody is told");
    WORDS.put("broken", "a part of the network is broken: a segment, segment/cable or segment:station");
    WORDS.put("reboot", "the electronics restart without a word");
    WORDS.put("freeze", "the station hangs, its car goes on");
    WORDS.put("dark", "the station has no mains");
    WORDS.put("clock-jump", "the station's clock jumps (by)");
    WORDS.put("wrong-wiring", "the connector is wired otherwise than the site says (wiring)");
  }

  private TroubleReader() {}

  /** The names with what they mean, in a fixed order; every name of a {@link Quirk} is one as well. */
  public static Map<String, String> words() {
    return new LinkedHashMap<>(WORDS);
  }

  /**
   * The trouble of that name.
   *
   * @param on a station, {@code station/connector}, a part of the network, or {@code *} for all links
   * @param options what else is said of it, by key; text, number or boolean
   * @throws IllegalArgumentException that says what is wrong
   */
  public static Trouble read(String word, String on, Map<String, ?> options) {
    return switch (word) {
      case "drop" -> link(on, options, new Fault.Drop(probability(options)));
      case "duplicate" -> link(on, options, new Fault.Duplicate(probability(options)));
      case "corrupt" -> link(on, options, new Fault.Corrupt(probability(options)));
      case "delay" -> link(on, options, new Fault.Delay(micros(options, "min", "0s"), micros(options, "max", null)));
      case "reorder" -> link(on, options, new Fault.Delay(0, micros(options, "max", "2s")));
      case "hold" -> link(on, options, new Fault.Hold());
      case "cut" -> link(on, options, new Fault.Cut());
      case "silence" -> link(on, options, new Fault.Silence());
      case "broken" -> new Trouble.Broken(on);
      case "reboot" -> new Trouble.Reboot(on);
      case "freeze" -> new Trouble.Freeze(on);
      case "dark" -> new Trouble.Dark(on);
      case "clock-jump" -> new Trouble.ClockJump(on, span(options, "by", null));
      case "wrong-wiring" ->
          new Trouble.WrongWiring(station(on), Math.max(1, connector(on)), wiring(text(options, "wiring", null)));
      default -> odd(word, on);
    };
  }

  private static Trouble odd(String word, String on) {
    Quirk quirk;
    try {
      quirk = Quirk.named(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "no fault is called '" + word + "'; there are " + String.join(", ", WORDS.keySet()) + " and the quirks: "
              + e.getMessage(),
          e);
    }
    int connector = quirk.kind() == Quirk.Kind.CAR ? Math.max(1, connector(on)) : 0;
    return new Trouble.Odd(station(on), connector, quirk);
  }

  private static Trouble link(String on, Map<String, ?> options, Fault fault) {
    Object direction = options.get("direction");
    return new Trouble.OnLink(on.equals("*") ? null : on, direction == null ? null : direction(direction.toString()), fault);
  }

  private static Direction direction(String text) {
    return switch (text) {
      case "up" -> Direction.UP;
      case "down" -> Direction.DOWN;
      default -> throw new IllegalArgumentException("direction is up or down, not '" + text + "'");
    };
  }

  private static double probability(Map<String, ?> options) {
    String text = text(options, "probability", "1");
    double probability = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : -1;
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is 0 to 1, not '" + text + "'");
    }
    return probability;
  }

  private static Wiring wiring(String text) {
    try {
      return Wiring.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no wiring is called '" + text + "'; there are " + List.of(Wiring.values()), e);
    }
  }

  private static long micros(Map<String, ?> options, String key, @Nullable String otherwise) {
    return Micros.of(span(options, key, otherwise));
  }

  /** A duration among the options, such as {@code for: 10 min}; without one and without {@code otherwise} it fails. */
  public static Duration span(Map<String, ?> options, String key, @Nullable String otherwise) {
    return Span.parse(text(options, key, otherwise));
  }

  private static String text(Map<String, ?> options, String key, @Nullable String otherwise) {
    Object value = options.get(key);
    if (value == null && otherwise == null) {
      throw new IllegalArgumentException("needs " + key);
    }
    return value == null ? String.valueOf(otherwise) : value.toString();
  }

  private static String station(String on) {
    return connector(on) > 0 ? on.substring(0, on.lastIndexOf('/')) : on;
  }

  /** The number behind the last slash, or 0. */
  private static int connector(String on) {
    String last = on.substring(on.lastIndexOf('/') + 1);
    return on.contains("/") && last.matches("\\d{1,3}") ? Integer.parseInt(last) : 0;
  }
}
