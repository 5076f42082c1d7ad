package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.parkbench.gateway.limits.Source;
import io.parkbench.kernel.Micros;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.Kilowatts;
import io.parkbench.scenarios.steps.Types.Length;
import io.parkbench.scenarios.steps.Types.SupplyPhase;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The limits that the gateway sets for charging in a zone, and how they and its setpoints move (R-DYN-1, 6, 7, R-ALLOC-7). */
public final class LimitSteps {
  private static final Span NOW = new Span(Span.Kind.NOW, 0);
  private static final double NEAR_A = 0.05 + 1e-9;

  private final Scene scene;
  private final OutsideEyes eyes;

  public LimitSteps(Scene scene, OutsideEyes eyes) {
    this.scene = scene;
    this.eyes = eyes;
  }

  /** On every phase. */
  @Then("{span} the limit of {word} is {current}")
  public void is(Span span, String zone, Amps amps) {
    if (scene.isOutside()) {
      eyes.limit(span, zone, amps.value());
      return;
    }
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

  /** With all zones above it, on every phase. */
  @Then("{span} {word} may carry {current} with all above it")
  public void effective(Span span, String zone, Amps amps) {
    scene.judge().expect(span, Claim.all(IntStream.rangeClosed(1, 3)
        .mapToObj(phase -> Claim.about(zone + " may carry on phase " + phase, amps.value(), NEAR_A, "A",
            () -> scene.view().zone(zone).effectiveDa().da(phase) / 10.0))
        .toList()));
  }

  /** Over all phases, by a reduction in kW or a limit of its own. */
  @Then("{span} {word} may take {power} with all above it")
  public void effective(Span span, String zone, Kilowatts power) {
    scene.judge().expect(span, Claim.is(zone + " may take", (int) Math.round(power.value() * 1_000),
        () -> Objects.requireNonNullElse(scene.view().zone(zone).effectiveW(), -1)));
  }

  /** By the clocks of the site. */
  @Then("{span} the limit of {word} is known to change at {localTime}")
  public void changes(Span span, String zone, LocalDateTime local) {
    scene.judge().expect(span, Claim.is("the limit of " + zone + " changes at", local, () -> {
      long at = scene.view().zone(zone).changesAt();
      return at == Long.MAX_VALUE ? "no time that is known"
          : LocalDateTime.ofInstant(Micros.toInstant(at), scene.bench().plan().site().timeZone());
    }));
  }

  @Then("{span} the limit of {word} is not known to change")
  public void changesNot(Span span, String zone) {
    scene.judge().expect(span,
        Claim.is("the limit of " + zone + " changes at", Long.MAX_VALUE, () -> scene.view().zone(zone).changesAt()));
  }

  /** All that are as low as the limit, in the order of {@code Source}. */
  @Then("{span} {word} is as low by {string}")
  public void sources(Span span, String zone, String words) {
    scene.judge().expect(span, Claim.is(zone + " is as low by", words, () -> scene.view().zone(zone).limits().sources().stream()
        .map(Source::word).collect(Collectors.joining(", "))));
  }

  /** One of {@code maximum}, {@code meter}, {@code degraded}, {@code tariff}, {@code input}, {@code reduction}, and which of them. */
  @Then("{span} {word} is limited by {string} called {string}")
  public void isLimitedBy(Span span, String zone, String what, String name) {
    scene.judge().expect(span, Claim.is(zone + " is limited by", what + " " + name,
        () -> scene.view().zone(zone).limits().by() + " " + scene.view().zone(zone).limits().name()));
  }

  /** One of {@code maximum}, {@code meter}, {@code degraded}, {@code tariff}, {@code input}, {@code reduction}. */
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
