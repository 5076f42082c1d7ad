package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parkbench.kernel.Recording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hears the OCPP messages of a running bench, as they arrive at their other end, and what its recording has of worst-case sums. */
final class Wire implements Recording {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Double> highestReserved = new LinkedHashMap<>();
  private final Map<String, Call> open = new LinkedHashMap<>();
  private long lastAt = Long.MIN_VALUE;

  /** A call that has arrived, with its answer once that has arrived too. */
  static final class Call {
    private final String station;
    private final boolean down;
    private final String action;
    private final JsonNode payload;
    private final long sentAt;
    private final long arrivedAt;
    private @Nullable JsonNode answer;
    private long answeredAt = Long.MAX_VALUE;

    private Call(String station, boolean down, JsonNode frame, long sentAt, long arrivedAt) {
      this.station = station;
      this.down = down;
      this.action = frame.path(2).asText();
      this.payload = frame.path(3);
      this.sentAt = sentAt;
      this.arrivedAt = arrivedAt;
    }

    String station() {
      return station;
    }

    /** Whether the gateway calls, not the station. */
    boolean down() {
      return down;
    }

    String action() {
      return action;
    }

    JsonNode payload() {
      return payload;
    }

    /** µs. */
    long sentAt() {
      return sentAt;
    }

    /** µs. */
    long arrivedAt() {
      return arrivedAt;
    }

    /** When its answer arrived, µs; {@link Long#MAX_VALUE} while it has not. */
    long answeredAt() {
      return answeredAt;
    }

    /** The status in its answer; empty where it has none, as in an error. */
    String status() {
      return answer == null ? "" : answer.path(2).path("status").asText();
    }

    boolean accepted() {
      return status().equals("Accepted");
    }

    @Override
    public String toString() {
      return action + " " + payload + (answer == null ? "" : " → " + answer.path(2));
    }
  }

  @Override
  public void line(long instant, String kind, Fields fields) {
    if (kind.equals("leased")) {
      JsonNode line = read(fields);
      line.path("a").forEach(amps -> highestReserved.merge(line.path("z").asText(), amps.asDouble(), Math::max));
    }
    if (!kind.equals("frame")) {
      return;
    }
    lastAt = instant;
    JsonNode line = read(fields);
    JsonNode frame = line.path("f");
    String station = line.path("l").asText();
    boolean down = line.path("d").asText().equals("down");
    String id = frame.path(1).asText();
    if (frame.path(0).asInt() == 2) {
      Call call = new Call(station, down, frame, line.path("s").asLong(), instant);
      calls.add(call);
      open.put(station + (down ? "<" : ">") + id, call);
    } else if (frame.isArray()) {
      Call call = open.remove(station + (down ? ">" : "<") + id);
      if (call != null) {
        call.answer = frame;
        call.answeredAt = instant;
      }
    }
  }

  /** The fields of a line, as they would be read from the recording. */
  static JsonNode read(Fields fields) {
    try (StringWriter text = new StringWriter(); JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
      json.flush();
      return JSON.readTree(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The highest worst-case sum that was ever recorded of a zone, A on its highest phase: what the report draws. */
  double highestReserved(String zone) {
    return highestReserved.getOrDefault(zone, 0.0);
  }

  /** When a message arrived last, µs; {@link Long#MIN_VALUE} before the first. */
  long lastAt() {
    return lastAt;
  }

  /** How many calls have arrived so far. */
  int count() {
    return calls.size();
  }

  /** The calls from number {@code from} on, in the order of their arrival. */
  List<Call> from(int from) {
    return calls.subList(Math.min(from, calls.size()), calls.size());
  }

  /** The number of the first such call from number {@code from} on; −1 if there is none. */
  int indexOf(int from, Predicate<Call> which) {
    for (int i = from; i < calls.size(); i++) {
      if (which.test(calls.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The latest such call, or null. */
  @Nullable
  Call latest(Predicate<Call> which) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (which.test(calls.get(i))) {
        return calls.get(i);
      }
    }
    return null;
  }
}
