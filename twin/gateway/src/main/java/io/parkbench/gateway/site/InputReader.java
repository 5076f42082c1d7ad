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
    ContactSource source = ContactSourceReader.read(value, this::isTaken);
    if (source != null && !(source instanceof ContactSource.Virtual)) {
      Value first = sources.putIfAbsent(place(source), value);
      if (first != null) {
        value.error(source.text() + " is " + first.path() + " already (line " + first.line() + "); give each input its own");
        return null;
      }
    }
    return source;
  }

  /** Where ports tell devices apart, several may be on one machine. */
  private boolean isTaken(String host) {
    return addresses.has(host) && !host.startsWith(LOOPBACK);
  }

  /** The same place polled at another pace is the same place. */
  private static ContactSource place(ContactSource source) {
    return source instanceof ContactSource.Modbus(String host, int port, int unit, int address, Duration poll)
        ? new ContactSource.Modbus(host, port, unit, address, Duration.ZERO)
        : source;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
