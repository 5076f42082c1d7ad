package io.parkbench.scenarios.demo.world;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parkbench.kernel.Recording;
import io.parkbench.scenarios.demo.world.Timeline.World;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listens to the recording of the managed site as it is made, and keeps what people ask for: frames, setpoints, events. */
public final class Tap implements Recording {
  private static final int FRAMES = 60;
  private static final int SETPOINTS = 20;
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final JsonFactory FACTORY = JSON.getFactory();

  private final Timeline timeline;
  private final Map<String, Deque<Line>> frames = new LinkedHashMap<>();
  private final Map<String, Deque<Line>> setpoints = new LinkedHashMap<>();
  private final Map<String, String> limitedBy = new LinkedHashMap<>();
  private long news;

  /**
   * A line of the recording.
   *
   * @param at µs since 1970
   * @param kind its kind
   */
  public record Line(long at, String kind, JsonNode fields) {}

  Tap(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public void line(long instant, String kind, Fields fields) {
    switch (kind) {
      case "frame", "lost" -> {
        JsonNode node = node(fields);
        keep(frames, node.path("l").asText(), FRAMES, new Line(instant, kind, node));
      }
      case "setpoint" -> {
        news++;
        JsonNode node = node(fields);
        keep(setpoints, node.path("station").asText() + "/" + node.path("connector").asInt(), SETPOINTS,
            new Line(instant, kind, node));
      }
      case "session" -> {
        news++;
        session(instant, node(fields));
      }
      case "zone" -> zone(instant, node(fields));
      case "trip" -> trip(instant, node(fields));
      case "breach" -> {
        JsonNode node = node(fields);
        timeline.add(instant, "breach", World.MANAGED, node.path("z").asText(),
            "the limit of " + node.path("limit") + " A has been broken for longer than the bound: " + node.path("a") + " A");
      }
      case "input" -> {
        news++;
        JsonNode node = node(fields);
        timeline.add(instant, "input", World.MANAGED, node.path("input").asText(),
            "input " + node.path("input").asInt() + " is " + (node.path("active").asBoolean() ? "active" : "inactive"));
      }
      case "bems" -> {
        JsonNode node = node(fields);
        timeline.add(instant, "reduction", World.MANAGED, "building", node.path("what").asText() + ": " + node.path("e").asText()
            + (node.has("text") ? ", " + node.path("text").asText() : ""));
      }
      case "restart" ->
          timeline.add(instant, "notice", World.MANAGED, "gateway", "the gateway has " + node(fields).path("e").asText());
      default -> {}
    }
  }

  private void session(long instant, JsonNode node) {
    String what = switch (node.path("e").asText()) {
      case "plugged" -> "a car is plugged in";
      case "unplugged" -> "the car leaves with " + Math.round(node.path("wh").asDouble() / 100) / 10.0 + " kWh";
      default -> "";
    };
    if (!what.isEmpty()) {
      timeline.add(instant, "car", World.MANAGED, node.path("station").asText() + "/" + node.path("connector").asInt(), what);
    }
  }

  /** Only what limits is told, not each value of it. */
  private void zone(long instant, JsonNode node) {
    news++;
    String zone = node.path("z").asText();
    String by = node.path("by").asText();
    String before = limitedBy.put(zone, by);
    if (before != null && !before.equals(by)) {
      timeline.add(instant, by.equals("tariff") || before.equals("tariff") ? "tariff" : "limit", World.MANAGED, zone,
          "is limited by its " + by + ": " + node.path("limit").path(0) + " A");
    }
  }

  private void trip(long instant, JsonNode node) {
    timeline.add(instant, "trip", World.MANAGED, node.path("z").asText(),
        node.path("device").asText() + " has tripped at " + node.path("a") + " A on L" + node.path("phase").asInt());
  }

  private static void keep(Map<String, Deque<Line>> all, String key, int most, Line line) {
    Deque<Line> kept = all.computeIfAbsent(key, any -> new ArrayDeque<>());
    if (kept.size() == most) {
      kept.removeFirst();
    }
    kept.addLast(line);
  }

  private static JsonNode node(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
      json.flush();
      return JSON.readTree(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many lines there have been at which somebody who steps would like to stop: decisions, plugs, limits, inputs. */
  public long news() {
    return news;
  }

  /** The last frames of a station, oldest first. */
  public List<Line> frames(String station) {
    return List.copyOf(frames.getOrDefault(station, new ArrayDeque<>()));
  }

  /** The last setpoints of a bay, {@code station/connector}, oldest first. */
  public List<Line> setpoints(String bay) {
    return List.copyOf(setpoints.getOrDefault(bay, new ArrayDeque<>()));
  }
}
