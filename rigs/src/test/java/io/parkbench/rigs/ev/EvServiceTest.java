package io.parkbench.rigs.ev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-PLANT-7, R-RIG-5: a load bank at a socket, worked over HTTP, under a gateway that does not know it from a car. */
class EvServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SITE = """
      name: desk
      licence: EDL
      zones: [{id: main, max_a: 40, auth: all}]
      stations:
        - {id: a, model: generic-ac, zone: main, max_a: 32}
        - {id: b, model: generic-ac, zone: main, max_a: 32}
      """;

  private final Bench bench;
  private final EvService service;

  EvServiceTest() throws Exception {
    bench = Bench.open(BenchPlan.of(SiteFile.parse("desk", SITE)));
    service = new EvService(new SoftwareEv(bench.plant().station("a"), 1));
    seconds(30);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void seconds(int seconds) {
    bench.time().runUntil(bench.time().now() + seconds * Micros.SECOND);
  }

  private WebResponse ask(String method, String target, String body) {
    AtomicReference<WebResponse> answer = new AtomicReference<>();
    service.handle(
        new WebRequest(method, target, WebHeaders.NONE, body.getBytes(StandardCharsets.UTF_8), "test", true),
        new WebService.Reply() {
          @Override
          public void send(WebResponse response) {
            answer.set(response);
          }

          @Override
          public void onLoop(Runnable task) {
            task.run();
          }

          @Override
          public boolean isOnLoop() {
            return true;
          }
        });
    return Objects.requireNonNull(answer.get());
  }

  private JsonNode post(String body) throws Exception {
    WebResponse answer = ask("POST", "/ev", body);
    assertEquals(200, answer.status(), answer.text());
    return JSON.readTree(answer.text());
  }

  private JsonNode instruments() throws Exception {
    return JSON.readTree(ask("GET", "/ev", "").text());
  }

  @Test
  void connectsLoadsAndDisconnects() throws Exception {
    assertEquals("A", instruments().path("state").asText());
    post("{\"do\": \"connect\", \"phases\": 3, \"amps\": 32, \"cable\": 20, \"card\": \"C1\"}");
    seconds(60);
    JsonNode charging = instruments();
    assertEquals("C", charging.path("state").asText());
    assertEquals(20, charging.path("drawsA").asDouble(), 1e-6);
    assertEquals(20, charging.path("cableA").asDouble());
    assertEquals(20 / 60.0, charging.path("duty").asDouble(), 1e-9);
    assertTrue(charging.path("closed").asBoolean());
    post("{\"do\": \"request\", \"amps\": 8}");
    seconds(5);
    assertEquals(8, instruments().path("drawsA").asDouble(), 1e-6);
    assertEquals("A", post("{\"do\": \"disconnect\"}").path("state").asText());
    assertEquals(0, instruments().path("drawsA").asDouble());
  }

  @Test
  void refusesWhatCannotBeAndChangesNothing() throws Exception {
    String before = instruments().toString();
    for (String bad : new String[] {"", "[]", "{", "{\"do\": \"fly\"}", "{\"do\": \"request\"}",
        "{\"do\": \"request\", \"amps\": -1}",
        "{\"do\": \"connect\", \"amps\": 64}", "{\"do\": \"connect\", \"cable\": 16}", "{\"do\": \"connect\", \"phases\": 4}",
        "{\"do\": \"swipe\"}"}) {
      WebResponse answer = ask("POST", "/ev", bad);
      assertEquals(400, answer.status(), bad + ": " + answer.text());
      assertTrue(JSON.readTree(answer.text()).path("error").asText().length() > 5, answer.text());
    }
    assertEquals(before, instruments().toString());
    post("{\"do\": \"connect\"}");
    assertEquals(409, ask("POST", "/ev", "{\"do\": \"connect\"}").status());
    assertEquals(404, ask("GET", "/", "").status());
    assertEquals(405, ask("PUT", "/ev", "").status());
  }
}
