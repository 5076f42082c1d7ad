package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.kernel.Micros;
import io.parkbench.scenarios.steps.Types.Length;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** The passing of time, and what has to be so over all of it. */
public final class TimeSteps {
  private final Scene scene;

  public TimeSteps(Scene scene) {
    this.scene = scene;
  }

  /** By the clocks of the site; the stations are switched on a moment later. */
  @Given("it is {localTime} at the site")
  public void begin(LocalDateTime local) {
    scene.startsAt(local);
  }

  /** By the clocks of the site, today or tomorrow. */
  @When("it becomes {clock} at the site")
  public void becomes(LocalTime time) {
    scene.bench().time().runUntil(scene.next(time));
    scene.changing();
  }

  /** By the clocks of the world. */
  @When("it becomes {instant}")
  public void becomes(Instant instant) {
    scene.bench().time().runUntil(Micros.of(instant));
    scene.changing();
  }

  @When("{duration} pass(es)")
  public void pass(Length length) {
    scene.bench().time().runUntil(scene.bench().time().now() + length.micros());
    scene.changing();
  }

  @Then("no limit was ever broken")
  public void noLimitWasEverBroken() {
    List<?> broken = scene.broken();
    scene.judge().expect(
        new Span(Span.Kind.NOW, 0),
        Claim.is("limits broken so far (R-LEASE-5):", List.of(), () -> broken));
  }

  @Then("nothing else changed")
  public void nothingElseChanged() {
    List<Claim> same = scene.unmentionedOffers().entrySet().stream()
        .map(before -> Claims.mayDraw(scene, before.getKey(), before.getValue()))
        .toList();
    scene.judge().expect(new Span(Span.Kind.NOW, 0), Claim.all(same));
  }
}
