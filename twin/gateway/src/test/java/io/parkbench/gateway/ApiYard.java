package io.parkbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.gateway.access.Change;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Gatekeepers;
import io.parkbench.gateway.api.Api;
import io.parkbench.gateway.api.web.Front;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.User;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A gateway in virtual time with its REST API, which is asked without any net. */
final class ApiYard {
  static final String PASSWORD = "correct horse battery";
  static final String WRITER = "bems-eo";
  static final String READER = "bems-other";
  static final String USER = "ulla";
  static final String ADMIN = "anton";
  static final String SITE = """
      name: Office
      licence: EDL
      settings: {remote_energy_management: {enabled: true, login: bems-eo}}
      zones:
        - {id: main, name: Z1, max_a: 100, auth: all}
        - {id: north, name: Z2, parent: main, max_a: 63, auth: all}
        - {id: south, name: Z3, parent: main, max_a: 80, auth: all}
      stations:
        - {id: cp-1, name: P1, model: pro-ac, zone: north, wiring: TRI231}
        - {id: cp-2, name: P2, model: pro-ac, zone: south}
      users:
        - {name: bems-eo, role: WEBSERVICES}
        - {name: bems-other, role: WEBSERVICES}
        - {name: ulla, role: USER}
        - {name: anton, role: ADMIN}
      """;
  /** With something of all that can be configured. */
  static final String FULL = SITE.replace(
      "stations:", "  - {id: garden, max_a: 30, directive: dynamic, meter: m-2}\nstations:") + """
          meter_models:
            - name: Acme 300
              points:
                current_l1: {register: 100, format: Float32}
                current_l2: {register: 102, format: Float32}
                current_l3: {register: 104, format: Float32}
          meters: [{id: m-1, model: Acme 300, role: reporting}, {id: m-2, model: iEM3x5x}]
          tariffs: [{name: Evening, max_percent: 100, days: [mon], slots: ["17:00-20:00"]}]
          inputs: [{number: 1, name: Grid operator, max_percent: 50}]
          cards: [{id: CARD-1, comment: "=1+1", zones: [north]}, {id: "0042", vip: true}]
          """;

  final Yard yard;
  final FakeCommands commands;
  final Gatekeeper keeper;
  final Api api;
  final List<Front.Fault> faults = new ArrayList<>();
  final BrokenLoop loop;
  private final Map<String, String> tokens = new TreeMap<>();
  private final ObjectMapper json = new ObjectMapper();

  ApiYard() {
    this(SITE);
  }

  /** One that has not started yet, or has. */
  ApiYard(boolean started) {
    this(SITE, started);
  }

  ApiYard(String yaml) {
    this(yaml, true);
  }

  private ApiYard(String yaml, boolean started) {
    this(yaml, started, true);
  }

  /** One that nobody has claimed yet. */
  static ApiYard unclaimed() {
    return new ApiYard(FULL, true, false);
  }

  private ApiYard(String yaml, boolean started, boolean claimed) {
    yard = new Yard(yaml);
    loop = new BrokenLoop(yard.time);
    Site site = Yard.site(yaml);
    keeper = Gatekeepers.bench(site, new Seed(1));
    add(WRITER, User.Role.WEBSERVICES);
    add(READER, User.Role.WEBSERVICES);
    add(USER, User.Role.USER);
    if (claimed) {
      add(ADMIN, User.Role.ADMIN);
    }
    commands = new FakeCommands(yard.time::now);
    api = new Api(loop, site, this::view, commands, keeper, faults::add);
    if (started) {
      api.started();
    }
  }

  void add(String name, User.Role role) {
    if (!(keeper.accounts().add(name, role, PASSWORD) instanceof Change.Done)) {
      throw new AssertionError(name);
    }
  }

  /** The gateway's, with what the commands have set. */
  private GatewayView view() {
    GatewayView view = yard.gateway.view();
    List<GatewayView.Zone> zones = view.zones().stream()
        .map(
            zone -> new GatewayView.Zone(
                zone.id(), zone.name(), zone.parent(), zone.configured(), zone.maxDa(), zone.maxW(), zone.limits(),
                zone.effectiveDa(), zone.effectiveW(), zone.changesAt(), commands.reductions.get(zone.id()), zone.leasedDa(),
                zone.leasedW()))
        .toList();
    return new GatewayView(
        view.now(), zones, view.stations(), view.meters(), view.inputs(), view.sessions(), view.past(), view.tariffs(),
        new GatewayView.Remote(WRITER, true, commands.heartbeats > 0, commands.heartbeats > 0 ? view.now() : -1), view.notices());
  }

  /** The token of a login, made once. */
  String token(String user) {
    return tokens.computeIfAbsent(user, this::login);
  }

  /** A new login. */
  String login(String user) {
    yard.pass(Duration.ofSeconds(15));
    WebResponse response = ask("POST", "/login/login", null, "{\"username\":\"" + user + "\",\"password\":\"" + PASSWORD + "\"}");
    if (response.status() != 200) {
      throw new AssertionError(response.text());
    }
    return tree(response).get("access_token").asText();
  }

  WebResponse get(String path, String... headers) {
    return ask("GET", path, token(WRITER), "", headers);
  }

  JsonNode read(String path) {
    WebResponse response = get(path);
    if (response.status() != 200) {
      throw new AssertionError(path + ": " + response + " " + response.text());
    }
    return tree(response);
  }

  JsonNode tree(WebResponse response) {
    try {
      return json.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks under the base; a body is said to be JSON unless a header says otherwise. */
  WebResponse ask(String method, String path, @Nullable String token, String body, String... headers) {
    return raw(method, Api.BASE + path, token, body, true, headers);
  }

  WebResponse raw(String method, String target, @Nullable String token, String body, boolean secure, String... headers) {
    WebHeaders all = WebHeaders.NONE;
    if (token != null) {
      all = all.with("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      all = all.with("Content-Type", target.contains(".csv") ? "text/csv" : "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      all = all.with(headers[i], headers[i + 1]);
    }
    return send(new WebRequest(method, target, all, body.getBytes(StandardCharsets.UTF_8), "10.0.0.7", secure));
  }

  WebResponse send(WebRequest request) {
    List<WebResponse> answers = new ArrayList<>();
    api.handle(request, new WebService.Reply() {
      @Override
      public void send(WebResponse response) {
        answers.add(response);
      }

      @Override
      public void onLoop(Runnable task) {
        task.run();
      }

      @Override
      public boolean isOnLoop() {
        return true;
      }
    });
    if (answers.isEmpty()) {
      yard.pass(Duration.ofSeconds(1));
    }
    if (answers.size() != 1) {
      throw new AssertionError(request + " got " + answers.size() + " answers");
    }
    return Objects.requireNonNull(answers.getFirst());
  }
}
