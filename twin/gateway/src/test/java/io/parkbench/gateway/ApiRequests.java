package io.parkbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.api.Commands.Availability;
import io.parkbench.gateway.api.Commands.Clock;
import io.parkbench.gateway.api.web.Route;
import io.parkbench.kernel.WebResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Provokes each response that the description promises, at a yard of its own. */
final class ApiRequests {
  private final ApiYard yard = new ApiYard();
  private final Route route;
  private final ScriptedStation station;

  ApiRequests(Route route) {
    this.route = route;
    station = yard.yard.online("cp-1");
    int transaction = station.start(1, "04A1B2C3D4");
    station.meter(1, transaction, 1_234_567, 10, 11, 12);
    yard.yard.settle();
  }

  /** The path under the base with what there is. */
  private String path() {
    String path = route.template().substring("/api/v2".length()).replace("{zone_id}", "1").replace("{station_id}", "1")
        .replace("{connector_id}", "1");
    return path.contains("{session_id}") ? path.replace("{session_id}", otherSession()) : path;
  }

  /** Another session of the same login. */
  private String otherSession() {
    yard.token(ApiYard.WRITER);
    yard.login(ApiYard.WRITER);
    JsonNode sessions = yard.read("/login/sessions").path("items");
    for (JsonNode session : sessions) {
      if (!session.path("current").asBoolean()) {
        return session.path("session_id").asText();
      }
    }
    throw new AssertionError(sessions);
  }

  /** A body that does; empty where none is taken. */
  private String body() {
    if (route.operationId().equals("endSession")) {
      return "{\"password\":\"" + ApiYard.PASSWORD + "\"}";
    }
    if (route.operationId().equals("changePassword")) {
      return "{\"password\":\"" + ApiYard.PASSWORD + "\",\"new_password\":\"another horse, no battery\"}";
    }
    JsonNode example = ApiContract.example(route);
    return example == null ? "" : example.toString();
  }

  private WebResponse ask(String path, String body, @Nullable String user, String... headers) {
    yard.yard.pass(Duration.ofSeconds(3));
    return yard.ask(route.method(), path, user == null ? null : yard.token(user), body, headers);
  }

  private WebResponse well() {
    return switch (route.operationId()) {
      case "setReduction" -> ask(path(), body(), ApiYard.WRITER, "If-None-Match", "*");
      case "liftReduction" -> ask(path(), "", ApiYard.WRITER, "If-Match", reduced());
      case "getReduction" -> {
        reduced();
        yield ask(path(), "", ApiYard.WRITER);
      }
      default -> ask(path(), body(), route.right() == null ? null : ApiYard.WRITER);
    };
  }

  /** Sets a reduction; its tag. */
  private String reduced() {
    WebResponse set = yard.ask(
        "PUT", "/zones/1/reduction", yard.token(ApiYard.WRITER), "{\"zone_reduction\":50,\"zone_reduction_type\":\"percentage\"}",
        "If-None-Match", "*");
    yard.yard.pass(Duration.ofMinutes(2));
    return Objects.requireNonNull(set.headers().get("ETag"), set::text);
  }

  /** The response that is to have this status. */
  WebResponse provoke(int status) {
    return switch (status) {
      case 200 -> route.operationId().equals("setReduction") ? ask(path(), body(), ApiYard.WRITER, "If-Match", reduced()) : well();
      case 202 -> {
        yard.commands.availability = Availability.SCHEDULED;
        yield well();
      }
      case 201, 204 -> well();
      case 304 -> ask(path(), "", ApiYard.WRITER, "If-None-Match", Objects.requireNonNull(well().headers().get("ETag")));
      case 400 -> ask(path() + "?%zz", body(), ApiYard.WRITER);
      case 401 -> route.operationId().equals("login")
          ? ask(path(), body().replace("battery", "radiator"), null)
          : ask(path(), body(), null);
      case 403 -> forbidden();
      case 404 -> route.operationId().endsWith("Reduction") && !route.operationId().equals("setReduction")
          ? ask(path(), "", ApiYard.WRITER, "If-Match", "\"x\"")
          : ask(path().replaceFirst("/[^/]*[0-9A-Za-z_-]*(?=(/stations|/reduction|/connectors.*|)$)", "/99999"), body(),
              ApiYard.WRITER);
      case 406 -> ask(path(), body(), route.right() == null ? null : ApiYard.WRITER, "Accept", "text/html, application/json;q=0");
      case 409 -> conflict();
      case 412 -> {
        reduced();
        yield ask(path(), body(), ApiYard.WRITER, "If-Match", "\"of-another-state\"");
      }
      case 413 -> ask(path(), "x".repeat(64 * 1024 + 1), ApiYard.WRITER);
      case 415 -> ask(path(), body(), route.right() == null ? null : ApiYard.WRITER, "Content-Type", "text/plain");
      case 422 -> ask(path() + "?unheard_of=1", body(), route.right() == null ? null : ApiYard.WRITER);
      case 428 -> {
        reduced();
        yield ask(path(), body(), ApiYard.WRITER);
      }
      case 429 -> flood();
      case 500 -> broken();
      case 503 -> starting();
      case 504 -> {
        yard.commands.availability = Availability.TIMED_OUT;
        yield well();
      }
      default -> throw new AssertionError("nothing is known to provoke " + status + " of " + route.operationId());
    };
  }

  private WebResponse forbidden() {
    return switch (route.operationId()) {
      case "endSession", "changePassword" -> ask(path(), body().replaceFirst("battery", "radiator"), ApiYard.WRITER);
      default -> ask(path(), body(), ApiYard.READER);
    };
  }

  private WebResponse conflict() {
    if (route.operationId().equals("setTime")) {
      yard.commands.clock = Clock.SUPERVISED;
    } else {
      station.disconnect();
    }
    return well();
  }

  private WebResponse flood() {
    if (route.right() == null) {
      WebResponse last = well();
      for (int i = 0; i < 10 && last.status() != 429; i++) {
        last = yard.ask(route.method(), path(), null, body());
      }
      return last;
    }
    String path = path();
    while (yard.get("/version").status() != 429) {
      // so many are allowed
    }
    return yard.ask(route.method(), path, yard.token(ApiYard.WRITER), body());
  }

  private WebResponse broken() {
    String path = path();
    String token = yard.token(ApiYard.WRITER);
    yard.get("/version");
    yard.loop.broken = true;
    return yard.ask(route.method(), path, token, body());
  }

  private WebResponse starting() {
    return new ApiYard(false).ask(route.method(), path(), null, body());
  }

  ApiYard yard() {
    return yard;
  }
}
