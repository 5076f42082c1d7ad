package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebResponse;
import io.parkbench.scenarios.steps.Types.Length;
import io.parkbench.scenarios.steps.Visitors.Answer;
import io.parkbench.scenarios.steps.Visitors.Asked;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests to the gateway's API by name of who asks, and what is answered (R-BEMS-5, 9, 10, R-SEC-1). */
public final class ApiSteps {
  static final Span NOW = new Span(Span.Kind.NOW, 0);

  private final Scene scene;
  private final Visitors visitors;

  public ApiSteps(Scene scene, Visitors visitors) {
    this.scene = scene;
    this.visitors = visitors;
  }

  /** With the bench's password. */
  @Given("the user {string} of role {word}")
  public void user(String name, String role) {
    scene.site().user(name, role);
  }

  /** Rows of a key of {@code settings.security} and its value. */
  @Given("the security settings")
  public void security(Map<String, String> rows) {
    scene.site().nested("security", rows);
  }

  /** Without a token. */
  @When("somebody asks {request}")
  public void somebody(Request request) {
    ask("somebody", request.asked());
  }

  @When("somebody asks {request} with the header {string}")
  public void somebody(Request request, String header) {
    ask("somebody", headed(request.asked(), header));
  }

  @When("somebody asks {request} in the clear")
  public void somebodyInTheClear(Request request) {
    ask("somebody", request.asked().inTheClear());
  }

  @When("{string} asks {request}")
  public void asks(String who, Request request) {
    ask(who, request.asked());
  }

  /** The body as it stands there. */
  @When("{string} asks {request} with")
  public void asks(String who, Request request, String body) {
    ask(who, request.asked(body));
  }

  @When("{string} asks {request} with the header {string}")
  public void asksHeaded(String who, Request request, String header) {
    ask(who, headed(request.asked(), header));
  }

  @When("{string} asks {request} with the header {string} and")
  public void asks(String who, Request request, String header, String body) {
    ask(who, headed(request.asked(body), header));
  }

  /** What has been sent in the clear has been read. */
  @When("{string} asks {request} in the clear")
  public void asksInTheClear(String who, Request request) {
    ask(who, request.asked().inTheClear());
  }

  @When("{string} asks {request} in the clear with")
  public void asksInTheClear(String who, Request request, String body) {
    ask(who, request.asked(body).inTheClear());
  }

  @When("somebody asks {request} in the clear with")
  public void somebodyInTheClear(Request request, String body) {
    ask("somebody", request.asked(body).inTheClear());
  }

  @When("{string} asks {request} with the token in the address")
  public void asksWithTokenInAddress(String who, Request request) {
    Asked plain = request.asked();
    String path = plain.path() + "?access_token=" + visitors.token(who);
    ask("somebody", new Asked(plain.method(), path, WebHeaders.NONE, null, true));
  }

  /** Again and again; each has to be answered with 200. */
  @When("{string} asks {request} every {duration} for {duration}")
  public void asksEvery(String who, Request request, Length every, Length length) {
    scene.changing();
    long end = scene.bench().time().now() + length.micros();
    for (long at = scene.bench().time().now(); at <= end; at += every.micros()) {
      scene.bench().time().runUntil(at);
      Answer answer = visitors.ask(who, request.asked());
      scene.judge().expect(NOW, Claim.is("the answer is", 200, () -> answer.response().status()));
    }
    scene.bench().time().runUntil(end);
  }

  /** The answer that steps speak of is the one to the last of them. */
  @When("{string} asks {request} {int} times at once")
  public void asksTimes(String who, Request request, int times) {
    scene.bench();
    scene.changing();
    visitors.askAtOnce(who, request.asked(), times);
  }

  private void ask(String who, Asked asked) {
    scene.bench();
    scene.changing();
    visitors.ask(who, asked);
  }

  /** {@code Name: value}. */
  private static Asked headed(Asked asked, String header) {
    String[] parts = header.split(": ", 2);
    return asked.with(parts[0], parts[1]);
  }

  @Then("the answer is {int}")
  public void isStatus(int status) {
    scene.judge().expect(NOW, Claim.is("the answer is", Integer.toString(status), () -> told(visitors.last(), status, "")));
  }

  /** Asked over and over: a JSON pointer into the answer, and what it says there. */
  @Then("{span} {string} reads {word} of {request} as {json}")
  public void reads(Span span, String who, String pointer, Request request, JsonNode expected) {
    scene.bench();
    ApiWatch.expect(scene, visitors, who, request.asked(), span, answer -> new Claim(
        who + " reads " + pointer + " as " + expected, () -> Json.same(expected, answer.get().at(pointer)),
        () -> "it is " + answer.get().at(pointer)));
  }

