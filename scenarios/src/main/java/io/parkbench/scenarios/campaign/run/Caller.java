package io.parkbench.scenarios.campaign.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.site.User;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchAccounts;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the gateway's REST API, and keeps what no answer may be: a failure of the server, or none at all. */
final class Caller {
  static final String BASE = "/api/v2";
  private static final String PASSWORD = BenchAccounts.PASSWORD;
  private static final long TIMEOUT = 10 * Micros.SECOND;
  private static final int SERVER_FAULT = 500;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Bench bench;
  private final long start;
  private final List<String> complaints = new ArrayList<>();

  /**
   * What came back.
   *
   * @param status 0 for nothing
   */
  record Answer(int status, WebHeaders headers, JsonNode body) {
    boolean done() {
      return status / 100 == 2;
    }

    String code() {
      return body.path("code").asText("");
    }
  }

  /** Somebody with that name and the right to it, at an address of their own. */
  record Who(String login, String address) {}

  /** Makes logins for those whom the site does not list; the bench has made the others. */
  Caller(Bench bench) {
    this.bench = bench;
    start = bench.time().now();
    bench.keeper().accounts().add(CeilingPlan.WRITER, User.Role.WEBSERVICES, PASSWORD);
    bench.keeper().accounts().add(CeilingPlan.READER, User.Role.WEBSERVICES, PASSWORD);
  }

  /** What was wrong with answers, one sentence each. */
  List<String> complaints() {
    return complaints;
  }

  /** Something is wrong with what the API does. */
  void complain(String text) {
    complaints
        .add(String.format(java.util.Locale.ROOT, "at %.3f s: %s", (bench.time().now() - start) / (double) Micros.SECOND, text));
  }

  /** Logs in; the token, or null where that was refused. */
  void login(Who who, Consumer<@Nullable String> then) {
    String body = JsonNodeFactory.instance.objectNode().put("username", who.login()).put("password", PASSWORD).toString();
    ask("POST", "/login/login", WebHeaders.NONE, body, who.address(), answer -> {
      String token = answer.body().path("access_token").asText("");
      then.accept(answer.done() && !token.isEmpty() ? token : null);
    });
  }

  static WebHeaders bearer(@Nullable String token) {
    return token == null ? WebHeaders.NONE : WebHeaders.of("authorization", "Bearer " + token);
  }

  /**
   * Asks, and tells the answer; what cannot be said in HTTP throws {@link IllegalArgumentException}.
   *
   * @param path below the API's base
   * @param body empty for none; said to be JSON
   */
  WebCall ask(String method, String path, WebHeaders headers, String body, String from, Consumer<Answer> then) {
    WebHeaders all = body.isEmpty() || headers.get("content-type") != null ? headers
        : headers.with("content-type", "application/json");
    WebRequest request = new WebRequest(method, BASE + path, all, body.getBytes(StandardCharsets.UTF_8), from, true);
    Endpoint to = new Endpoint(from, Gateway.API_HOST, Gateway.API_PORT, 0);
    return bench.net().web().send(to, request, TIMEOUT, new WebAnswer() {
      @Override
      public void answered(WebResponse response) {
        if (response.status() >= SERVER_FAULT) {
          complain(request + " was answered with " + response.status() + ": " + response.text());
        }
        then.accept(new Answer(response.status(), response.headers(), tree(response)));
      }

      @Override
      public void failed(Exchange.Failure why) {
        complain(request + " was not answered: " + why);
        then.accept(new Answer(0, WebHeaders.NONE, MissingNode.getInstance()));
      }
    });
  }

  private static JsonNode tree(WebResponse response) {
    try {
      JsonNode tree = response.body().length == 0 ? null : JSON.readTree(response.body());
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
