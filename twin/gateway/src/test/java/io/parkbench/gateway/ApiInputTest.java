package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R-SEC-3, R-BEMS-1, R-BEMS-3: what is asked wrongly is refused with a word that helps, and changes nothing. */
class ApiInputTest {
  private final ApiYard yard = new ApiYard();

  private WebResponse put(String body, String... headers) {
    return yard.ask("PUT", "/zones/1/reduction", yard.token(ApiYard.WRITER), body, headers);
  }

  private WebResponse first(String body) {
    return put(body, "If-None-Match", "*");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{\"zone_reduction\":101,\"zone_reduction_type\":\"percentage\"}|/zone_reduction",
      "{\"zone_reduction\":-1,\"zone_reduction_type\":\"current\"}|/zone_reduction",
      "{\"zone_reduction\":1.2345,\"zone_reduction_type\":\"current\"}|/zone_reduction",
      "{\"zone_reduction\":\"50\",\"zone_reduction_type\":\"percentage\"}|/zone_reduction",
      "{\"zone_reduction\":null,\"zone_reduction_type\":\"percentage\"}|/zone_reduction",
      "{\"zone_reduction\":1e999999999,\"zone_reduction_type\":\"current\"}|/zone_reduction",
      "{\"zone_reduction\":1e-999999999,\"zone_reduction_type\":\"current\"}|/zone_reduction",
      "{\"zone_reduction\":NaN,\"zone_reduction_type\":\"current\"}|``",
      "{\"zone_reduction\":50,\"zone_reduction\":60,\"zone_reduction_type\":\"percentage\"}|``",
      "{\"zone_reduction\":50,\"zone_reduction_type\":\"percentage\",\"energy_writer\":true}|``",
      "{\"zone_reduction\":50,\"zone_reduction_type\":\"Percentage\"}|/zone_reduction_type",
      "{\"zone_reduction\":50}|``",
      "[]|``",
      "{\"zone_reduction\":50,\"zone_reduction_type\":\"percentage\"} {}|``",
      "{\"zone_reduction\":50,|``",
      "{\"zone_reduction\":5,\"zone_reduction_type\":\"power\",\"zone_validity\":\"PT2H\"}|``",
      "{\"zone_reduction\":5,\"zone_reduction_type\":\"power\",\"zone_validity\":\"PT2H\",\"zone_validity_mode\":\"absolute\"}|/zone_validity",
      "{\"zone_reduction\":5,\"zone_reduction_type\":\"power\",\"zone_validity\":\"-PT2H\",\"zone_validity_mode\":\"duration\"}|/zone_validity",
      "{\"zone_reduction\":5,\"zone_reduction_type\":\"power\",\"zone_validity\":\"2001-01-01T00:00:00Z\",\"zone_validity_mode\":\"absolute\"}|/zone_validity",
      "{\"zone_reduction\":5,\"zone_reduction_type\":\"power\",\"zone_validity\":\"2031-02-30T00:00:00Z\",\"zone_validity_mode\":\"absolute\"}|/zone_validity"
  })
  void aBodyThatIsNotAsDescribed(String body, String pointer) {
    WebResponse response = first(body);
    assertEquals(422, response.status(), response::text);
    JsonNode problem = yard.tree(response);
    assertEquals("validation-failed", problem.path("code").asText());
    assertEquals(pointer, problem.path("errors").get(0).path("pointer").asText(), response::text);
    assertTrue(yard.commands.told.isEmpty());
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertEquals(422, first("[".repeat(30_000)).status());
    assertEquals(0, yard.faults.size());
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    WebHeaders headers = WebHeaders.of(
        "Authorization", "Bearer " + yard.token(ApiYard.WRITER), "Content-Type", "application/json", "If-None-Match", "*");
    for (byte[] body : List.of(new byte[] {(byte) 0xc0, (byte) 0xaf}, "{}".getBytes(StandardCharsets.UTF_16))) {
      assertEquals(422, yard.send(new WebRequest("PUT", "/api/v2/zones/1/reduction", headers, body, "10.0.0.7", true)).status());
    }
  }

  @Test
  void validityReachesBeyond2106AndIsNormalised() {
    WebResponse set = first(
        "{\"zone_reduction\":50,\"zone_reduction_type\":\"percentage\",\"zone_validity_mode\":\"absolute\","
            + "\"zone_validity\":\"2149-01-15T18:00:00+02:00\"}");
    assertEquals(201, set.status(), set::text);
    JsonNode reduction = yard.tree(set);
    assertEquals("2149-01-15T16:00:00.000Z", reduction.path("expires_at").asText());
    assertEquals("external-reduction@bmsApi-1-Z1", reduction.path("zone_reduction_description").asText());
    assertEquals(50.0, reduction.path("effective_current_a").asDouble());
    assertEquals(ApiYard.WRITER, reduction.path("accepted_by").asText());
    assertTrue(yard.read("/zones/1").path("reduction").path("active").asBoolean());
  }

