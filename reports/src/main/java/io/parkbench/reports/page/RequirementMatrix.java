package io.parkbench.reports.page;

import io.parkbench.reports.Requirements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requirement id → scenarios → verdict, with the known ids that nothing in the run proves listed apart.
 *
 * @param rows the ids under test: failed ones first, then by id
 * @param proved ids with a scenario that passed and none that failed
 * @param failed ids with a scenario that failed
 */
record RequirementMatrix(List<Row> rows, List<Open> open, int proved, int failed) {

  boolean hasRows() {
    return !rows.isEmpty();
  }

  boolean hasOpen() {
    return !open.isEmpty();
  }

  int openCount() {
    return open.size();
  }

  /** One requirement; {@code outcome} is proved, failed or open (all its scenarios were skipped). */
  record Row(String id, String title, String outcome, List<Link> scenarios) {}

  /** A scenario to go to. */
  record Link(String key, String name, String outcome) {}

  /** A requirement that no scenario of the run is about. */
  record Open(String id, String title) {}

  static RequirementMatrix of(List<ScenarioView> scenarios, Requirements known) {
    Map<String, List<Link>> byId = new TreeMap<>(Requirements.ORDER);
    for (ScenarioView scenario : scenarios) {
      for (String id : scenario.requirements()) {
        byId.computeIfAbsent(id, absent -> new ArrayList<>())
            .add(new Link(scenario.key(), scenario.name(), scenario.outcome()));
      }
    }
    List<Row> rows = byId.entrySet().stream()
        .map(entry -> new Row(entry.getKey(), known.title(entry.getKey()), outcome(entry.getValue()), entry.getValue()))
        .sorted(Comparator.comparing(row -> !row.outcome().equals("failed"))).toList();
    List<Open> open = known.ids().stream().filter(id -> !byId.containsKey(id)).map(id -> new Open(id, known.title(id)))
        .toList();
    return new RequirementMatrix(rows, open, count(rows, "proved"), count(rows, "failed"));
  }

  private static String outcome(List<Link> scenarios) {
    if (scenarios.stream().anyMatch(scenario -> scenario.outcome().equals("failed"))) {
      return "failed";
    }
    return scenarios.stream().anyMatch(scenario -> scenario.outcome().equals("passed")) ? "proved" : "open";
  }

  private static int count(List<Row> rows, String outcome) {
    return (int) rows.stream().filter(row -> row.outcome().equals(outcome)).count();
  }
}
