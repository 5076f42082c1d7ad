package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.WebResponse;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** R-SITE-7, R-DYN-4, R-AUTH-3, R-TOU-4, R-SEC-1: the configuration over the API. */
class ApiConfigurationTest {
  private final ApiYard yard = new ApiYard(ApiYard.FULL);

  private WebResponse ask(String method, String path, String body, String... headers) {
    yard.yard.pass(Duration.ofSeconds(1));
    return yard.ask(method, "/config" + path, yard.token(ApiYard.ADMIN), body, headers);
  }

  private JsonNode read(String path) {
    WebResponse response = ask("GET", path, "");
    assertEquals(200, response.status(), response::text);
    return yard.tree(response);
  }

  private String tag(String path) {
    return Objects.requireNonNull(ask("GET", path, "").headers().get("ETag"), path);
  }

  private WebResponse put(String path, String body) {
    return ask("PUT", path, body, "If-Match", tag(path));
  }

  private void assertSays(String expected, WebResponse response) {
    assertTrue(response.status() < 300, response::text);
    assertEquals(expected, yard.tree(response).path("applied").asText());
  }

  @Test
  void whatIsReadCanBeWrittenBack() {
    for (String path : new String[] {"/zones/north", "/stations/cp-1", "/meters/m-1", "/meter-models/Acme%20300",
        "/tariffs/Evening",
        "/inputs/1", "/cards/0042", "/settings", "/site"}) {
      WebResponse read = ask("GET", path, "");
      WebResponse written = put(path, read.text());
      assertSays("live", written);
      assertEquals(read.headers().get("ETag"), written.headers().get("ETag"), path);
      assertEquals(read.text(), ask("GET", path, "").text());
    }
    assertFalse(read("").path("pending").asBoolean());
  }

  @Test
  void aWriteSaysWhetherItCountsAndWhatWaits() {
    assertSays("live", put("/zones/north", "{\"id\":\"north\",\"name\":\"Z2\",\"parent\":\"main\",\"max_a\":40,\"auth\":\"all\"}"));
    assertEquals(400, Objects.requireNonNull(Objects.requireNonNull(yard.commands.configured).zone("north")).maxDa().minDa());
    assertSays("restart-needed", ask("POST", "/stations", "{\"id\":\"cp-9\",\"model\":\"pro-ac\",\"zone\":\"south\"}"));
    JsonNode whole = read("");
    assertTrue(whole.path("pending").asBoolean());
    assertEquals("stations/cp-9", whole.at("/changes/0/path").asText());
    assertEquals("created", whole.at("/changes/0/change").asText());
    assertEquals("cp-9", whole.at("/changes/0/after/id").asText());
    assertEquals(204, ask("DELETE", "/pending", "").status());
    assertFalse(read("").path("pending").asBoolean());
    assertEquals(404, ask("GET", "/stations/cp-9", "").status());
    assertEquals(40, read("/zones/north").path("max_a").asInt());
  }

  @Test
  void whatIsWrongHasItsPlaceAndTheReadersRemedy() {
    WebResponse response = ask("POST", "/stations", "{\"id\":\"cp 9\",\"model\":\"pro-acc\",\"zone\":\"main\"}");
    assertEquals(422, response.status());
    JsonNode errors = yard.tree(response).path("errors");
    assertEquals("/id", errors.at("/0/pointer").asText());
    assertEquals("/model", errors.at("/1/pointer").asText());
    assertTrue(errors.at("/1/detail").asText().contains("pro-ac"), response::text);
    assertTrue(errors.at("/2/detail").asText().contains("sub-zones"), response::text);
    assertEquals(422, ask("POST", "/stations", "{\"id\":\"x{n}\",\"count\":3,\"model\":\"pro-ac\",\"zone\":\"south\"}").status());
    assertEquals(2, read("/stations").path("items").size());
  }

  @Test
  void whatOthersNeedIsNotDeleted() {
    WebResponse zone = ask("DELETE", "/zones/north", "", "If-Match", tag("/zones/north"));
    assertEquals(409, zone.status());
    assertTrue(zone.text().contains("stations[0].zone"), zone::text);
    assertEquals(409, ask("DELETE", "/meters/m-2", "", "If-Match", tag("/meters/m-2")).status());
    assertEquals(409, ask("DELETE", "/meter-models/Acme%20300", "", "If-Match", tag("/meter-models/Acme%20300")).status());
  }

  @Test
  void builtInMeterModelsAreThereAndStay() {
    JsonNode model = read("/meter-models/PM5320");
    assertTrue(model.path("built_in").asBoolean());
    assertEquals(3000, model.at("/points/current_l1/register").asInt());
    WebResponse response = ask("PUT", "/meter-models/pm5320", "{\"name\":\"pm5320\",\"points\":{}}", "If-Match", "*");
    assertEquals("built-in", yard.tree(response).path("code").asText());
    assertEquals(409, ask("POST", "/meter-models", "{\"name\":\"PM5320\",\"points\":{}}").status());
    assertEquals(7, read("/meter-models").path("items").size());
  }

