package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.rigs.BenchAccounts;
import io.parkbench.rigs.outside.GatewayException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Those who talk to the gateway's API, each from an address of their own, with the token that they have and the answer that came last. */
public final class Visitors {
  /** Where the gateway's API is on virtual nets. */
  private static final String HOST = "gateway";

  private static final int PORT = 443;
  /** The name that the bench itself goes by. */
  static final String BENCH = "parkbench";

  private static final Pattern NAMED = Pattern.compile("/(zones|stations)/\\{([\\w.-]+)}");
  private static final String BASE = "/api/v2";
  private static final long PATIENCE = 2 * Micros.MINUTE;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scene scene;
  private final Map<String, String> tokens = new LinkedHashMap<>();
  /** Those who have logged in, or tried to. */
  private final Set<String> came = new HashSet<>();
  private @Nullable Answer last;

  public Visitors(Scene scene) {
    this.scene = scene;
  }

  /**
   * What came back.
   *
   * @param json missing where the body is none
   */
  record Answer(String to, WebResponse response, JsonNode json) {
    @Override
    public String toString() {
      return response.status() + " " + response.text() + " to " + to;
    }
  }

  /** What is sent: the path is that below {@code /api/v2}; a path with a leading {@code //} is taken as it is, less one slash. */
  record Asked(String method, String path, WebHeaders headers, @Nullable String body, boolean secure) {
    Asked(String method, String path, @Nullable JsonNode body) {
      this(method, path, WebHeaders.NONE, body == null ? null : body.toString(), true);
    }

    Asked with(String header, String value) {
      return new Asked(method, path, headers.with(header, value), body, secure);
    }

    Asked inTheClear() {
      return new Asked(method, path, headers, body, false);
    }

    String target() {
      return path.startsWith("//") ? path.substring(1) : BASE + path;
    }
  }

  /** Logs in with the bench's password, or another, and keeps the token if there is one. */
  Answer logIn(String who, String password) {
    JsonNode body = JsonNodeFactory.instance.objectNode().put("username", who).put("password", password);
    tokens.remove(who);
    came.add(who);
    Answer answer = ask(who, new Asked("POST", "/login/login", body));
    String token = answer.json().path("access_token").asText();
    if (!token.isEmpty()) {
      tokens.put(who, token);
    }
    return answer;
  }

  /** Another one has the same token. */
  void remember(String who, String other) {
    came.add(other);
    tokens.put(other, token(who));
  }

  /** The token of somebody who has logged in, whatever it is worth by now; empty for others. */
  String token(String who) {
    return tokens.getOrDefault(who, "");
  }

  /** Sends a request with the visitor's token, and lets time pass until it is answered; a user who never came before logs in first. */
  Answer ask(String who, Asked asked) {
    return askAtOnce(who, asked, 1);
  }

  /** Sends it so many times at the same instant; the answer is that to the last. */
  Answer askAtOnce(String who, Asked asked, int times) {
    for (int i = 1; i < times; i++) {
      send(who, asked, new Heard());
    }
    Heard heard = new Heard();
    send(who, asked, heard);
    scene.bench().time().runUntil(() -> heard.response != null || heard.failure != null, scene.bench().time().now() + PATIENCE);
    WebResponse response = heard.response;
    if (response == null) {
      throw new ClaimError("no answer to " + asked.method() + " " + asked.target() + ": " + heard.failure);
    }
    return keep(asked, response);
  }

  /**
   * Sends it, and tells {@code answer} what comes. In its path <code>/zones/{main}</code> and <code>/stations/{a}</code> stand for the
   * numbers that zone and station have in the API.
   */
  WebCall send(String who, Asked named, WebAnswer answer) {
    scene.needsApi();
    if (scene.isOutside()) {
      enter();
    }
    Asked asked = new Asked(named.method(), numbered(named.path()), named.headers(), named.body(), named.secure());
    if (!came.contains(who) && scene.bench().site().users().stream().anyMatch(user -> user.name().equals(who))) {
      logIn(who, BenchAccounts.PASSWORD);
    }
    WebHeaders headers = asked.headers();
    String token = token(who);
    if (!token.isEmpty() && headers.get("Authorization") == null) {
      headers = headers.with("Authorization", "Bearer " + token);
    }
    String text = asked.body();
    if (text != null && headers.get("Content-Type") == null) {
      headers = headers.with("Content-Type", "application/json");
    }
    byte[] body = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    WebRequest request = new WebRequest(asked.method(), asked.target(), headers, body, who, asked.secure());
    return scene.bench().net().web().send(new Endpoint(who, HOST, PORT, 0), request, PATIENCE, answer);
  }

  private String numbered(String path) {
    Matcher name = NAMED.matcher(path);
    return name.replaceAll(found -> "/" + found.group(1) + "/"
        + (found.group(1).equals("zones") ? zoneNumber(found.group(2)) : stationNumber(found.group(2))));
  }

  /** The number of a zone in the API: where the gateway runs elsewhere it is asked for it. */
  int zoneNumber(String zone) {
    return scene.isOutside() ? outsideNumber("/zones", "zone_name", zone, "zone_id") : scene.number(zone);
  }

  /** The number of a station in the API: where the gateway runs elsewhere it is asked for it. */
  int stationNumber(String station) {
    return scene.isOutside() ? outsideNumber("/stations", "station_ocpp_identifier", station, "station_id")
        : scene.stationNumber(station);
  }

  private int outsideNumber(String list, String key, String name, String id) {
    for (JsonNode item : askAsBench(new Asked("GET", list, null)).json().path("items")) {
      if (item.path(key).asText().equals(name)) {
        return item.path(id).asInt();
      }
    }
    throw new ClaimError("the gateway has no '" + name + "' in GET " + BASE + list + "; its site has to be that of the scenario");
  }

  /** The bench itself may ask from now on. */
  void bench() {
    tokens.put(BENCH, enter());
  }

  /** The gateway that runs elsewhere lets the bench and the scenario's users in; the bench's own token. */
  private String enter() {
    try {
      return scene.outside().token();
    } catch (GatewayException e) {
      throw new ClaimError(String.valueOf(e.getMessage()));
    }
  }

  /** Asks as the bench itself, which has a login where the gateway runs elsewhere; steps do not speak of the answer. */
  Answer askAsBench(Asked asked) {
    bench();
    Answer before = last;
    Answer answer = ask(BENCH, asked);
    last = before;
    return answer;
  }

  /** What came is the answer that steps speak of from now on. */
  Answer keep(Asked asked, WebResponse response) {
    Answer answer = new Answer(asked.method() + " " + asked.target(), response, json(response.text()));
    last = answer;
    return answer;
  }

  /** The answer that came last. */
  Answer last() {
    if (last == null) {
      throw new IllegalStateException("nobody has asked anything yet");
    }
    return last;
  }

  static JsonNode json(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static final class Heard implements WebAnswer {
    private @Nullable WebResponse response;
    private Exchange.@Nullable Failure failure;

    @Override
    public void answered(WebResponse came) {
      response = came;
    }

    @Override
    public void failed(Exchange.Failure why) {
      failure = why;
    }
  }
}
