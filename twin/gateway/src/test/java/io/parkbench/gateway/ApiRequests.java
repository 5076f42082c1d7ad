package io.parkbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.access.FirstRunCode;
import io.parkbench.gateway.api.Commands.Availability;
import io.parkbench.gateway.api.Commands.Clock;
import io.parkbench.gateway.api.web.Route;
import io.parkbench.gateway.site.User;
import io.parkbench.kernel.WebResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Provokes each response that the description promises, at a yard of its own. */
final class ApiRequests {
  private final ApiYard yard;
  private final Route route;
  private final ScriptedStation station;

  ApiRequests(Route route) {
    this.route = route;
    yard = route.operationId().equals("claim") ? ApiYard.unclaimed() : new ApiYard(ApiYard.FULL);
    station = yard.yard.online("cp-1");
    int transaction = station.start(1, "04A1B2C3D4");
    station.meter(1, transaction, 1_234_567, 10, 11, 12);
    yard.yard.settle();
  }

  /** The path under the base with what there is. */
  private String path() {
    return route.template().contains("{session_id}") ? "/login/sessions/" + otherSession() : ApiContract.path(route);
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
    if (route.operationId().equals("claim")) {
      return claim();
    }
    return ApiContract.exampleText(route);
  }

  /** With a code that is good, while there is no administrator. */
  private String claim() {
    FirstRunCode code = yard.keeper.users().firstRunCode(yard.yard.time.now());
    return "{\"code\":\"" + (code == null ? "" : code.code())
        + "\",\"username\":\"anton\",\"new_password\":\"" + ApiYard.PASSWORD + "\"}";
  }

  private boolean configures() {
    return route.template().startsWith("/api/v2/config");
  }

  /** Whose token does. */
  private String user() {
    return ApiContract.user(route);
  }

  /** The condition of a write; none where it takes none. */
  private String[] condition() {
    boolean takes = ApiContract.operation(route).path("responses").has("428") && configures();
    if (!takes) {
      return new String[0];
    }
    String tag = Objects.requireNonNull(yard.ask("GET", path(), yard.token(user()), "").headers().get("ETag"), path());
    return new String[] {"If-Match", tag};
  }

  /** What comes of this body. */
  WebResponse well(String body) {
    if (route.operationId().equals("claim")) {
      return ask(path(), claim(), null);
    }
    if (route.operationId().equals("setReduction")) {
      return ask(path(), body, ApiYard.WRITER, "If-None-Match", "*");
    }
    if (route.operationId().startsWith("delete") && !route.operationId().equals("deleteUser")) {
      free();
    }
    return ask(path(), body, route.right() == null ? null : user(), condition());
  }

  /** Whatever needs what is to be deleted goes first. */
  private void free() {
    switch (route.operationId()) {
      case "deleteZone" -> {
        remove("/config/stations/cp-1");
        remove("/config/cards/CARD-1");
      }
      case "deleteMeterModel" -> remove("/config/meters/m-1");
      default -> {}
    }
  }

  private void remove(String path) {
    String tag = Objects.requireNonNull(yard.ask("GET", path, yard.token(ApiYard.ADMIN), "").headers().get("ETag"), path);
    WebResponse removed = yard.ask("DELETE", path, yard.token(ApiYard.ADMIN), "", "If-Match", tag);
    if (removed.status() != 200) {
      throw new AssertionError(removed.text());
    }
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
      default -> well(body());
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
      case 304 -> ask(path(), "", user(), "If-None-Match", Objects.requireNonNull(well().headers().get("ETag")));
      case 400 -> ask(path() + "?%zz", body(), user());
      case 401 -> route.operationId().equals("login")
          ? ask(path(), body().replace("battery", "radiator"), null)
          : ask(path(), body(), null);
      case 403 -> forbidden();
      case 404 -> route.operationId().endsWith("Reduction") && !route.operationId().equals("setReduction")
          ? ask(path(), "", ApiYard.WRITER, "If-Match", "\"x\"")
          : configures() ? ask(nowhere(), body(), user(), "If-Match", "\"x\"")
              : ask(path().replaceFirst("/[^/]*[0-9A-Za-z_-]*(?=(/stations|/reduction|/connectors.*|)$)", "/99999"), body(),
                  ApiYard.WRITER);
      case 406 -> ask(path(), body(), route.right() == null ? null : user(), "Accept", "text/html, application/json;q=0");
      case 409 -> conflict();
      case 412 -> {
        reduced();
        yield ask(path(), body(), user(), "If-Match", "\"of-another-state\"");
      }
      case 413 -> ask(path(), "x".repeat(64 * 1024 + 1), user());
      case 415 -> ask(path(), body(), route.right() == null ? null : user(), "Content-Type", "text/plain");
      case 422 -> ask(path() + "?unheard_of=1", body(), route.right() == null ? null : user());
      case 428 -> {
        reduced();
        yield ask(path(), body(), user());
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
      case "claim" -> ask(path(), body().replaceFirst("\"code\":\"....", "\"code\":\"UUUU"), null);
      case "endSession", "changePassword" -> ask(path(), body().replaceFirst("battery", "radiator"), ApiYard.WRITER);
      default -> ask(path(), body(), ApiYard.READER, "If-Match", "\"x\"");
    };
  }

  /** Where nothing of the kind is. */
  private String nowhere() {
    return path().replaceFirst("(/config/[a-z-]+/)[^/]+", route.template().contains("{input}") ? "$13" : "$1nothing");
  }

  private WebResponse conflict() {
    String id = route.operationId();
    if (id.equals("claim")) {
      String body = claim();
      yard.add(ApiYard.ADMIN, User.Role.ADMIN);
      return ask(path(), body, null);
    }
    if (id.equals("restart")) {
      yard.commands.restartable = false;
      return well(body());
    }
    if (id.equals("setUser") || id.equals("deleteUser")) {
      // the last administrator
      String path = path().replace("ulla", "anton");
      String tag = Objects.requireNonNull(yard.ask("GET", path, yard.token(user()), "").headers().get("ETag"));
      return ask(path, body().replace("\"user\"", "\"admin\""), user(), "If-Match", tag);
    }
    if (id.endsWith("MeterModel") && !id.startsWith("create")) {
      return ask(path().replace("Acme%20300", "PM5320"), body(), user());
    }
    if (id.startsWith("create")) {
      well(body());
      return well(body());
    }
    if (id.startsWith("delete")) {
      String path = path().replace("m-1", "m-2");
      return ask(path, body(), user(), "If-Match", "*");
    }
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
      String body = ApiContract.exampleText(route);
      for (int i = 0; i < 10 && last.status() != 429; i++) {
        last = yard.ask(route.method(), path(), null, body);
      }
      return last;
    }
    String path = path();
    while (yard.ask("GET", "/version", yard.token(user()), "").status() != 429) {
      // so many are allowed
    }
    return yard.ask(route.method(), path, yard.token(user()), body());
  }

  private WebResponse broken() {
    String path = path();
    String token = yard.token(user());
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
