package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebStream;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** R-BEMS-8: what happens, as a stream that goes on where it broke and as a list with pages. */
class ApiEventsTest {
  private final ApiYard yard = new ApiYard();
  private final List<String> heard = new ArrayList<>();
  private boolean over;

  private WebStream stream(String path, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Accept";
    all[1] = "text/event-stream";
    WebResponse response = yard.ask("GET", path, yard.token(ApiYard.READER), "", all);
    WebStream stream = Objects.requireNonNull(response.stream(), response::text);
    stream.opened(new WebStream.Outlet() {
      @Override
      public void send(String text) {
        heard.add(text);
      }

      @Override
      public void end() {
        over = true;
      }
    });
    return stream;
  }

  private long count(String part) {
    return heard.stream().filter(text -> text.contains(part)).count();
  }

  private void touched() {
    yard.api.events().touched();
    yard.yard.pass(Duration.ofSeconds(1));
  }

  @Test
  void whatStationsAndConnectorsDoIsTold() {
    stream("/events");
    ScriptedStation station = yard.yard.online("cp-1");
    touched();
    assertEquals(1, count("event: station_connected\n"));
    station.status(1, ChargePointStatus.Faulted);
    touched();
    assertEquals(1, count("event: alarm_raised\n"));
    assertTrue(count("\"status\":\"faulted\"") > 0, heard::toString);
    station.disconnect();
    touched();
    assertEquals(1, count("event: station_disconnected\n"));
    assertEquals(1, count("event: alarm_cleared\n"));
    assertTrue(count("\"status\":\"unknown\"") > 0, heard::toString);
    for (JsonNode event : yard.read("/events?limit=200").path("items")) {
      assertEquals(List.of(), ApiContract.against(ApiContract.API.document().at("/components/schemas/Event"), event));
    }
  }

  @Test
  void aReductionIsTold() {
    stream("/events?topics=zone");
    WebResponse set = yard.ask(
        "PUT", "/zones/1/reduction", yard.token(ApiYard.WRITER), "{\"zone_reduction\":50,\"zone_reduction_type\":\"percentage\"}",
        "If-None-Match", "*");
    String tag = Objects.requireNonNull(set.headers().get("ETag"));
    yard.yard.pass(Duration.ofSeconds(1));
    assertEquals(1, count("event: reduction_set\n"));
    assertEquals(
        429,
        yard.ask(
            "PUT", "/zones/1/reduction", yard.token(ApiYard.WRITER),
            "{\"zone_reduction\":40,\"zone_reduction_type\":\"percentage\"}",
            "If-Match", tag).status());
    assertEquals(1, count("event: reduction_rejected\n"));
    yard.yard.pass(Duration.ofMinutes(1));
    assertEquals(204, yard.ask("DELETE", "/zones/1/reduction", yard.token(ApiYard.WRITER), "", "If-Match", tag).status());
    yard.yard.pass(Duration.ofSeconds(1));
    assertEquals(1, count("event: reduction_lifted\n"));
  }

  @Test
  void aStreamGoesOnAfterTheLastEventHeard() {
    WebStream first = stream("/events");
    ScriptedStation station = yard.yard.online("cp-1");
    touched();
    String last = heard.getLast();
    String id = last.substring(last.indexOf("id: ") + 4, last.indexOf('\n'));
    first.closed();
    station.disconnect();
    touched();
    heard.clear();
    stream("/events", "Last-Event-ID", id);
    assertEquals(1, count("event: station_disconnected\n"));
    assertEquals(0, count("event: station_connected\n"));
    assertEquals(0, count("event: gap\n"));
  }

  @Test
  void whatCannotBeGoneOnFromIsAGap() {
    yard.read("/site");
    for (String id : List.of("0-000000001", "rubbish", yard.api.boot() + "-999999999")) {
      heard.clear();
      stream("/events", "Last-Event-ID", id).closed();
      assertEquals(1, count("event: gap\n"), id);
      assertEquals(1, count("event: boot\n"), id);
    }
  }

  @Test
  void onlyWhatWasAskedForIsTold() {
    stream("/events?topics=alarm,zone");
    yard.yard.online("cp-1").disconnect();
    touched();
    assertEquals(1, count("event: alarm_raised\n"));
    assertEquals(0, count("event: station_"));
  }

  @Test
  void aSignOfLifeComesEach15Seconds() {
    stream("/events");
    yard.yard.pass(Duration.ofSeconds(61));
    assertEquals(4, count(": ping\n"));
  }

  @Test
  void aFifthStreamOfALoginIsRefused() {
    List<WebStream> streams = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      streams.add(stream("/events"));
    }
    WebResponse fifth = yard.ask("GET", "/events", yard.token(ApiYard.READER), "", "Accept", "text/event-stream");
    assertEquals(429, fifth.status());
    streams.getFirst().closed();
    assertNotNull(stream("/events"));
  }

  @Test
  void logoutEndsTheStreamAtOnce() {
    stream("/events");
    assertEquals(204, yard.ask("POST", "/login/logout", yard.token(ApiYard.READER), "").status());
    assertTrue(over);
    assertEquals(1, count("event: session-expired\n"));
  }

  @Test
  void aStreamDoesNotKeepItsLoginAlive() {
    stream("/events");
    yard.yard.pass(Duration.ofMinutes(29));
    assertFalse(over);
    yard.yard.pass(Duration.ofMinutes(2));
    assertTrue(over);
  }

  @Test
  void theListHasPagesAndTheSameEvents() {
    stream("/events");
    yard.yard.online("cp-1");
    yard.yard.online("cp-2");
    touched();
    List<String> ids = new ArrayList<>();
    JsonNode page = yard.read("/events?limit=2");
    while (true) {
      page.path("items").forEach(event -> ids.add(event.path("id").asText()));
      if (page.path("next_cursor").isNull()) {
        break;
      }
      page = yard.read("/events?limit=2&cursor=" + page.path("next_cursor").asText());
      yard.yard.pass(Duration.ofMillis(200));
    }
    List<String> sorted = new ArrayList<>(ids);
    Collections.sort(sorted);
    assertEquals(sorted, ids);
    assertEquals(ids.size(), ids.stream().distinct().count());
    assertEquals(3, ids.size());
  }

  @Test
  void nobodyAsksAndNothingIsCompared() {
    yard.api.events().touched();
    yard.yard.online("cp-1");
    touched();
    assertEquals(1, yard.read("/events").path("items").size());
    assertNull(yard.get("/events").stream());
  }
}
