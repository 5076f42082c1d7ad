package io.parkbench.reports;

import java.util.List;

/** What the scenarios of a run came to, in the order in which they ran: {@code verdicts.json}. */
public record Verdicts(List<ScenarioVerdict> scenarios) {
  public Verdicts {
    scenarios = Sorted.copy(scenarios);
  }

  /** How many scenarios ended so. */
  public int count(Status status) {
    return (int) scenarios.stream().filter(scenario -> scenario.status() == status).count();
  }
}
