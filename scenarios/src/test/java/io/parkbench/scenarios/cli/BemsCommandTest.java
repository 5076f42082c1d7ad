package io.parkbench.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.wire.web.Certificates;
import io.parkbench.wire.web.Identity;
import io.parkbench.wire.web.TlsVersions;
import io.parkbench.wire.web.WebLimits;
import io.parkbench.wire.web.WebServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** R-BENCH-11: the building's client alone against a real server over HTTPS, and whom it tells its password. */
class BemsCommandTest {
  private static final InetSocketAddress FREE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final Identity IDENTITY = Certificates.passing(List.of());

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Queue<WebRequest> asked = new ConcurrentLinkedQueue<>();
  private final WebServer gateway = new WebServer(
      FREE, FREE, IDENTITY, TlsVersions.STRONG, WebLimits.PUBLIC, Runnable::run, (request, reply) -> {
        asked.add(request);
        reply.send(answer(request));
      });

  @AfterEach
  void close() {
    gateway.close();
  }

  private static WebResponse answer(WebRequest request) {
    String body = switch (request.target().split("\\?")[0].replace("/api/v2", "")) {
      case "/login/login" -> request.text().contains("\"Building-7\"") ? "{\"access_token\":\"t\"}" : "";
      case "/site" -> "{\"boot_id\":\"b\"}";
      case "/zones" -> """
          {"items":[{"zone_id":1,"zone_name":"Hall","setpoint_current_a":63}],"next_cursor":null}""";
      case "/stations" ->
          """
              {"items":[{"station_id":26,"zone_id":1,"station_friendly_name":"P93\\u001b[2J","station_status":"charging","is_connected":true,
               "connectors":[{"connector_id":1,"status":"charging","phase_connection":"tri123",
               "rms_current_a":{"1":15.9,"2":16,"3":15.8}}]}]}""";
      default -> "";
    };
    return body.isEmpty()
        ? WebResponse.of(401, WebHeaders.NONE, "{\"code\":\"invalid-credentials\",\"detail\":\"user or password is wrong\"}")
        : WebResponse.of(200, WebHeaders.of("content-type", "application/json"), body);
  }

  private int bems(String... arguments) {
    CommandLine line = Parkbench.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    String[] all = new String[arguments.length + 4];
    all[0] = "bems";
    all[1] = "--user";
    all[2] = "building";
    all[3] = "--once";
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return line.execute(all);
  }

  private String url() {
    return "https://127.0.0.1:" + gateway.port();
  }

  @Test
  void theTableShowsZonesAndStations() throws Exception {
    Path password = Files.writeString(folder.resolve("pw"), "Building-7\n");
    int code = bems("--url", url(), "--password-file", password.toString(), "--fingerprint", IDENTITY.fingerprint());
    assertEquals(0, code, err + "\n" + out);
    assertTrue(out.toString().contains("Hall                          15.90      16.00      15.80"), out.toString());
    assertTrue(out.toString().contains("P93?[2J") && !out.toString().contains("\u001b"), "no server steers the terminal");
    assertTrue(asked.stream().allMatch(WebRequest::secure));
    assertFalse(out.toString().contains("Building-7") || err.toString().contains("Building-7"));
  }

  @Test
  void whoIsNotBelievedIsToldNothing() {
    assertEquals(2, bems("--url", url(), "--password", "Building-7"));
    assertTrue(err.toString().contains(IDENTITY.fingerprint()) && err.toString().contains("add --fingerprint"), err.toString());
    assertEquals(2, bems("--url", url(), "--password", "Building-7", "--fingerprint", "0".repeat(64)));
    assertTrue(err.toString().contains("shows another certificate"), err.toString());
    assertEquals(2, bems("--url", url(), "--password", "Building-7", "--fingerprint", "12:34"));
    assertTrue(err.toString().contains("not a SHA-256 fingerprint"), err.toString());
    assertTrue(asked.isEmpty());
  }

  @Test
  void aWrongPasswordIsSaid() {
    assertEquals(1, bems("--url", url(), "--password", "wrong", "--fingerprint", IDENTITY.fingerprint()));
    assertTrue(out.toString().contains("login failed: user or password is wrong"), out.toString());
    assertEquals(1, asked.size());
  }

  @Test
  void plainHttpIsWarnedOf() {
    assertEquals(0, bems("--url", "http://127.0.0.1:" + gateway.plainPort(), "--password", "Building-7"), err + "\n" + out);
    assertTrue(err.toString().contains("plain HTTP"), err.toString());
  }

  @Test
  void wrongUsageNamesTheRemedy() {
    assertEquals(2, bems("--url", "ftp://host", "--password", "x"));
    assertTrue(err.toString().contains("--url is https://HOST[:PORT], not ftp://host"), err.toString());
    assertEquals(2, bems("--url", url(), "--password-env", "NO_SUCH_VARIABLE_HERE"));
    assertTrue(err.toString().contains("NO_SUCH_VARIABLE_HERE is not set"), err.toString());
    assertEquals(2, bems("--url", url(), "--password", "x", "--persona", "scada"));
    assertTrue(err.toString().contains("persona is ebo, pme or microgrid"), err.toString());
    assertEquals(2, bems("--url", url()));
  }
}