  /** The same of a list or text that contains something. */
  @Then("{span} {string} reads {word} of {request} with {string}")
  public void readsPart(Span span, String who, String pointer, Request request, String part) {
    scene.bench();
    ApiWatch.expect(scene, visitors, who, request.asked(), span, answer -> new Claim(
        who + " reads " + pointer + " with " + part, () -> answer.get().at(pointer).toString().contains(part),
        () -> "it is " + answer.get().at(pointer)));
  }

  /** Of a problem document. */
  @Then("the answer is {int} {string}")
  public void isProblem(int status, String code) {
    scene.judge().expect(NOW, Claim.is("the answer is", status + " " + code, () -> told(visitors.last(), status, code)));
  }

  private static String told(Answer answer, int status, String code) {
    String is = (answer.response().status() + " " + (code.isEmpty() ? "" : answer.json().path("code").asText())).strip();
    return is.equals((status + " " + code).strip()) ? is : answer.toString();
  }

  /** By a JSON pointer; numbers may be written differently. */
  @Then("the answer says {word} is {json}")
  public void says(String pointer, JsonNode expected) {
    scene.judge().expect(NOW, said(pointer, expected));
  }

  /** Rows of a JSON pointer and a value. */
  @Then("the answer says")
  public void says(Map<String, String> rows) {
    scene.judge().expect(NOW,
        Claim.all(rows.entrySet().stream().map(row -> said(row.getKey(), Visitors.json(row.getValue()))).toList()));
  }

  private Claim said(String pointer, JsonNode expected) {
    JsonNode actual = visitors.last().json().at(pointer);
    return new Claim("the answer says at " + pointer + " " + expected, () -> Json.same(expected, actual),
        () -> "it says " + actual + " in " + visitors.last());
  }

  @Then("the answer says {word} contains {string}")
  public void saysPart(String pointer, String part) {
    JsonNode actual = visitors.last().json().at(pointer);
    scene.judge().expect(NOW, new Claim("the answer says at " + pointer + " …" + part,
        () -> (actual.isValueNode() ? actual.asText() : actual.toString()).contains(part), () -> "it says " + actual + " in "
            + visitors.last()));
  }

  /** Neither a value nor null is there. */
  @Then("the answer says nothing of {word}")
  public void saysNothing(String pointer) {
    scene.judge().expect(NOW, new Claim("the answer says nothing of " + pointer,
        () -> visitors.last().json().at(pointer).isMissingNode(), () -> "it says " + visitors.last()));
  }

  @Then("the answer has {int} items")
  public void items(int count) {
    scene.judge().expect(NOW,
        Claim.is("items of the answer:", count, () -> visitors.last().json().path("items").size()));
  }

  @Then("the header {word} of the answer is {string}")
  public void header(String name, String value) {
    scene.judge().expect(NOW, Claim.is("the header " + name + " is", value,
        () -> String.valueOf(visitors.last().response().headers().get(name))));
  }

  /** A list is read to its end by what each page says of the next; then all items are the answer. */
  @When("{string} reads all pages of GET {word}")
  public void allPages(String who, String path) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode items = all.putArray("items");
    @Nullable String next = path;
    int pages = 0;
    while (next != null) {
      Answer page = visitors.ask(who, new Asked("GET", next, null));
      page.json().path("items").forEach(items::add);
      String cursor = page.json().path("next_cursor").asText("");
      next = cursor.isEmpty() ? null : path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor;
      pages++;
    }
    all.put("pages", pages);
    Answer last = visitors.last();
    visitors.keep(new Asked("GET", path, null),
        WebResponse.of(last.response().status(), last.response().headers(), all.toString()));
  }

  @Then("no two items have the same {word}")
  public void distinct(String member) {
    scene.judge().expect(NOW, Claim.is("different values of " + member + ":", visitors.last().json().path("items").size(),
        () -> (int) visitors.last().json().path("items").findValuesAsText(member).stream().distinct().count()));
  }

  /** A method and a path below {@code /api/v2}. */
  record Request(String method, String path) {
    Asked asked() {
      return new Asked(method, path, null);
    }

    Asked asked(String body) {
      return new Asked(method, path, WebHeaders.NONE, body, true);
    }
  }
}
