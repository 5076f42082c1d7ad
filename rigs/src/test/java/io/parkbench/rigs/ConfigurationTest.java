package io.parkbench.rigs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.access.Change;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.site.User;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-SITE-7, R-13: what is configured over the API takes effect on a whole bench, at once or by the restart that it asks for. */
class ConfigurationTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String SITE = """
      name: Yard
      licence: EDL
      zones: [{id: main, max_a: 100, auth: all}]
      stations: [{id: "cp-{n}", model: pro-ac, zone: main, count: 3}]
      inputs: [{number: 1, name: DSO, max_percent: 50}]
      """;

  private final Bench bench = Bench.open(BenchPlan.of(site()));
  private String token = "";

  private static Site site() {
    try {
      return SiteFile.parse("yard.yaml", SITE);
    } catch (SiteException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void pass(Duration duration) {
    bench.time().runFor(duration);
  }

  private WebResponse ask(String method, String path, String body, String... headers) {
    WebHeaders all = WebHeaders.of(headers);
    all = token.isEmpty() ? all : all.with("Authorization", "Bearer " + token);
    all = body.isEmpty() ? all : all.with("Content-Type", "application/json");
    List<WebResponse> heard = new ArrayList<>();
    bench.net().web().send(
        new Endpoint("building", Gateway.API_HOST, Gateway.API_PORT, 0),
        new WebRequest(method, "/api/v2" + path, all, body.getBytes(StandardCharsets.UTF_8), "", true), 5 * Micros.SECOND,
        new WebAnswer() {
          @Override
          public void answered(WebResponse response) {
            heard.add(response);
          }

          @Override
          public void failed(Exchange.Failure why) {
            throw new AssertionError(why);
          }
        });
    pass(Duration.ofMillis(300));
    return heard.getFirst();
  }

  private void login() {
    if (bench.keeper().accounts().needsFirstAdmin()) {
      assertTrue(bench.keeper().accounts().add("anton", User.Role.ADMIN, PASSWORD) instanceof Change.Done);
    }
    token = "";
    WebResponse response = ask("POST", "/login/login", "{\"username\":\"anton\",\"password\":\"" + PASSWORD + "\"}");
    token = response.text().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
  }

  private void change(String method, String path, String body, String applied) {
    WebResponse response = method.equals("POST") ? ask(method, path, body)
        : ask(method, path, body, "If-Match", Objects.requireNonNull(ask("GET", path, "").headers().get("ETag")));
    assertTrue(response.text().contains("\"applied\":\"" + applied + "\""), response::text);
  }

  private GatewayView.Zone main() {
    return bench.gateway().view().zone("main");
  }

  @Test
  void whatIsLiveTakesEffectAtOnce() {
    login();
    change("PUT", "/config/zones/main", "{\"id\":\"main\",\"max_a\":60,\"auth\":\"all\"}", "live");
    assertEquals(PerPhase.all(600), main().maxDa());
    assertEquals(PerPhase.all(600), bench.site().zones().getFirst().maxDa());
    String slots = "\"days\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],\"slots\":[\"00:00-24:00\"]";
    change("POST", "/config/tariffs", "{\"name\":\"Always\",\"max_percent\":50," + slots + "}", "live");
    assertEquals(300, main().limits().limitDa().minDa());
    change("DELETE", "/config/tariffs/Always", "", "live");
    assertEquals(600, main().limits().limitDa().minDa());
    change("PUT", "/config/inputs/1", "{\"number\":1,\"name\":\"DSO\",\"max_percent\":20}", "live");
    bench.plant().contact(1).close();
    pass(Duration.ofSeconds(3));
    assertEquals(120, main().limits().limitDa().minDa());
  }

  @Test
  void theJudgeHearsOfAMaximumToo() {
    login();
    var station = bench.plant().station("cp-1");
    assertNotNull(station);
    change("PUT", "/config/zones/main", "{\"id\":\"main\",\"max_a\":10,\"auth\":\"all\"}", "live");
    assertEquals(List.of(), bench.plant().checker().breaches());
    assertEquals(10.0, bench.plant().checker().limit("main").on(1));
  }

  @Test
  void aRestartBringsWhatWaitsAndNoNumberTwice() {
    login();
    pass(Duration.ofMinutes(2));
    String stations = ask("GET", "/stations", "").text();
    assertTrue(stations.contains("\"station_id\":3"), stations);
    change("DELETE", "/config/stations/cp-2", "", "restart-needed");
    assertNotNull(bench.site().station("cp-2"));
    restart();
    assertFalse(bench.site().stations().stream().anyMatch(each -> each.id().equals("cp-2")));
    login();
    assertFalse(ask("GET", "/stations", "").text().contains("\"station_id\":2"));
    assertTrue(ask("GET", "/stations/3", "").text().contains("\"cp-3\""));
    change("POST", "/config/stations", "{\"id\":\"cp-2\",\"model\":\"pro-ac\",\"zone\":\"main\"}", "restart-needed");
    restart();
    login();
    assertTrue(ask("GET", "/stations/4", "").text().contains("\"cp-2\""));
    assertTrue(ask("GET", "/config", "").text().contains("\"pending\":false"));
    assertEquals(2, bench.restarts().size());
  }

  private void restart() {
    assertEquals(202, ask("POST", "/config/restart", "{\"password\":\"" + PASSWORD + "\"}").status());
    pass(Duration.ofMinutes(2));
  }
}
