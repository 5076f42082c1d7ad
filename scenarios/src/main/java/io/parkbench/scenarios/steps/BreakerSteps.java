package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.plant.breaker.Trip;
import io.parkbench.plant.world.Protection;
import io.parkbench.scenarios.steps.Types.Length;
import java.util.List;

/** Breakers, which all that flows warms. */
public final class BreakerSteps {
  private final Scene scene;

  public BreakerSteps(Scene scene) {
    this.scene = scene;
  }

  @When("the breaker of {word} is closed")
  public void close(String zone) {
    scene.changing();
    protection().close(zone);
  }

  /** Says at once that it is meant to, so that the run does not fail by it. */
  @Then("{span} the breaker of {word} has tripped")
  public void hasTripped(Span span, String zone) {
    scene.expectTrip(zone);
    scene.judge().expect(
        span, Claim.is("the breaker of " + zone + " has tripped:", true, () -> protection().breakers().tripped(zone)));
  }

  /** In the words of the verdict: which device, when, and the current. */
  @Then("{span} the trip of {word} is told of as {string}")
  public void isToldAs(Span span, String zone, String words) {
    scene.judge().expect(span, new Claim(
        "the trip of " + zone + " is told of as: …" + words + "…",
        () -> trips(zone).stream().anyMatch(trip -> trip.contains(words)), () -> "it is told of as " + trips(zone)));
  }

  private List<String> trips(String zone) {
    return protection().breakers().trips().stream().filter(trip -> trip.zone().equals(zone)).map(Trip::toString).toList();
  }

  @Then("{span} the breaker of {word} would have tripped without cars")
  public void wouldHaveTripped(Span span, String zone) {
    scene.judge().expect(span, Claim.is(
        "without cars the breaker of " + zone + " would have tripped:", true, () -> protection().withoutCars().tripped(zone)));
  }

  @Then("{span} the breaker of {word} trips in {duration} or more, if at all")
  public void tripsIn(Span span, String zone, Length least) {
    int index = scene.bench().plant().model().zoneIndex(zone);
    scene.judge().expect(span, Claim.atLeast(
        "seconds until the breaker of " + zone + " trips:", least.micros() / 1e6, "s",
        () -> protection().breakers().secondsToTrip(index)));
  }

  @Then("no breaker has tripped")
  public void noneHasTripped() {
    scene.judge().expect(
        new Span(Span.Kind.NOW, 0), Claim.is("breakers that tripped:", 0, () -> protection().breakers().trips().size()));
  }

  private Protection protection() {
    return scene.bench().plant().protection();
  }
}
