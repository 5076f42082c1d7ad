package io.parkbench.gateway.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads the digital inputs and how their contacts are heard (R-DI-1, R-DI-4, R-DI-5). */
final class InputReader {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  /** How the addresses begin by which a machine means itself, where ports tell devices apart. */
  private static final String LOOPBACK = "127.";
  private static final int POLLS_PER_DEBOUNCE = 2;
  private static final int POLLS_UNTIL_LOST = 3;

  private final Names addresses;
  private final IntFunction<@Nullable String> exposure;
  private final Names numbers = new Names("input number");
  private final Names names = new Names("input name");
  private final Map<ContactSource, Value> sources = new LinkedHashMap<>();

  /**
   * @param addresses of the site's meters and stations
   * @param exposure what cannot be kept within so many percent by everybody, as a sentence, or null
   */
  private InputReader(Names addresses, IntFunction<@Nullable String> exposure) {
    this.addresses = addresses;
    this.exposure = exposure;
  }

  static List<Input> read(@Nullable Value list, Names addresses, IntFunction<@Nullable String> exposure) {
    InputReader reader = new InputReader(addresses, exposure);
    List<Input> inputs = new ArrayList<>();
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      Block block = item.block(Keys.INPUT);
      Input input = block == null ? null : reader.one(block);
      if (input != null) {
        inputs.add(input);
      }
    }
    return inputs;
  }

  private @Nullable Input one(Block block) {
    Integer number = block.need("number", "say which contact it is: 1, 2 or 3", v -> v.integer(1, 3));
    numbers.take(number == null ? null : number.toString(), block.place("number"));
    String name = block.need("name", "give the input a unique name", v -> v.text(50));
    names.take(name, block.place("name"));
    Integer percent = block.need("max_percent", "say what remains of the zones' maxima, in percent", v -> v.integer(0, 100));
    boolean enabled = block.get("enabled", true, Value::flag);
    boolean hard = block.get("hard", false, Value::flag);
    Contact contact = contact(block, hard);
    String exposed = hard && enabled && percent != null ? exposure.apply(percent) : null;
    if (exposed != null) {
      block.place("hard").warning(exposed);
    }
    return number == null || name == null || percent == null ? null : new Input(number, name, enabled, percent, hard, contact);
  }

  private Contact contact(Block block, boolean hard) {
    ContactSource source = block.get("source", new ContactSource.Virtual(), this::source);
    String active = block.get("active", "high", v -> v.oneOf(new String[] {"high", "low"}, w -> w));
    Duration poll = source instanceof ContactSource.Modbus modbus ? modbus.poll() : Duration.ZERO;
    Duration debounce = block.get("debounce", longer(Contact.DEBOUNCE, poll.multipliedBy(POLLS_PER_DEBOUNCE)),
        v -> v.duration(Duration.ZERO, TEN_SECONDS));
    if (debounce.compareTo(poll) < 0) {
      block.place("debounce").error("debounce (" + Show.duration(debounce) + ") is shorter than the poll interval ("
          + Show.duration(poll) + "), so one reading of a bounce would count; lengthen it or shorten poll");
    }
    Duration lostAfter = block.get("lost_after", longer(Contact.LOST_AFTER, poll.multipliedBy(POLLS_UNTIL_LOST)),
        v -> v.duration(Duration.ofMillis(100), HOUR));
    if (lostAfter.compareTo(poll.multipliedBy(POLLS_UNTIL_LOST)) < 0) {
      block.place("lost_after").error("lost_after (" + Show.duration(lostAfter) + ") is shorter than three poll intervals of "
          + Show.duration(poll) + "; lengthen it or shorten poll");
    }
    return new Contact(source, active.equals("high"), debounce,
        block.get("hold", Contact.HOLD, v -> v.duration(Duration.ZERO, HOUR)),
        block.get("lost", Contact.usualOnLoss(hard), v -> v.oneOf(Contact.OnLoss.values(), Contact.OnLoss::text)), lostAfter);
  }

  private @Nullable ContactSource source(Value value) {
    ContactSource source = value.isBlock() ? real(value) : virtual(value);
    if (source != null && !(source instanceof ContactSource.Virtual)) {
      Value first = sources.putIfAbsent(place(source), value);
      if (first != null) {
        value.error(source.text() + " is " + first.path() + " already (line " + first.line() + "); give each input its own");
        return null;
      }
    }
    return source;
  }

  /** The same place polled at another pace is the same place. */
  private static ContactSource place(ContactSource source) {
    return source instanceof ContactSource.Modbus(String host, int port, int unit, int address, Duration poll)
        ? new ContactSource.Modbus(host, port, unit, address, Duration.ZERO)
        : source;
  }

  private static @Nullable ContactSource virtual(Value value) {
    String word = value.oneOf(new String[] {"virtual", "file", "modbus", "gpio"}, w -> w);
    if (word == null || word.equals("virtual")) {
      return word == null ? null : new ContactSource.Virtual();
    }
    value.error("needs to know which; write '" + switch (word) {
      case "file" -> "{file: /run/parkbench/input-1}";
      case "modbus" -> "{modbus: {host: 192.168.0.50, address: 0}}";
      default -> "{gpio: {chip: /dev/gpiochip0, line: 17}}";
    } + "'");
    return null;
  }

  private @Nullable ContactSource real(Value value) {
    Block block = value.block(Keys.INPUT_SOURCE);
    if (block == null) {
      return null;
    }
    List<ContactSource> found = new ArrayList<>();
    int said = 0;
    for (String key : Keys.INPUT_SOURCE) {
      said += block.at(key) == null ? 0 : 1;
      ContactSource one = block.get(key, v -> switch (key) {
        case "file" -> file(v);
        case "modbus" -> modbus(v);
        default -> gpio(v);
      });
      if (one != null) {
        found.add(one);
      }
    }
    if (said != 1) {
      value.error("must be one source; write virtual, {file: …}, {modbus: …} or {gpio: …}");
    }
    return said == 1 && found.size() == 1 ? found.getFirst() : null;
  }

  private static @Nullable ContactSource file(Value value) {
    String path = value.text(500);
    return path == null ? null : new ContactSource.WatchedFile(path);
  }

  private @Nullable ContactSource modbus(Value value) {
    Block block = value.block(Keys.INPUT_MODBUS);
    if (block == null) {
      return null;
    }
    String host = block.need("host", "give the module's address or name", InputReader::host);
    int port = block.get("port", 502, v -> v.integer(1, 65_535));
    int unit = block.get("unit", 1, v -> v.integer(0, 255));
    Integer address = block.need("address", "say which discrete input, counted from 0", v -> v.integer(0, 65_535));
    Duration poll = block.get("poll", ContactSource.Modbus.POLL, v -> v.duration(Duration.ofMillis(20), MINUTE));
    if (host != null && addresses.has(host) && !host.startsWith(LOOPBACK)) {
      block.place("host").error(host + " is the address of a meter or station; give the module one of its own");
      return null;
    }
    return host == null || address == null ? null : new ContactSource.Modbus(host, port, unit, address, poll);
  }

  private static @Nullable String host(Value value) {
    String text = value.text(253);
    if (text != null && !text.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
      value.error("'" + text + "' is not an address; write four numbers like 192.168.0.50, or a host name");
      return null;
    }
    return text;
  }

  private static @Nullable ContactSource gpio(Value value) {
    Block block = value.block(Keys.INPUT_GPIO);
    if (block == null) {
      return null;
    }
    String chip = block.get("chip", "/dev/gpiochip0", v -> v.text(200));
    Integer line = block.need("line", "say which line of the chip, counted from 0; gpioinfo lists them", v -> v.integer(0, 1023));
    return line == null ? null : new ContactSource.Gpio(chip, line);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
