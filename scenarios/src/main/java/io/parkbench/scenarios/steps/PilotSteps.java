package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.pilot.Cable;
import io.parkbench.plant.pilot.PilotReading;
import io.parkbench.plant.pilot.PilotState;
import io.parkbench.scenarios.steps.Types.Amps;
import java.util.Locale;

/** What lies between a station and a car (R-PLANT-7). */
public final class PilotSteps {
  private static final double PERCENT = 100;
  /** A pulse width is told to a tenth of a percent. */
  private static final double ROUNDING = 0.05;

  private final Scene scene;

  public PilotSteps(Scene scene) {
    this.scene = scene;
  }

  @Given("the station {station} supervises its pilots")
  public void supervises(String station) {
    scene.prepare(() -> scene.station(station).supervisePilots());
  }

  @When("a {car} plugs in at {connector} with a cable for {int} A")
  public void plugsInWithCable(CarModel car, Place place, int amps) {
    scene.plugIn(place, car, Cable.ofAmps(amps));
  }

  @When("the car at {connector} is dialled to {current}")
  public void dialled(Place place, Amps amps) {
    scene.changing();
    scene.mention(place);
    scene.station(place.station()).dial(place.connector(), amps.value());
  }

  @Then("{span} the pilot of {connector} is in state {word}")
  public void isInState(Span span, Place place, String state) {
    scene.judge().expect(span, Claim.is(
        "the pilot of " + place + " is in state", PilotState.valueOf(state.toUpperCase(Locale.ROOT)),
        () -> reading(place).state()));
  }

  @Then("{span} the pilot of {connector} says {double} %")
  public void says(Span span, Place place, double percent) {
    scene.judge().expect(span, Claim.about(
        "the pilot of " + place + " says", percent, ROUNDING, "%", () -> PERCENT * reading(place).duty()));
  }

  @Then("{span} the pilot of {connector} says nothing")
  public void saysNothing(Span span, Place place) {
    says(span, place, PERCENT);
  }

  private PilotReading reading(Place place) {
    ChargePoint station = scene.station(place.station());
    return station.pilot(place.connector());
  }
}
