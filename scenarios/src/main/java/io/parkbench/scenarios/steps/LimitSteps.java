package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.Length;
import io.parkbench.scenarios.steps.Types.SupplyPhase;
import java.util.stream.IntStream;

/** The limits that the gateway sets for charging in a zone, and how they and its setpoints move (R-DYN-1, 6, 7, R-ALLOC-7). */
public final class LimitSteps {
  private static final Span NOW = new Span(Span.Kind.NOW, 0);
  private static final double NEAR_A = 0.05 + 1e-9;

  private final Scene scene;

  public LimitSteps(Scene scene) {
    this.scene = scene;
  }

  /** On every phase. */
  @Then("{span} the limit of {word} is {current}")
  public void is(Span span, String zone, Amps amps) {
    scene.judge().expect(span, Claim.all(IntStream.rangeClosed(1, 3).mapToObj(phase -> is(zone, phase, amps.value())).toList()));
  }

  @Then("{span} the limit of {word} is {current} on {phase}")
  public void is(Span span, String zone, Amps amps, SupplyPhase phase) {
    scene.judge().expect(span, is(zone, phase.number(), amps.value()));
  }

  private Claim is(String zone, int phase, double amps) {
    return Claim.about("the limit of " + zone + " on phase " + phase + " is", amps, NEAR_A, "A", () -> limit(zone, phase));
  }

  /** On every phase. */
  @Then("{span} the limit of {word} is at most {current}")
  public void atMost(Span span, String zone, Amps amps) {
    scene.judge().expect(span, Claim.all(IntStream.rangeClosed(1, 3)
        .mapToObj(phase -> Claim.atMost("the limit of " + zone + " on phase " + phase + " is", amps.value(), "A",
            () -> limit(zone, phase)))
        .toList()));
  }

  /** On every phase. */
  @Then("{span} the limit of {word} is at least {current}")
  public void atLeast(Span span, String zone, Amps amps) {
    scene.judge().expect(span, Claim.all(IntStream.rangeClosed(1, 3)
        .mapToObj(phase -> Claim.atLeast("the limit of " + zone + " on phase " + phase + " is", amps.value(), "A",
            () -> limit(zone, phase)))
        .toList()));
  }

  private double limit(String zone, int phase) {
    return scene.view().zone(zone).limits().limitDa().da(phase) / 10.0;
  }

  /** Where the building takes the room of lost stations, for at most B and the rest of their leases (R-LEASE-6). */
  @Given("what lost stations hold of {word} may be in excess until their leases end")
  public void untilLeasesEnd(String zone) {
    scene.awaitLeases(zone);
  }

  /** One of {@code maximum}, {@code meter}, {@code degraded}. */
  @Then("{span} {word} is limited by {string}")
  public void isLimitedBy(Span span, String zone, String what) {
    scene.judge().expect(span, Claim.is(zone + " is limited by", what, () -> scene.view().zone(zone).limits().by()));
  }

  /** On no phase has it been raised since the last change. */
  @Then("{span} the limit of {word} does not rise")
  public void doesNotRise(Span span, String zone) {
    scene.judge().expect(span, steady(scene.history().limit(zone), "the limit of " + zone));
  }

  /** Nobody has been told more than before since the last change. */
  @Then("{span} no setpoint rises")
  public void noSetpointRises(Span span) {
    scene.judge().expect(span, Claim.all(scene.history().setpoints().entrySet().stream()
        .map(setpoint -> steady(setpoint.getValue(), "the setpoint of " + setpoint.getKey())).toList()));
  }

  private Claim steady(Course course, String what) {
    long since = scene.changedAt();
    return new Claim(what + " does not rise", () -> course.risenSince(since) == null,
        () -> what + " rose " + course.risenSince(since));
  }

  /** A turn is a change of direction, of at least the dead band that the site sets (R-ALLOC-7, 8). */
  @Then("the limit of {word} turned at most {int} times in the last {duration}")
  public void limitTurned(String zone, int most, Length length) {
    turned("the limit of " + zone, scene.history().limit(zone), most, length);
  }

  @Then("the setpoint of {connector} turned at most {int} times in the last {duration}")
  public void setpointTurned(Place place, int most, Length length) {
    turned("the setpoint of " + place, scene.history().setpoint(place), most, length);
  }

  @Then("the setpoint of {connector} changed at most {int} times in the last {duration}")
  public void setpointChanged(Place place, int most, Length length) {
    Course course = scene.history().setpoint(place);
    long since = scene.bench().time().now() - length.micros();
    scene.judge().expect(NOW, new Claim(
        "the setpoint of " + place + " changed at most " + most + " times",
        () -> course.changesSince(since) <= most, () -> "it was " + course.since(since)));
  }

  private void turned(String what, Course course, int most, Length length) {
    long since = scene.bench().time().now() - length.micros();
    double band = Math.max(scene.bench().plan().site().settings().deadBandDa(), 1) / 10.0;
    scene.judge().expect(NOW, new Claim(
        what + " turned at most " + most + " times", () -> course.turnsSince(since, band) <= most,
        () -> what + " turned " + course.turnsSince(since, band) + " times: it was " + course.since(since)));
  }
}