  @Test
  void twoWritersDoNotOverwriteEachOther() {
    String seen = tag("/tariffs/Evening");
    String body = "{\"name\":\"Evening\",\"max_percent\":%d,\"days\":[\"mon\"],\"slots\":[\"17:00-20:00\"]}";
    assertEquals(200, ask("PUT", "/tariffs/Evening", body.replace("%d", "50"), "If-Match", seen).status());
    assertEquals(412, ask("PUT", "/tariffs/Evening", body.replace("%d", "60"), "If-Match", seen).status());
    assertEquals(428, ask("PUT", "/tariffs/Evening", body.replace("%d", "60")).status());
    JsonNode row = read("/tariff-summary").at("/items/0");
    assertEquals("main", row.path("zone").asText());
    assertEquals(50.0, row.at("/max_current_a/0/l1").asDouble());
  }

  @Test
  void cardsGoOutAndInAsATable() {
    WebResponse table = ask("GET", "/cards.csv", "");
    assertEquals("text/csv", table.headers().get("Content-Type"));
    assertTrue(table.text().contains("'=1+1"), table::text);
    String tag = Objects.requireNonNull(table.headers().get("ETag"));
    assertSays("live", ask("PUT", "/cards.csv", table.text() + "NEW,true,true,3,all,\r\n", "If-Match", tag));
    assertEquals(3, Objects.requireNonNull(yard.commands.configured).cards().size());
    assertEquals("=1+1", read("/cards/CARD-1").path("comment").asText());
    WebResponse bad = ask("PUT", "/cards.csv", "id_tag,zones\nA,all\na,nowhere\n", "If-Match", tag("/cards.csv"));
    assertEquals(422, bad.status());
    assertTrue(bad.text().contains("card 2: zones: there is no zone id 'nowhere'"), bad::text);
    assertTrue(bad.text().contains("card 2: id_tag: "), bad::text);
    assertEquals(3, read("/cards").path("items").size());
  }

  @Test
  void tagsOfCardsAreForAdministrators() {
    String user = yard.token(ApiYard.USER);
    assertEquals(403, yard.ask("GET", "/config/cards", user, "").status());
    WebResponse whole = yard.ask("GET", "/config", user, "");
    assertEquals(200, whole.status());
    assertFalse(whole.text().contains("CARD-1"));
    assertEquals(200, yard.ask("GET", "/config/zones", yard.token(ApiYard.READER), "").status());
    assertEquals(403, yard.ask("GET", "/config/tariffs", yard.token(ApiYard.READER), "").status());
  }

  @Test
  void loginsAreChangedWithTheOwnPasswordOnly() {
    String create = "{\"password\":\"%s\",\"username\":\"vera\",\"role\":\"user\",\"new_password\":\"a fine long password\"}";
    assertEquals(403, ask("POST", "/users", create.replace("%s", "wrong")).status());
    assertEquals(201, ask("POST", "/users", create.replace("%s", ApiYard.PASSWORD)).status());
    assertEquals(409, ask("POST", "/users", create.replace("%s", ApiYard.PASSWORD)).status());
    assertEquals(
        200, put("/users/vera", "{\"password\":\"" + ApiYard.PASSWORD + "\",\"role\":\"admin\",\"enabled\":true}").status());
    assertEquals("admin", read("/users/vera").path("role").asText());
    assertEquals(
        422, put("/users/ulla", "{\"password\":\"" + ApiYard.PASSWORD + "\",\"role\":\"admin\",\"enabled\":false}").status());
    assertTrue(read("/users/ulla").path("enabled").asBoolean());
    assertEquals(
        204, ask("DELETE", "/users/vera", "{\"password\":\"" + ApiYard.PASSWORD + "\"}", "If-Match", tag("/users/vera")).status());
    assertFalse(ask("GET", "", "").text().contains("fine long"));
  }

  @Test
  void aRestartTakesWhatWaitsAndThePassword() {
    assertEquals(403, ask("POST", "/restart", "{\"password\":\"wrong\"}").status());
    assertEquals(0, yard.commands.told.size());
    WebResponse response = ask("POST", "/restart", "{\"password\":\"" + ApiYard.PASSWORD + "\"}");
    assertEquals(202, response.status());
    assertEquals("[restart]", yard.commands.told.toString());
  }

  @Test
  void halfACharacterIsRefused() {
    assertEquals(422, ask("POST", "/zones", "{\"id\":\"\\ud800\",\"parent\":\"main\",\"max_a\":10}").status());
  }

  @Test
  void theFirstAdministratorIsMadeWithTheCodeOnce() {
    ApiYard fresh = ApiYard.unclaimed();
    String code = Objects.requireNonNull(fresh.keeper.users().firstRunCode(fresh.yard.time.now())).code();
    String body = "{\"code\":\"%s\",\"username\":\"anton\",\"new_password\":\"" + ApiYard.PASSWORD + "\"}";
    assertEquals(403, fresh.ask("POST", "/login/first-run", null, body.replace("%s", "AAAA")).status());
    assertEquals(204, fresh.ask("POST", "/login/first-run", null, body.replace("%s", code)).status());
    assertNotEquals(204, fresh.ask("POST", "/login/first-run", null, body.replace("%s", code)).status());
    assertEquals(200, fresh.ask("GET", "/config/users", fresh.token(ApiYard.ADMIN), "").status());
  }
}
