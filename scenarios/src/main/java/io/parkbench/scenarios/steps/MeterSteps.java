package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.gateway.meter.Distrust;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.KilowattHours;
import io.parkbench.scenarios.steps.Types.Kilowatts;
import io.parkbench.scenarios.steps.Types.SupplyPhase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Power meters: how they are made and what is wrong with them, and what the gateway reads and makes of it (R-DYN-2…6). */
public final class MeterSteps {
  private static final double NEAR_A = 0.15;
  private static final double NEAR_KW = 0.1;
  private static final double NEAR_KWH = 0.02;

  private final Scene scene;

  public MeterSteps(Scene scene) {
    this.scene = scene;
  }

  /** Rows with the keys of a site file's meters; {@code plant} is the meter's entry in {@code plant.meters}. */
  @Given("the meters")
  public void meters(List<Map<String, String>> rows) {
    rows.forEach(scene.site()::meter);
  }

  /** As a meter model is exported, JSON (R-DYN-4). */
  @Given("the meter model")
  public void model(String json) {
    scene.site().meterModel(json);
  }

  /** From before the stations are switched on, if nothing has happened yet; else from now on. */
  @Given("the meter {word} has the trap {string}")
  public void hasTrap(String meter, String trap) {
    MeterTrap named = MeterTrap.named(trap);
    scene.prepare(() -> scene.looksIntoMeter(meter));
    scene.prepare(() -> scene.bench().plant().meters().meter(meter).trap(named, true));
  }

  @When("the trap {string} of the meter {word} ends")
  public void trapEnds(String trap, String meter) {
    scene.changing();
    scene.looksIntoMeter(meter);
    scene.bench().plant().meters().meter(meter).trap(MeterTrap.named(trap), false);
  }

  /** On every phase. */
  @Then("{span} the meter {word} reads {current}")
  public void reads(Span span, String meter, Amps amps) {
    scene.judge().expect(span,
        Claim.all(IntStream.rangeClosed(1, 3).mapToObj(phase -> reads(meter, phase, amps.value())).toList()));
  }

  @Then("{span} the meter {word} reads {current} on {phase}")
  public void reads(Span span, String meter, Amps amps, SupplyPhase phase) {
    scene.judge().expect(span, reads(meter, phase.number(), amps.value()));
  }

  /** Where the power tells that it is exported. */
  @Then("{span} the meter {word} reads an export of {current} on {phase}")
  public void readsExport(Span span, String meter, Amps amps, SupplyPhase phase) {
    scene.judge().expect(span, reads(meter, phase.number(), -amps.value()));
  }

  private Claim reads(String meter, int phase, double amps) {
    return Claim.about(
        "the meter " + meter + " reads on phase " + phase, amps, NEAR_A, "A", () -> view(meter).amps().get(phase - 1));
  }

  /** Over all phases. */
  @Then("{span} the meter {word} reads {power}")
  public void reads(Span span, String meter, Kilowatts power) {
    scene.judge().expect(span, Claim.about("the meter " + meter + " reads", power.value(), NEAR_KW, "kW", () -> {
      Double watts = view(meter).watts();
      return watts == null ? Double.NaN : watts / 1_000;
    }));
  }

  @Then("{span} the meter {word} has counted {energy}")
  public void hasCounted(Span span, String meter, KilowattHours energy) {
    scene.judge().expect(span, Claim.about("the meter " + meter + " has counted", energy.value(), NEAR_KWH, "kWh", () -> {
      Long wattHours = view(meter).energyWh();
      return wattHours == null ? Double.NaN : wattHours / 1_000.0;
    }));
  }

  /** Its readings may steer (R-DYN-6). */
  @Then("{span} the gateway trusts the meter {word}")
  public void trusts(Span span, String meter) {
    scene.judge().expect(span, Claim.is("the gateway trusts the meter " + meter + ":", true, () -> view(meter).trusted()));
  }

  @Then("{span} the gateway does not trust the meter {word}")
  public void doesNotTrust(Span span, String meter) {
    scene.judge().expect(span, Claim.is("the gateway trusts the meter " + meter + ":", false, () -> view(meter).trusted()));
  }

  /** By the word of the recording, like {@code subnormal}. */
  @Then("{span} the gateway distrusts the meter {word} by {string}")
  public void distrusts(Span span, String meter, String why) {
    scene.judge().expect(span, Claim.is("the gateway distrusts the meter " + meter + " by", why, () -> {
      Distrust distrust = view(meter).why();
      return view(meter).trusted() || distrust == null ? "nothing: it trusts it" : distrust.word();
    }));
  }

  /** One of {@code connected}, {@code not-connected}, {@code not-established} (R-DYN-5). */
  @Then("{span} the gateway sees the meter {word} as {word}")
  public void sees(Span span, String meter, String state) {
    scene.judge().expect(
        span, Claim.is("the gateway sees the meter " + meter + " as", state, () -> view(meter).state().word()));
  }

  private GatewayView.Meter view(String meter) {
    return scene.view().meter(meter);
  }
}