  @Test
  void theFirstOfAPeriodCounts() {
    WebResponse set = first("{\"zone_reduction\":50,\"zone_reduction_type\":\"percentage\"}");
    String tag = Objects.requireNonNull(set.headers().get("ETag"));
    yard.yard.pass(Duration.ofSeconds(30));
    WebResponse second = put("{\"zone_reduction\":80,\"zone_reduction_type\":\"percentage\"}", "If-Match", tag);
    assertEquals(429, second.status());
    assertEquals("setpoint-period", yard.tree(second).path("code").asText());
    assertEquals(yard.tree(set).path("received_at").asText(), yard.tree(second).path("first_accepted_at").asText());
    assertEquals("30", second.headers().get("Retry-After"));
    assertEquals(50, yard.read("/zones/1/reduction").path("zone_reduction").asInt());
    yard.yard.pass(Duration.ofSeconds(31));
    assertEquals(200, put("{\"zone_reduction\":80,\"zone_reduction_type\":\"percentage\"}", "If-Match", tag).status());
  }

  @Test
  void whereTheSiteSaysSoTheRefusalIsSilent() {
    ApiYard silent = new ApiYard(ApiYard.SITE.replace("login: bems-eo}", "login: bems-eo, period_mode: silent}"));
    String body = "{\"zone_reduction\":50,\"zone_reduction_type\":\"percentage\"}";
    WebResponse set = silent.ask("PUT", "/zones/1/reduction", silent.token(ApiYard.WRITER), body, "If-None-Match", "*");
    WebResponse second = silent.ask(
        "PUT", "/zones/1/reduction", silent.token(ApiYard.WRITER), body.replace("50", "80"), "If-Match",
        Objects.requireNonNull(set.headers().get("ETag")));
    assertEquals(200, second.status());
    assertEquals("false", silent.tree(second).path("applied").toString());
    assertEquals(50, silent.tree(second).path("zone_reduction").asInt());
    assertEquals(List.of(), ApiContract.complaints(ApiContract.route("setReduction"), second));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=1&limit=2", "?limit=01", "?limit=1e1", "?limit=99999999999999999999",
      "?cursor=abc", "?cursor=%00", "?nonsense=1", "?type=Static", "?parent_id="})
  void aParameterThatIsNotAsDescribed(String query) {
    WebResponse response = yard.get("/zones" + query);
    assertEquals(422, response.status(), response::text);
    assertNotNull(yard.tree(response).path("errors").get(0).path("parameter").asText(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/zones/0", "/zones/4", "/zones/01", "/zones/-1", "/zones/1/", "/zones//", "/zones/..", "/zones/%2e%2e",
      "/zones/1%2fstations", "/.git/config", "/zones/99999999999999999999", "/Zones"})
  void anAddressOfNothing(String path) {
    assertEquals(404, yard.get(path).status());
  }

  @ParameterizedTest
  @CsvSource({"PATCH, /zones/1", "DELETE, /zones", "TRACE, /site", "OPTIONS, /site", "POST, /stations/1", "PUT, /heartbeat"})
  void aMethodThatIsNotOffered(String method, String path) {
    WebResponse response = yard.ask(method, path, yard.token(ApiYard.WRITER), "");
    assertEquals(405, response.status());
    assertNotNull(response.headers().get("Allow"));
    assertNull(response.headers().get("Access-Control-Allow-Origin"));
  }

  @Test
  void headIsGetWithoutItsBody() {
    WebResponse head = yard.ask("HEAD", "/zones/1", yard.token(ApiYard.WRITER), "");
    assertEquals(200, head.status());
    assertEquals(0, head.body().length);
    assertEquals(yard.get("/zones/1").headers().get("ETag"), head.headers().get("ETag"));
  }

  @Test
  void aTokenInTheAddressIsRefusedEvenIfItIsGood() {
    WebResponse response = yard.ask("GET", "/site?access_token=" + yard.token(ApiYard.WRITER), null, "");
    assertEquals(401, response.status());
    assertEquals("token-in-url", yard.tree(response).path("code").asText());
  }

  @Test
  void nothingIsServedInTheClear() {
    WebResponse shown = yard.raw("GET", "/api/v2/zones?limit=2", null, "", false, "Host", "gateway.example:80");
    assertEquals(308, shown.status());
    assertEquals("https://gateway.example/api/v2/zones?limit=2", shown.headers().get("Location"));
    assertEquals(403, clear("GET", yard.token(ApiYard.WRITER), "", "gateway.example").status());
    assertEquals(403, clear("POST", null, "{}", "gateway.example").status());
    assertEquals(403, clear("GET", null, "", "evil.example/@x").status());
  }

  private WebResponse clear(String method, @Nullable String token, String body, String host) {
    return yard.raw(method, "/api/v2/zones", token, body, false, "Host", host);
  }

  @Test
  void aCommandWithAKeyIsCarriedOutOnce() {
    String token = yard.token(ApiYard.WRITER);
    for (int i = 0; i < 3; i++) {
      assertEquals(204, yard.ask("POST", "/heartbeat", token, "{\"sequence\":1}", "Idempotency-Key", "k-1").status());
    }
    assertEquals(1, yard.commands.heartbeats);
    assertEquals(422, yard.ask("POST", "/heartbeat", token, "{\"sequence\":2}", "Idempotency-Key", "k-1").status());
    assertEquals(204, yard.ask("POST", "/heartbeat", token, "{\"sequence\":2}", "Idempotency-Key", "k-2").status());
    assertEquals(2, yard.commands.heartbeats);
  }

  @Test
  void aRequestIdIsSentBackWhereItIsOne() {
    String id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    assertEquals(id, yard.get("/site", "X-Request-Id", id).headers().get("X-Request-Id"));
    assertNotEquals("a\r\nb", yard.get("/site", "X-Request-Id", "a\r\nb").headers().get("X-Request-Id"));
  }
}
