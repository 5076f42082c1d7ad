package io.parkbench.scenarios.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.parkbench.scenarios.runner.ScenarioKey;

/** Begin and end of every scenario: no scenario passes that broke a limit (R-ALLOC-1), whatever it is about. */
public final class Hooks {
  private final Scene scene;
  private final TimeSteps limits;

  public Hooks(Scene scene, TimeSteps limits) {
    this.scene = scene;
    this.limits = limits;
  }

  /** What the tag {@code @api} marks is not judged where the gateway has no REST API. */
  @Before
  public void begin(Scenario scenario) {
    scene.begins(new ScenarioKey(scenario.getUri(), scenario.getLine()));
    if (scenario.getSourceTagNames().contains("@api")) {
      scene.needsApi();
    }
  }

  @After
  public void end() {
    try {
      if (scene.isLive() && scene.isJudged()) {
        limits.noLimitWasEverBroken();
        RealDevices real = scene.real();
        if (real != null) {
          real.judged();
        }
      }
    } finally {
      scene.ends();
    }
  }
}
