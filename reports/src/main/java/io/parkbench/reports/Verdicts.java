package io.parkbench.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scenarios of a run came to, in the order in which they stand: {@code verdicts.json}.
 *
 * @param finding what that says of a gateway under test ({@link LoadManagement#text}); null for the built-in one
 */
public record Verdicts(
    List<ScenarioVerdict> scenarios, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String finding) {
  public Verdicts {
    scenarios = Sorted.copy(scenarios);
  }

  /** Of the built-in gateway. */
  public Verdicts(List<ScenarioVerdict> scenarios) {
    this(scenarios, null);
  }

  /** With what they say of a gateway under test. */
  public Verdicts found() {
    return new Verdicts(scenarios, LoadManagement.of(scenarios).text());
  }

  /** How many scenarios ended so. */
  public int count(Status status) {
    return (int) scenarios.stream().filter(scenario -> scenario.status() == status).count();
  }
}
