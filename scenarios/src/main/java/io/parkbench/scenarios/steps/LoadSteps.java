package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.load.LoadAmps;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.SupplyPhase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What flows besides charging (R-PLANT-1), and with it. */
public final class LoadSteps {
  private static final double NEAR_A = 0.15;

  /** The load that a scenario sets, beside those of the site. */
  private static final String LOAD = "scenario";

  private final Scene scene;

  public LoadSteps(Scene scene) {
    this.scene = scene;
  }

  /** Rows with the keys of a site file's {@code plant.loads}. */
  @Given("the loads")
  public void loads(List<Map<String, String>> rows) {
    rows.forEach(scene.site()::load);
  }

  @When("the other loads of {word} become {current}")
  public void become(String zone, Amps amps) {
    set(zone, LoadAmps.all(amps.value()));
  }

  /** On supply phases 1, 2 and 3. */
  @When("the other loads of {word} become {current}, {current} and {current}")
  public void become(String zone, Amps l1, Amps l2, Amps l3) {
    set(zone, new LoadAmps(l1.value(), l2.value(), l3.value()));
  }

  /** More is produced than the other loads take, on every phase. */
  @When("the other loads of {word} begin to feed in {current}")
  public void feedIn(String zone, Amps amps) {
    set(zone, LoadAmps.all(-amps.value()));
  }

  private void set(String zone, LoadAmps amps) {
    scene.changing();
    scene.bench().plant().loads().set(zone, LOAD, amps);
  }

  /** On every phase; those of the site, those that the scenario set, and those of the zones below. */
  @Then("{span} the other loads of {word} draw {current}")
  public void draw(Span span, String zone, Amps amps) {
    scene.judge().expect(span, Claim.all(IntStream.rangeClosed(1, 3).mapToObj(phase -> draws(zone, phase, amps.value())).toList()));
  }

  @Then("{span} the other loads of {word} draw {current} on {phase}")
  public void draw(Span span, String zone, Amps amps, SupplyPhase phase) {
    scene.judge().expect(span, draws(zone, phase.number(), amps.value()));
  }

  @Then("{span} the other loads of {word} draw at least {current} on {phase}")
  public void drawAtLeast(Span span, String zone, Amps amps, SupplyPhase phase) {
    int index = Claims.zoneIndex(scene, zone);
    scene.judge().expect(span, Claim.atLeast(
        "the other loads of " + zone + " draw on phase " + phase.number(), amps.value(), "A",
        () -> grid().otherAmps(index, phase.number())));
  }

  @Then("{span} the other loads of {word} feed in at least {current}")
  public void feedInAtLeast(Span span, String zone, Amps amps) {
    int index = Claims.zoneIndex(scene, zone);
    scene.judge().expect(span, Claim.atLeast(
        "the other loads of " + zone + " feed in on phase 1", amps.value(), "A", () -> -grid().otherAmps(index, 1)));
  }

  private Claim draws(String zone, int phase, double amps) {
    int index = Claims.zoneIndex(scene, zone);
    return Claim.about(
        "the other loads of " + zone + " draw on phase " + phase, amps, NEAR_A, "A", () -> grid().otherAmps(index, phase));
  }

  /** Charging and the other loads together. */
  @Then("{span} {phase} of {word} carries {current} in all")
  public void carriesInAll(Span span, SupplyPhase phase, String zone, Amps amps) {
    int index = Claims.zoneIndex(scene, zone);
    scene.judge().expect(span, Claim.about(
        "phase " + phase.number() + " of " + zone + " carries in all", amps.value(), NEAR_A, "A",
        () -> grid().totalAmps(index, phase.number())));
  }

  /** Charging and the other loads together. */
  @Then("{span} every phase of {word} carries at most {current} in all")
  public void carriesAtMostInAll(Span span, String zone, Amps amps) {
    scene.judge().expect(span, Claim.atMost(
        "the highest phase of " + zone + " carries in all", amps.value(), "A",
        () -> IntStream.rangeClosed(1, 3).mapToDouble(phase -> grid().totalAmps(Claims.zoneIndex(scene, zone), phase)).max()
            .orElse(0)));
  }

  /** What the most loaded phase carries more than the least loaded one. */
  @Then("{span} the phases of {word} differ by {current}")
  public void differBy(Span span, String zone, Amps amps) {
    int index = Claims.zoneIndex(scene, zone);
    scene.judge().expect(span, Claim.about(
        "the phases of " + zone + " differ by", amps.value(), NEAR_A, "A", () -> grid().unbalanceAmps(index)));
  }

  private Grid grid() {
    return scene.bench().plant().grid();
  }
}
