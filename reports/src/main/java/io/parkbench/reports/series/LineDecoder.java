package io.parkbench.reports.series;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads lines of a recording and tells what they say of the site as points. What has no place in a time series is passed over. */
final class LineDecoder {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final PointStream points;
  private final FrameDecoder frames;
  private long unread;

  LineDecoder(PointStream points) {
    this.points = points;
    this.frames = new FrameDecoder(points);
  }

  /** One line; what cannot be read is counted. */
  void line(byte[] text, int from, int length) {
    try {
      JsonNode line = JSON.readTree(text, from, length);
      JsonNode instant = line.path("t");
      if (!instant.isIntegralNumber()) {
        throw new IOException("no instant");
      }
      tell(instant.longValue(), line.path("k").asText(), line);
    } catch (IOException bad) {
      unread++;
    }
  }

  /** No more lines will come of the latest instant. */
  void flush() {
    points.flush();
  }

  long unread() {
    return unread;
  }

  private void tell(long at, String kind, JsonNode line) {
    switch (kind) {
      case "zone", "leased", "current", "load", "breaker", "trip", "breach", "bems-log" -> zone(at, kind, line, text(line, "z"));
      case "setpoint", "draw", "session" -> connector(at, kind, line, text(line, "station"), text(line, "connector"));
      case "frame" -> frames.frame(at, line);
      case "reading" -> reading(at, line, text(line, "meter"));
      case "pin" -> points.put(Field.PIN, at, number(line, "level"), text(line, "pin"));
      case "input" -> {
        points.put(Field.INPUT, at, line.path("active").asBoolean(), text(line, "input"));
        points.state(Field.INPUT_SOURCE, at, text(line, "source"), text(line, "input"));
      }
      case "link" -> points.put(Field.LINK, at, text(line, "e").equals("open"), text(line, "l"));
      case "fault" -> points.put(Field.FAULT, at, text(line, "e").equals("on"), text(line, "what"), text(line, "on"));
      case "bems" -> alarm(at, text(line, "e"), line);
      case "request" -> points.put(
          Field.REQUEST, at, (at - line.path("s").asLong(at)) / 1_000.0, text(line, "l"), text(line, "m"),
          line.has("status") ? text(line, "status") : "none");
      case "restart" -> points.put(Field.GATEWAY_UP, at, text(line, "e").equals("started"));
      default -> {
        // lost frames, events of streams: in the recording
      }
    }
  }

  private void zone(long at, String kind, JsonNode line, String zone) {
    switch (kind) {
      case "zone" -> {
        phases(Field.ZONE_LIMIT, at, line.path("limit"), zone);
        points.put(Field.ZONE_POWER_LIMIT, at, number(line, "kw"), zone);
        points.state(Field.ZONE_BOUND, at, text(line, "by"), zone);
      }
      case "leased" -> phases(Field.ZONE_LEASED, at, line.path("a"), zone);
      case "current" -> phases(Field.ZONE_CURRENT, at, line.path("a"), zone);
      case "load" -> phases(Field.ZONE_LOAD, at, line.path("a"), zone);
      case "breaker" -> {
        points.put(Field.BREAKER_HEAT, at, number(line, "heat"), zone, text(line, "device"));
        points.state(Field.BREAKER_STATE, at, text(line, "state"), zone);
      }
      case "trip" -> points.put(Field.TRIP, at, number(line, "a"), zone, text(line, "device"), phase(line.path("phase").asInt()));
      case "breach" -> {
        int phase = line.path("phase").asInt();
        points.put(
            Field.BREACH, at, number(line, phase == 0 ? "kw" : "a") - number(line, "limit"), zone,
            phase == 0 ? "power" : phase(phase));
      }
      case "bems-log" -> {
        points.put(Field.BUILDING_ENERGY, at, number(line, "wh"), zone);
        points.put(Field.BUILDING_PEAK, at, number(line, "kw"), zone);
        points.put(Field.BUILDING_SETPOINT, at, number(line, "a"), zone);
        points.put(Field.BUILDING_MISSING, at, line.path("s").asDouble(0), zone);
      }
      default -> throw new AssertionError(kind);
    }
  }

  private void connector(long at, String kind, JsonNode line, String station, String connector) {
    switch (kind) {
      case "setpoint" -> {
        points.put(Field.SETPOINT, at, number(line, "a"), station, connector);
        JsonNode why = line.path("why");
        points.state(Field.RULE, at, text(why, "rule"), station, connector);
        points.state(Field.HELD, at, why.has("held") ? text(why, "held") : null, station, connector);
      }
      case "draw" -> phases(Field.DRAW, at, line.path("a"), station, connector);
      case "session" -> session(at, text(line, "e"), line, station, connector);
      default -> throw new AssertionError(kind);
    }
  }

  private void session(long at, String event, JsonNode line, String station, String connector) {
    switch (event) {
      case "plugged" -> points.put(Field.PLUGGED, at, true, station, connector);
      case "unplugged" -> {
        points.put(Field.PLUGGED, at, false, station, connector);
        points.put(Field.DELIVERED, at, number(line, "wh"), station, connector);
      }
      case "stop" -> {
        points.put(Field.SETPOINT, at, 0, station, connector);
        points.state(Field.RULE, at, null, station, connector);
        points.state(Field.HELD, at, null, station, connector);
      }
      default -> {
        // start: the setpoint that follows tells it
      }
    }
  }

  private void reading(long at, JsonNode line, String meter) {
    phases(Field.METER_CURRENT, at, line.path("a"), meter);
    points.put(Field.METER_POWER, at, number(line, "w"), meter);
    points.put(Field.METER_ENERGY, at, number(line, "wh"), meter);
    points.put(Field.METER_TRUSTED, at, line.path("trusted").asBoolean(), meter);
    points.state(Field.METER_STATE, at, text(line, "state"), meter);
    points.state(Field.METER_DISTRUST, at, line.has("why") ? text(line, "why") : null, meter);
  }

  private void alarm(long at, String event, JsonNode line) {
    if (event.startsWith("alarm-")) {
      points.state(Field.ALARM, at, event.equals("alarm-cleared") ? null : text(line, "category"), text(line, "what"));
    }
  }

  private void phases(Field field, long at, JsonNode amps, String... tags) {
    String[] all = java.util.Arrays.copyOf(tags, tags.length + 1);
    for (int i = 0; i < amps.size() && i < 3; i++) {
      all[tags.length] = phase(i + 1);
      points.put(field, at, amps.get(i).isNumber() ? amps.get(i).doubleValue() : Double.NaN, all);
    }
  }

  private static String phase(int number) {
    return "L" + number;
  }

  static String text(JsonNode line, String name) {
    return line.path(name).asText("");
  }

  static double number(JsonNode line, String name) {
    JsonNode value = line.path(name);
    return value.isNumber() ? value.doubleValue() : Double.NaN;
  }
}
