package io.parkbench.scenarios.runner;

import io.parkbench.plant.grid.Overload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of scenarios that is measured and not judged: claims only let their time pass. */
public final class Trial {
  private final @Nullable Trial ahead;
  private final Map<ScenarioKey, Pace> paces = new LinkedHashMap<>();
  private final Map<String, Measured> measured = new LinkedHashMap<>();

  /**
   * What truly flowed in a scenario.
   *
   * @param kwh delivered
   */
  public record Measured(List<Overload> overloads, double kwh) {}

  /**
   * @param ahead the trial whose pace this one keeps; null for the first
   */
  Trial(@Nullable Trial ahead) {
    this.ahead = ahead;
  }

  /** When the scenario's waits end. */
  public Pace pace(ScenarioKey scenario) {
    Pace first = ahead == null ? null : ahead.paces.get(scenario);
    Pace pace = first == null ? new Pace() : first.follower();
    paces.put(scenario, pace);
    return pace;
  }

  /** The scenario is over. */
  public void measured(ScenarioKey scenario, Measured what) {
    measured.put(scenario.id(), what);
  }

  /** What flowed in the scenario of that id; null if it had no bench, or somebody was excused. */
  @Nullable
  Measured of(String scenario) {
    return measured.get(scenario);
  }
}
