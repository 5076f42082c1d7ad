package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.api.Api;
import io.parkbench.gateway.api.web.Route;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R-SEC-3: requests drawn from the description and bent: never a 5xx, nothing changed by a refused one, nobody in without a login. */
class ApiFuzzTest {
  private static final int REQUESTS = 20_000;
  private static final List<String> WORDS = List.of(
      "", "0", "1", "2", "-1", "1e9", "NaN", "null", "true", "percentage", "absolute", "PT2H", "2149-01-01T00:00:00Z", "%00", "%zz",
      "..",
      "%2e%2e%2f", "<script>", "'; drop table", "%F0%9F%94%8C", "99999999999999999999", "{}", "[]", "\"", "\\u0000", "a,b", "*");
  private static final List<String> HEADERS = List.of(
      "Accept", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key", "Last-Event-ID", "X-Request-Id", "Authorization",
      "X-Forwarded-For", "Origin", "Host");

  private final Chance chance = new Seed(5).fork("api-fuzz");
  private final ApiYard yard = new ApiYard(ApiYard.FULL);

  private <T> T one(List<T> of) {
    return of.get((int) chance.between(0, of.size() - 1));
  }

  @Test
  void bentRequestsDoNoHarm() {
    yard.yard.online("cp-1").start(1, "04A1B2C3D4");
    String token = yard.token(ApiYard.WRITER);
    String admins = yard.token(ApiYard.ADMIN);
    int done = 0;
    for (int i = 0; i < REQUESTS; i++) {
      if (i % 200 == 199) {
        // the example of a login is a good one, and so many of them end the oldest
        token = yard.login(ApiYard.WRITER);
        admins = yard.login(ApiYard.ADMIN);
      }
      Route route = one(ApiContract.API.routes());
      // these would let the login go that all others need
      boolean ends = List.of("logout", "endSession", "changePassword").contains(route.operationId());
      boolean known = !ends && chance.happens(0.8);
      boolean admin = ApiContract.user(route).equals(ApiYard.ADMIN);
      WebRequest request = request(route, known ? admin ? admins : token : null);
      var configuration = yard.api.configuration();
      var logins = yard.keeper.accounts().list();
      List<String> before = List.copyOf(yard.commands.told);
      int beats = yard.commands.heartbeats;
      var reductions = List.copyOf(yard.commands.reductions.values());
      WebResponse response = yard.send(request);
      String said = i + ": " + request + " " + request.headers() + " " + request.text() + " → " + response + " " + response.text();
      assertTrue(response.status() < 500, said);
      if (response.status() >= 300) {
        assertEquals(before, yard.commands.told, said);
        assertSame(configuration, yard.api.configuration(), said);
        assertEquals(logins, yard.keeper.accounts().list(), said);
        assertEquals(beats, yard.commands.heartbeats, said);
        assertEquals(reductions, List.copyOf(yard.commands.reductions.values()), said);
      } else {
        done++;
        assertTrue(known || route.right() == null, said);
      }
      if (response.status() != 404 && response.status() != 405) {
        assertEquals(List.of(), ApiContract.complaints(route, response), said);
      }
      yard.yard.pass(Duration.ofMillis(chance.happens(0.01) ? 61_000 : 101));
    }
    assertEquals(List.of(), yard.faults);
    // else it was all noise
    assertTrue(done > REQUESTS / 5, "only " + done + " did");
  }

  private WebRequest request(Route route, @Nullable String token) {
    StringBuilder path = new StringBuilder();
    String[] good = (Api.BASE + ApiContract.path(route)).split("/", -1);
    for (int i = 0; i < route.segments().size(); i++) {
      path.append('/').append(route.segments().get(i).startsWith("{") && chance.happens(0.2) ? one(WORDS) : good[i + 1]);
    }
    char mark = '?';
    for (String name : route.parameters().keySet()) {
      if (chance.happens(0.2)) {
        path.append(mark).append(name).append('=').append(chance.happens(0.5) ? good(name) : one(WORDS));
        mark = '&';
      }
    }
    if (chance.happens(0.05)) {
      path.append(mark).append(one(WORDS)).append('=').append(one(WORDS));
    }
    WebHeaders headers = WebHeaders.NONE;
    if (token != null) {
      headers = headers.with("Authorization", "Bearer " + token);
    }
    String body = body(route);
    if (!body.isEmpty()) {
      headers = headers.with("Content-Type", route.bodyType());
    }
    if (chance.happens(0.3)) {
      headers = headers.with("If-None-Match", "*");
    }
    if (chance.happens(0.5) && route.template().startsWith("/api/v2/config")) {
      headers = headers.with("If-Match", "*");
    }
    if (chance.happens(0.15)) {
      headers = headers.with(one(HEADERS), one(WORDS));
    }
    return new WebRequest(
        route.method(), path.toString().replace("\"", "%22").replace("\\", "%5C").replace(" ", "%20"), headers,
        body.getBytes(StandardCharsets.UTF_8), "10.0.0." + chance.between(1, 250), true);
  }

  private String good(String name) {
    return switch (name) {
      case "limit" -> "3";
      case "topics" -> "zone,alarm";
      case "state" -> "active";
      case "type" -> "static";
      case "level" -> "zone";
      default -> "1";
    };
  }

  /** An example, as it is or with a piece put in another's place. */
  private String body(Route route) {
    String body = ApiContract.exampleText(route);
    if (body.isEmpty()) {
      return chance.happens(0.03) ? one(WORDS) : "";
    }
    if (chance.happens(0.5)) {
      return body;
    }
    int at = (int) chance.between(0, body.length() - 1);
    int to = (int) Math.min(body.length(), at + chance.between(0, 6));
    return body.substring(0, at) + one(WORDS) + body.substring(to);
  }
}
