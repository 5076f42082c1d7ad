package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebClient;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small REST API as the client meets it: its rules are those of {@code rest-design.md}, its site is what a test makes of it. */
final class FakeGateway implements WebClient, WebService {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final long LATENCY = 10_000;

  /** A request that arrived. */
  record Heard(long at, WebRequest request) {
    boolean is(String method, String path) {
      return request.method().equals(method) && request.target().split("\\?")[0].equals(Session.BASE + path);
    }

    JsonNode body() {
      try {
        return JSON.readTree(request.text());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  final Map<Integer, ObjectNode> zones = new TreeMap<>();
  final Map<Integer, ObjectNode> stations = new TreeMap<>();
  final Map<Integer, ObjectNode> reductions = new TreeMap<>();
  final List<Heard> heard = new ArrayList<>();
  String bootId = "boot-1";
  String password = "Building-7";
  boolean linkDown;
  boolean starting;
  boolean refusesTokens;
  int pageSize = 200;
  /** The next requests of a kind are answered so, once each. */
  final Map<String, WebResponse> once = new LinkedHashMap<>();

  private final Loop loop;
  private String token = "";
  private int tokens;
  private int tag;
  long tokenLife = 12 * Micros.HOUR;

  FakeGateway(Loop loop) {
    this.loop = loop;
  }

  @Override
  public WebCall send(Endpoint to, WebRequest request, long timeout, WebAnswer answer) {
    if (linkDown) {
      loop.after(timeout, () -> answer.failed(Exchange.Failure.TIMED_OUT));
      return () -> {};
    }
    loop.after(LATENCY, () -> {
      heard.add(new Heard(loop.now(), request));
      WebResponse response = respond(request);
      loop.after(LATENCY, () -> {
        if (linkDown) {
          answer.failed(Exchange.Failure.UNREACHABLE);
        } else {
          answer.answered(response);
        }
      });
    });
    return () -> {};
  }

  /** As a service on a net, which then decides about links. */
  @Override
  public void handle(WebRequest request, Reply reply) {
    heard.add(new Heard(loop.now(), request));
    reply.send(respond(request));
  }

  long count(String method, String path) {
    return heard.stream().filter(h -> h.is(method, path)).count();
  }

  List<Heard> all(String method, String path) {
    return heard.stream().filter(h -> h.is(method, path)).toList();
  }

  /** As after a restart: another boot id, no token, no reduction and no energy is known. */
  void restart() {
    bootId += "'";
    token = "gone";
    reductions.clear();
    stations.values().forEach(station -> station.withArray("connectors").forEach(c -> ((ObjectNode) c).remove("active_energy")));
  }

  void forgetToken() {
    token = "gone";
  }

  private WebResponse respond(WebRequest request) {
    String path = request.target().split("\\?")[0].substring(Session.BASE.length());
    if (starting) {
      return problem(503, "service-starting", "retry-after", "5");
    }
    WebResponse said = once.remove(request.method() + " " + path);
    if (said != null) {
      return said;
    }
    if (path.equals("/login/login")) {
      return login(request);
    }
    if (refusesTokens || !("Bearer " + token).equals(request.headers().get("authorization"))) {
      return problem(401, "token-expired");
    }
    String[] parts = path.substring(1).split("/");
    return switch (parts[0]) {
      case "site" -> ok(JSON.createObjectNode().put("boot_id", bootId));
      case "zones" -> parts.length == 1 ? page(zones, request) : reduction(Integer.parseInt(parts[1]), request);
      case "stations" -> parts.length == 1 ? page(stations, request) : ok(JSON.createObjectNode());
      case "heartbeat" -> WebResponse.of(204, WebHeaders.NONE, "");
      default -> problem(404, "not-found");
    };
  }

  private WebResponse login(WebRequest request) {
    JsonNode body = new Heard(0, request).body();
    if (!body.path("password").asText().equals(password)) {
      return problem(401, "invalid-credentials");
    }
    token = "token-" + ++tokens;
    return ok(JSON.createObjectNode().put("access_token", token).put("token_type", "Bearer")
        .put("expires_at", Micros.toInstant(loop.now() + tokenLife).toString()));
  }

  private WebResponse page(Map<Integer, ObjectNode> all, WebRequest request) {
    int from = 0;
    for (String part : request.target().replaceFirst("[^?]*\\??", "").split("&")) {
      if (part.startsWith("cursor=")) {
        from = Integer.parseInt(part.substring(8));
      }
    }
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    List<ObjectNode> list = List.copyOf(all.values());
    list.subList(from, Math.min(list.size(), from + pageSize)).forEach(items::add);
    page.put("next_cursor", from + pageSize < list.size() ? "c" + (from + pageSize) : null);
    return ok(page);
  }

  private WebResponse reduction(int zone, WebRequest request) {
    ObjectNode there = reductions.get(zone);
    String match = request.headers().get("if-match");
    return switch (request.method()) {
      case "GET" -> there == null ? problem(404, "no-reduction") : tagged(200, there);
      case "PUT" -> {
        if (there != null && match == null) {
          yield problem(428, "precondition-required");
        }
        if (there != null && !there.get("tag").asText().equals(match)) {
          yield problem(412, "stale-etag");
        }
        ObjectNode body = (ObjectNode) new Heard(0, request).body();
        body.put("tag", "\"" + ++tag + "\"");
        reductions.put(zone, body);
        zoneOf(zone).putObject("reduction").put("active", true);
        yield tagged(there == null ? 201 : 200, body);
      }
      default -> {
        reductions.remove(zone);
        zoneOf(zone).putObject("reduction").put("active", false);
        yield WebResponse.of(204, WebHeaders.NONE, "");
      }
    };
  }

  private static WebResponse tagged(int status, ObjectNode body) {
    return WebResponse.of(
        status, WebHeaders.of("content-type", "application/json", "etag", body.get("tag").asText()), body.toString());
  }

  private static WebResponse ok(ObjectNode body) {
    return WebResponse.of(200, WebHeaders.of("content-type", "application/json"), body.toString());
  }

  static WebResponse problem(int status, String code, String... headers) {
    return WebResponse.of(status, WebHeaders.of(headers).with("content-type", "application/problem+json"),
        JSON.createObjectNode().put("code", code).put("detail", "because of " + code).toString());
  }

  /** Adds a zone of 100 A. */
  void zone(int id, @Nullable Integer parent) {
    zones.put(id, JSON.createObjectNode().put("zone_id", id).put("zone_name", "Z" + id).put("parent_id", parent)
        .put("zone_type", "static").put("max_current_a", 100).put("setpoint_current_a", 100).put("setpoint_power_kw", 69.0)
        .put("number_of_stations", 1).put("number_of_transactions", 0));
  }

  /** Adds a station with connectors of these wirings. */
  void station(int id, int zone, String... wirings) {
    ObjectNode station = JSON.createObjectNode().put("station_id", id).put("zone_id", zone).put("station_friendly_name", "P" + id)
        .put("station_ocpp_identifier", "S" + id).put("station_type", "ocpp1.6").put("is_accepted_by_cpo", true)
        .put("is_connected", true).put("is_available", true).put("station_status", "available");
    ArrayNode connectors = station.putArray("connectors");
    for (int i = 0; i < wirings.length; i++) {
      connectors.addObject().put("connector_id", i + 1).put("evse_id", 1).put("logical_connector", i + 1)
          .put("status", "available").put("is_dc", false).put("phase_connection", wirings[i])
          .putObject("max_current_or_power").put("value", 32).put("unit", "A");
    }
    stations.put(id, station);
  }

  ObjectNode zoneOf(int id) {
    return Objects.requireNonNull(zones.get(id));
  }

  ObjectNode stationOf(int id) {
    return Objects.requireNonNull(stations.get(id));
  }

  ObjectNode connector(int station, int connector) {
    return (ObjectNode) stationOf(station).withArray("connectors").get(connector - 1);
  }

  /** A connector charges: amperes on its conductors at 230 V, and the register. */
  void charging(int station, int connector, double kwh, double... amps) {
    ObjectNode json = connector(station, connector).put("status", "charging").put("active_energy", kwh);
    ObjectNode rms = json.putObject("rms_current_a");
    ObjectNode power = json.putObject("active_power_kw");
    for (int i = 0; i < amps.length; i++) {
      rms.put(String.valueOf(i + 1), amps[i]);
      power.put(String.valueOf(i + 1), amps[i] * 0.23);
    }
    json.put("setpoint_current_a", 16).put("setpoint_power_kw", 11.0);
  }

  /** The session is over: no measurements, no energy. */
  void idle(int station, int connector) {
    connector(station, connector).put("status", "available")
        .remove(List.of("active_energy", "rms_current_a", "active_power_kw", "setpoint_current_a", "setpoint_power_kw"));
  }
}
