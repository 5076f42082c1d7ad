package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cucumber.java.en.When;
import io.parkbench.rigs.BenchAccounts;
import io.parkbench.scenarios.steps.Types.Length;
import io.parkbench.scenarios.steps.Visitors.Answer;
import io.parkbench.scenarios.steps.Visitors.Asked;

/** Logins to the gateway's API, right and wrong ones (R-BEMS-9, R-SEC-1). */
public final class LoginSteps {
  private static final String WRONG = "Otters park 5 kerbs!";

  private final Scene scene;
  private final Visitors visitors;

  public LoginSteps(Scene scene, Visitors visitors) {
    this.scene = scene;
    this.visitors = visitors;
  }

  /** With the right password; it has to go well. */
  @When("{string} logs in")
  public void logsIn(String who) {
    Answer answer = tried(who, BenchAccounts.PASSWORD);
    scene.judge().expect(
        ApiSteps.NOW, new Claim(who + " logs in", () -> answer.response().status() == 200, () -> "the answer is " + answer));
  }

  /** With the right password; what is answered is told by the next step. */
  @When("{string} tries to log in")
  public void tries(String who) {
    tried(who, BenchAccounts.PASSWORD);
  }

  @When("{string} tries to log in with {string}")
  public void tries(String who, String password) {
    tried(who, password);
  }

  /** One after another, so many seconds apart that the address is not what is refused. */
  @When("{string} tries to log in with a wrong password {int} time(s), every {duration}")
  public void triesWrong(String who, int times, Length every) {
    for (int i = 0; i < times; i++) {
      if (i > 0) {
        scene.bench().time().runUntil(scene.bench().time().now() + every.micros());
      }
      tried(who, WRONG);
    }
  }

  @When("{string} logs out")
  public void logsOut(String who) {
    scene.changing();
    visitors.ask(who, new Asked("POST", "/login/logout", null));
  }

  /** The session that somebody has is that of another name too, from another address. */
  @When("{string} is remembered as {string}")
  public void remembered(String who, String other) {
    visitors.remember(who, other);
  }

  @When("{string} ends the session of {string}")
  public void ends(String who, String other) {
    end(who, other, BenchAccounts.PASSWORD);
  }

  @When("{string} ends the session of {string} with a wrong password")
  public void endsWrong(String who, String other) {
    end(who, other, WRONG);
  }

  private void end(String who, String other, String password) {
    scene.changing();
    JsonNode sessions = visitors.ask(other, new Asked("GET", "/login/sessions", null)).json().path("items");
    for (JsonNode session : sessions) {
      if (session.path("current").asBoolean()) {
        visitors.ask(who, new Asked("DELETE", "/login/sessions/" + session.path("session_id").asText(),
            JsonNodeFactory.instance.objectNode().put("password", password)));
      }
    }
  }

  /** From the bench's password. */
  @When("{string} changes the password to {string}")
  public void changes(String who, String password) {
    scene.changing();
    visitors.ask(who, new Asked("PUT", "/login/password", JsonNodeFactory.instance.objectNode()
        .put("password", BenchAccounts.PASSWORD).put("new_password", password)));
  }

  private Answer tried(String who, String password) {
    scene.bench();
    scene.changing();
    return visitors.logIn(who, password);
  }
}
