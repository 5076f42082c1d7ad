package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.Kilowatts;
import io.parkbench.scenarios.steps.Types.SupplyPhase;
import java.util.stream.IntStream;

/** What truly flows in the zones, and their maxima. */
public final class ZoneSteps {
  private static final double NEAR_A = 0.15;
  private static final double NEAR_KW = 0.1;

  private final Scene scene;
  private final OutsideEyes eyes;

  public ZoneSteps(Scene scene, OutsideEyes eyes) {
    this.scene = scene;
    this.eyes = eyes;
  }

  @Then("{span} {phase} of {word} carries {current}")
  public void carries(Span span, SupplyPhase phase, String zone, Amps amps) {
    String what = "phase " + phase.number() + " of " + zone + " carries";
    scene.judge().expect(span, Claim.about(what, amps.value(), NEAR_A, "A", Claims.zoneAmps(scene, zone, phase.number())));
  }

  @Then("{span} every phase of {word} carries at most {current}")
  public void carriesAtMost(Span span, String zone, Amps amps) {
    String what = "the highest phase of " + zone + " carries";
    scene.judge().expect(span, Claim.atMost(what, amps.value(), "A", Claims.highestAmps(scene, zone)));
  }

  @Then("{span} every phase of {word} carries at least {current}")
  public void carriesAtLeast(Span span, String zone, Amps amps) {
    scene.judge().expect(span, Claim.all(
        IntStream.rangeClosed(1, 3)
            .mapToObj(phase -> Claim.atLeast(
                "phase " + phase + " of " + zone + " carries", amps.value(), "A", Claims.zoneAmps(scene, zone, phase)))
            .toList()));
  }

  @Then("{span} {word} takes {power}")
  public void takes(Span span, String zone, Kilowatts power) {
    scene.judge().expect(span, Claim.about(zone + " takes", power.value(), NEAR_KW, "kW", Claims.zoneKw(scene, zone)));
  }

  @Then("{span} {word} takes at most {power}")
  public void takesAtMost(Span span, String zone, Kilowatts power) {
    scene.judge().expect(span, Claim.atMost(zone + " takes", power.value(), "kW", Claims.zoneKw(scene, zone)));
  }

  @When("the maximum of {word} becomes {current}")
  public void maximumBecomes(String zone, Amps amps) {
    if (scene.isOutside()) {
      eyes.setMaximum(zone, amps.value());
    } else {
      scene.setMaximum(zone, amps.value(), null);
    }
  }

  @When("the maximum of {word} becomes {power}")
  public void maximumBecomes(String zone, Kilowatts power) {
    scene.setMaximum(zone, null, power.value());
  }
}
