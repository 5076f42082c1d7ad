package io.parkbench.gateway.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which serial line a meter is on, and sees to it that all on one line agree about it. */
final class SerialReader {
  /** What Modbus over Serial Line 1.02 gives as the default, 2.5.1 and 2.4.1. */
  private static final int BAUD = 19_200;

  private final Map<String, SerialLine> lines = new LinkedHashMap<>();
  private final Map<String, Value> places = new LinkedHashMap<>();

  /** The line; null where the meter is on TCP, or there are problems, which have been told. */
  @Nullable
  SerialLine read(Block meter) {
    Value at = meter.at("serial");
    if (at == null) {
      for (String key : List.of("baud", "parity")) {
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
    String device = at.text(200);
    Integer baud = meter.get("baud", BAUD, v -> v.integer(300, 1_000_000));
    SerialLine.Parity parity = meter.get("parity", SerialLine.Parity.EVEN,
        v -> v.oneOf(SerialLine.Parity.values(), SerialLine.Parity::text));
    if (device == null) {
      return null;
    }
    SerialLine line = new SerialLine(device, baud, parity);
    SerialLine first = lines.putIfAbsent(device, line);
    Value place = places.putIfAbsent(device, meter.self());
    if (first != null && place != null && !first.equals(line)) {
      at.error(device + " has " + first.baud() + " baud and parity " + first.parity().text() + " for " + place.path() + " (line "
          + place.line() + "), and " + baud + " and " + parity.text() + " here; make them the same");
    }
    return line;
  }
}
