package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.scenarios.steps.Types.Length;
import java.util.List;

/** The passing of time, and what has to be so over all of it. */
public final class TimeSteps {
  private final Scene scene;

  public TimeSteps(Scene scene) {
    this.scene = scene;
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
