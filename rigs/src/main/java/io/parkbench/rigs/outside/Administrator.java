package io.parkbench.rigs.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.User;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Time;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebClient;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.rigs.BenchAccounts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bench's own login at the API of a gateway that runs elsewhere: makes the scenario's users, and asks what steps want to know. */
final class Administrator {
  /** Where the gateway's API is for everybody on a bench. */
  static final String HOST = "gateway";

  static final int PORT = 443;
  private static final String BASE = "/api/v2";
  private static final long PATIENCE = 30 * Micros.SECOND;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Time time;
  private final WebClient web;
  private final String name;
  private final String password;
  private String token = "";

  Administrator(Time time, WebClient web, String name, String password) {
    this.time = time;
    this.web = web;
    this.name = name;
    this.password = password;
  }

  /** Makes itself the first administrator. */
  void claim(String code) {
    expect(
        ask("POST", "/login/first-run",
            JsonNodeFactory.instance.objectNode().put("code", code).put("username", name).put("new_password", password)),
        "make the first administrator");
  }

  void logIn() {
    WebResponse answer = ask(
        "POST", "/login/login", JsonNodeFactory.instance.objectNode().put("username", name).put("password", password));
    expect(answer, "log in as '" + name + "'");
    token = json(answer).path("access_token").asText();
  }

  /** Its token, for whoever speaks for the bench. */
  String token() {
    return token;
  }

  /** Those of the site who may log in get their passwords; one whom the gateway has already is left as it is. */
  void makeUsers(Site site) {
    for (User user : site.users()) {
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("password", password).put("username", user.name())
          .put("role", user.role().name().toLowerCase(Locale.ROOT)).put("new_password", BenchAccounts.password(site, user));
      WebResponse answer = ask("POST", "/config/users", body);
      if (answer.status() != 409) {
        expect(answer, "make the user '" + user.name() + "'");
      }
    }
  }

  private static void expect(WebResponse answer, String what) {
    if (answer.status() / 100 != 2) {
      throw new GatewayException("the gateway does not let the bench " + what + ": " + answer.status() + " " + answer.text());
    }
  }

  private WebResponse ask(String method, String path, @Nullable JsonNode body) {
    WebHeaders headers = body == null ? WebHeaders.NONE : WebHeaders.of("Content-Type", "application/json");
    WebRequest request = new WebRequest(
        method, BASE + path, token.isEmpty() ? headers : headers.with("Authorization", "Bearer " + token),
        body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8), name, true);
    Heard heard = new Heard();
    web.send(new Endpoint(name, HOST, PORT, 0), request, PATIENCE, heard);
    time.runUntil(() -> heard.response != null || heard.failure != null, time.now() + PATIENCE);
    WebResponse response = heard.response;
    if (response == null) {
      throw new GatewayException("the gateway's API does not answer " + method + " " + BASE + path + ": " + heard.failure);
    }
    return response;
  }

  private static JsonNode json(WebResponse response) {
    try {
      return JSON.readTree(response.text());
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
