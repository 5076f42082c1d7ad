package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.parkbench.plant.car.CarModel;
import io.parkbench.scenarios.steps.Types.Arriving;
import io.parkbench.scenarios.steps.Types.KilowattHours;
import java.util.List;

/** Cars that come, charge and leave. */
public final class CarSteps {
  private static final long ALL_DAY = Quantity.micros("24 h");
  private static final long EACH = Quantity.micros("1 s");

  private final Scene scene;

  public CarSteps(Scene scene) {
    this.scene = scene;
  }

  @When("a {car} plugs in at {connector}")
  public void plugsIn(CarModel car, Place place) {
    scene.plugIn(place, car, null, null);
  }

  @When("a {car} plugs in at {connector} wanting {energy}")
  public void plugsInWanting(CarModel car, Place place, KilowattHours energy) {
    scene.plugIn(place, car, energy.value() * 1_000, null);
  }

  @When("a {car} plugs in at {connector} with card {string}")
  public void plugsInWithCard(CarModel car, Place place, String card) {
    scene.plugIn(place, car, null, card);
  }

  /** One after another, each when the time of its column {@code after} has passed since the one before. */
  @Given("cars plug in")
  public void plugIn(List<Arriving> cars) {
    for (Arriving arriving : cars) {
      scene.bench().time().runUntil(scene.bench().time().now() + arriving.after());
      scene.plugIn(arriving.at(), arriving.car(), arriving.wantsWh(), arriving.card());
    }
    cars.forEach(arriving -> scene.mention(arriving.at()));
  }

  /** At every connector of the site, one each second. */
  @When("all bays are taken by {car}")
  public void takeAll(CarModel car) {
    scene.bench().plant().model().bays().forEach(bay -> {
      scene.bench().time().runUntil(scene.bench().time().now() + EACH);
      scene.plugIn(new Place(bay.station().id(), bay.connector().number()), car, null, null);
    });
  }

  @When("the car at {connector} leaves")
  public void leaves(Place place) {
    scene.leave(place);
  }

  @When("the car at {connector} has received {energy}")
  public void hasReceived(Place place, KilowattHours energy) {
    scene.judge().expect(new Span(Span.Kind.WITHIN, ALL_DAY), Claims.hasGivenAtLeast(scene, place, energy.value()));
    scene.changing();
  }
}
