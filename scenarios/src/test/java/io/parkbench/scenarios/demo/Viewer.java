package io.parkbench.scenarios.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code /events} as the page does: takes the state, and applies each delta to it by the rules of CONTRACT.md. */
final class Viewer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LISTS = List.of("bays", "zones", "meters", "inputs");

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Stream<String> lines;
  private final Thread reader;
  private @Nullable ObjectNode state;
  private long seq;
  int sites;
  int deltas;

  private record Event(String name, JsonNode data) {}

  Viewer(Page page) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> response = page.client().send(
        HttpRequest.newBuilder(page.uri("/events")).build(), HttpResponse.BodyHandlers.ofLines());
    assertEquals(200, response.statusCode());
    assertEquals("text/event-stream", response.headers().firstValue("Content-Type").orElse(""));
    lines = response.body();
    reader = Thread.ofPlatform().name("parkbench-demo-viewer").start(this::read);
    state();
  }

  private void read() {
    String[] name = {""};
    try {
      lines.forEach(line -> {
        if (line.startsWith("event: ")) {
          name[0] = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          try {
            events.add(new Event(name[0], JSON.readTree(line.substring("data: ".length()))));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      });
    } catch (UncheckedIOException e) {
      // the stream is closed from either end
    }
  }

  /** The state as this viewer knows it now, the first one awaited. */
  ObjectNode state() throws InterruptedException {
    while (state == null) {
      take();
    }
    return state;
  }

  /** Takes events until the state is so; fails after 20 s without one. */
  ObjectNode until(Predicate<JsonNode> wanted) throws InterruptedException {
    while (!wanted.test(state())) {
      take();
    }
    return state();
  }

  private void take() throws InterruptedException {
    Event event = events.poll(20, TimeUnit.SECONDS);
    assertNotNull(event, "no event for 20 s");
    switch (event.name()) {
      case "state" -> {
        state = (ObjectNode) event.data();
        seq = state.path("seq").asLong();
      }
      case "delta" -> {
        deltas++;
        assertEquals(++seq, event.data().path("seq").asLong(), "no delta is left out");
        apply((ObjectNode) event.data());
      }
      case "site" -> {
        sites++;
        state = null;
        while (state == null) {
          take();
        }
      }
      default -> throw new AssertionError("an event that is not in the contract: " + event.name());
    }
  }

  private void apply(ObjectNode delta) {
    ObjectNode known = state;
    assertNotNull(known);
    delta.properties().forEach(each -> {
      if (LISTS.contains(each.getKey())) {
        ArrayNode list = known.withArray(each.getKey());
        each.getValue().forEach(entry -> replace(list, entry));
      } else if (each.getKey().equals("timeline")) {
        each.getValue().forEach(known.withArray("timeline")::add);
      } else {
        known.set(each.getKey(), each.getValue());
      }
    });
  }

  private static void replace(ArrayNode list, JsonNode entry) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("id").equals(entry.path("id"))) {
        list.set(i, entry);
        return;
      }
    }
    list.add(entry);
  }

  static JsonNode entry(JsonNode list, String id) {
    for (JsonNode each : list) {
      if (each.path("id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("no entry " + id + " in " + list);
  }

  @Override
  public void close() throws InterruptedException {
    lines.close();
    reader.join(10_000);
  }
}
