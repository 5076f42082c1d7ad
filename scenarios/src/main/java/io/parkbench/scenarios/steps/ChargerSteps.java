package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Then;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.KilowattHours;
import java.util.List;
import java.util.Map;

/** What the stations offer, and what is drawn from them. */
public final class ChargerSteps {
  private final Scene scene;

  public ChargerSteps(Scene scene) {
    this.scene = scene;
  }

  @Then("{span} {connector} may draw {current}")
  public void mayDraw(Span span, Place place, Amps amps) {
    scene.mention(place);
    scene.judge().expect(span, Claims.mayDraw(scene, place, amps.value()));
  }

  @Then("{span} {connector} may draw nothing")
  public void mayDrawNothing(Span span, Place place) {
    mayDraw(span, place, new Amps(0));
  }

  @Then("{span} the connectors may draw")
  public void mayDraw(Span span, Map<String, String> currents) {
    List<Claim> claims = currents.entrySet().stream()
        .map(row -> Claims.mayDraw(scene, Place.named(row.getKey()), Quantity.number(row.getValue())))
        .toList();
    currents.keySet().forEach(place -> scene.mention(Place.named(place)));
    scene.judge().expect(span, Claim.all(claims));
  }

  @Then("{span} {connector} draws {current}")
  public void draws(Span span, Place place, Amps amps) {
    scene.judge().expect(span, Claims.draws(scene, place, amps.value()));
  }

  @Then("{span} {connector} draws at most {current}")
  public void drawsAtMost(Span span, Place place, Amps amps) {
    scene.judge().expect(
        span, Claim.atMost(place + " draws", amps.value(), "A", () -> scene.drawn(place)));
  }

  @Then("{span} {connector} draws at least {current}")
  public void drawsAtLeast(Span span, Place place, Amps amps) {
    scene.judge().expect(
        span, Claim.atLeast(place + " draws", amps.value(), "A", () -> scene.drawn(place)));
  }

  @Then("{span} {connector} draws nothing")
  public void drawsNothing(Span span, Place place) {
    draws(span, place, new Amps(0));
  }

  @Then("{span} {int} of the sessions is/are suspended")
  public void suspended(Span span, int count) {
    scene.judge().expect(
        span, Claim.is("suspended sessions:", (long) count, () -> Claims.suspended(scene, scene.view().sessions())));
  }

  @Then("{span} {connector} has given {energy}")
  public void hasGiven(Span span, Place place, KilowattHours energy) {
    scene.judge().expect(span, Claim.about(
        place + " has given", energy.value(), 0.05, "kWh",
        () -> scene.station(place.station()).energyWh(place.connector()) / 1_000));
  }

  @Then("{span} {connector} has given at least {energy}")
  public void hasGivenAtLeast(Span span, Place place, KilowattHours energy) {
    scene.judge().expect(span, Claims.hasGivenAtLeast(scene, place, energy.value()));
  }

  @Then("{span} {station} is offline")
  public void isOffline(Span span, String station) {
    scene.judge().expect(span, Claim.is(station + " is online:", false, () -> scene.isOnline(station)));
  }

  @Then("{span} {station} is online")
  public void isOnline(Span span, String station) {
    scene.judge().expect(span, Claim.is(station + " is online:", true, () -> scene.isOnline(station)));
  }
}
