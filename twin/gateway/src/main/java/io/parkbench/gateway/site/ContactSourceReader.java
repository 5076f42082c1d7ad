package io.parkbench.gateway.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads where the level of a contact is read: {@code virtual}, {@code {file: …}}, {@code {modbus: …}} or {@code {gpio: …}} (R-DI-4). */
public final class ContactSourceReader {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private ContactSourceReader() {}

  /**
   * The source; null where there are problems, which have been told.
   *
   * @param taken whether an address is another device's
   */
  public static @Nullable ContactSource read(Value value, Predicate<String> taken) {
    return value.isBlock() ? real(value, taken) : virtual(value);
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

  private static @Nullable ContactSource real(Value value, Predicate<String> taken) {
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
        case "modbus" -> modbus(v, taken);
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

  private static @Nullable ContactSource modbus(Value value, Predicate<String> taken) {
    Block block = value.block(Keys.INPUT_MODBUS);
    if (block == null) {
      return null;
    }
    String host = block.need("host", "give the module's address or name", ContactSourceReader::host);
    int port = block.get("port", 502, v -> v.integer(1, 65_535));
    int unit = block.get("unit", 1, v -> v.integer(0, 255));
    Integer address = block.need("address", "say which discrete input, counted from 0", v -> v.integer(0, 65_535));
    Duration poll = block.get("poll", ContactSource.Modbus.POLL, v -> v.duration(Duration.ofMillis(20), MINUTE));
    if (host != null && taken.test(host)) {
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
}
