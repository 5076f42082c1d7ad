package io.parkbench.gateway.site;

import io.parkbench.kernel.SerialLine;
import io.parkbench.kernel.SerialLine.Parity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which serial line a meter is on, and sees to it that all on one line agree about it. */
final class SerialReader {
  /** What Modbus over Serial Line 1.02 has by default, 2.5.1. */
  private static final int BAUD = 19_200;

  private static final Integer[] BAUDS = SerialLine.BAUDS.toArray(Integer[]::new);

  private final Map<String, SerialLine> lines = new LinkedHashMap<>();
  private final Map<String, Value> places = new LinkedHashMap<>();

  /** The line; null where the meter is on TCP, or there are problems, which have been told. */
  @Nullable
  SerialLine read(Block meter) {
    Value at = meter.at("serial");
    if (at == null) {
      for (String key : List.of("baud", "parity", "stop")) {
        if (meter.at(key) != null) {
          meter.place(key).error("belongs to a serial line; give its device as 'serial: /dev/ttyUSB0', or remove it");
        }
      }
      return null;
    }
    for (String key : List.of("ip", "port")) {
      if (meter.at(key) != null) {
        meter.place(key).error("a meter is on a serial line or on TCP; keep this or serial");
      }
    }
    String path = path(at);
    int baud = meter.get("baud", BAUD, v -> v.oneOf(BAUDS, String::valueOf));
    Parity parity = meter.get("parity", Parity.EVEN, v -> v.oneOf(Parity.values(), SerialReader::word));
    int stop = meter.get("stop", 1, v -> v.integer(1, 2));
    if (path == null) {
      return null;
    }
    SerialLine line = new SerialLine(path, baud, parity, stop);
    SerialLine first = lines.putIfAbsent(path, line);
    Value place = places.putIfAbsent(path, meter.self());
    if (first != null && place != null && !first.equals(line)) {
      at.error(show(first) + " for " + place.path() + " (line " + place.line() + ") and " + show(line)
          + " here, and is one line; make the settings the same");
    }
    return line;
  }

  private static @Nullable String path(Value value) {
    String path = value.text(200);
    if (path != null && path.indexOf('?') >= 0) {
      value.error("'" + path + "' is no path of a device; give settings by baud, parity and stop");
      return null;
    }
    return path;
  }

  private static String show(SerialLine line) {
    return line.path() + " has " + line.baud() + " baud, parity " + word(line.parity()) + ", " + line.stop() + " stop";
  }

  /** The name as written in a site file. */
  static String word(Parity parity) {
    return parity.name().toLowerCase(Locale.ROOT);
  }
}
