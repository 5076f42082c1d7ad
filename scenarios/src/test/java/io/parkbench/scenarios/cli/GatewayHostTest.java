package io.parkbench.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.web.Trust;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** R-SEC-1, R-SEC-2, R-SITE-7: {@code parkbench gateway} with its API over real HTTPS, from the first start to the next. */
class GatewayHostTest {
  private static final String SITE = """
      name: Garage
      licence: EDL
      zones: [{id: main, max_a: 100, auth: all}]
      stations: [{id: cp-1, model: pro-ac, zone: main}]
      """;

  @TempDir Path folder;

  /** One life of the process, with a client that believes its certificate alone. */
  private final class Life implements AutoCloseable {
    final WallClock time = new WallClock();
    final LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, 64 * 1024);
    final LiveNet clients = new LiveNet(time, new Seed(2), Recording.NONE, 64 * 1024);
    final List<String> said = new ArrayList<>();
    final ApiServer api;
    final GatewayHost host;
    String token = "";

    Life() throws IOException, SiteException {
      GatewayState state = GatewayState.in(folder);
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      net.bind(free);
      api = ApiServer.open(net, state.identity(), free, null);
      FrameLog log = new FrameLog(Recording.NONE, new PrintWriter(new StringWriter()), false,
          new FrameWords(StandardCharsets.UTF_8));
      host = new GatewayHost(time, net, log, new GatewayHost.Served(state, api, said::add));
      Site changed = state.site();
      host.start(changed == null ? SiteFile.parse("garage.yaml", SITE) : changed);
      clients.web().trust(Trust.pinned(api.fingerprint()));
    }

    WebResponse ask(String method, String path, String body, String... headers) {
      WebHeaders all = WebHeaders.of(headers);
      all = token.isEmpty() ? all : all.with("Authorization", "Bearer " + token);
      all = body.isEmpty() ? all : all.with("Content-Type", "application/json");
      List<WebResponse> heard = new ArrayList<>();
      clients.web().send(
          new Endpoint("client", "127.0.0.1", api.port(), 0),
          new WebRequest(method, "/api/v2" + path, all, body.getBytes(StandardCharsets.UTF_8), "", true), 10 * Micros.SECOND,
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
      time.runUntil(() -> !heard.isEmpty(), time.now() + 15 * Micros.SECOND);
      return heard.getFirst();
    }

    void login() {
      token = "";
      WebResponse response = ask("POST", "/login/login", "{\"username\":\"anton\",\"password\":\"correct horse battery\"}");
      assertEquals(200, response.status(), response::text);
      token = response.text().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    WebResponse put(String path, String body) {
      return ask("PUT", path, body, "If-Match", Objects.requireNonNull(ask("GET", path, "").headers().get("ETag")));
    }

    @Override
    public void close() {
      host.close();
      clients.close();
      net.close();
      time.close();
    }
  }

  @Test
  void fromTheFirstRunCodeToTheNextStart() throws IOException, SiteException {
    String fingerprint;
    try (Life life = new Life()) {
      fingerprint = life.api.fingerprint();
      assertTrue(life.said.get(1).contains(fingerprint), life.said::toString);
      String code = life.said.get(2).replaceAll(".*the code ([0-9A-Z-]+),.*", "$1");
      WebResponse claimed = life.ask(
          "POST", "/login/first-run",
          "{\"code\":\"" + code + "\",\"username\":\"anton\",\"new_password\":\"correct horse battery\"}");
      assertEquals(204, claimed.status(), claimed::text);
      life.login();
      assertTrue(life.ask("GET", "/zones", "").text().contains("\"max_current_a\":100.0"));
      WebResponse live = life.put("/config/zones/main", "{\"id\":\"main\",\"max_a\":63,\"auth\":\"all\"}");
      assertTrue(live.text().contains("\"live\""), live::text);
      WebResponse waits = life.ask("POST", "/config/stations", "{\"id\":\"cp-2\",\"model\":\"pro-ac\",\"zone\":\"main\"}");
      assertTrue(waits.text().contains("restart-needed"), waits::text);
      assertEquals(202, life.ask("POST", "/config/restart", "{\"password\":\"correct horse battery\"}").status());
      life.time.runUntil(() -> life.said.size() > 3, life.time.now() + 10 * Micros.SECOND);
      life.login();
      assertTrue(life.ask("GET", "/stations", "").text().contains("\"cp-2\""));
    }
    try (Life life = new Life()) {
      assertEquals(fingerprint, life.api.fingerprint());
      assertFalse(life.said.toString().contains("the code"), life.said::toString);
      life.login();
      assertTrue(life.ask("GET", "/zones", "").text().contains("\"max_current_a\":63.0"));
      assertTrue(life.ask("GET", "/stations", "").text().contains("\"cp-2\""));
    }
    assertEquals(
        "[rw-------]", "[" + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("site.yaml"))) + "]");
  }

  @Test
  void optionsOfTheApiNeedTheApi() {
    StringWriter err = new StringWriter();
    CommandLine line = Parkbench.commandLine();
    line.setErr(new PrintWriter(err));
    assertFalse(line.execute("gateway", "--site", "office", "--ocpp-port", "0", "--state", folder.toString()) == 0);
    assertTrue(err.toString().contains("add --api-port"), err::toString);
  }
}
