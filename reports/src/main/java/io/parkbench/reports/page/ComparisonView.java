package io.parkbench.reports.page;

import io.parkbench.reports.Comparison;
import io.parkbench.reports.Comparison.Overload;
import io.parkbench.reports.Comparison.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Policies side by side as the template needs them.
 *
 * @param count of the scenarios, in words
 * @param rows a limit of a scenario that was exceeded by any policy
 */
record ComparisonView(String count, List<String> policies, List<PolicyRow> totals, List<Row> rows) {
  private static final Map<String, String> ABOUT = Map.of(
      "leases", "everything it could still be drawing",
      "subtract-degraded", "its degraded setpoint, at once",
      "subtract-nothing", "nothing; it falls back by itself",
      "none", "nothing; setpoints have no end");

  /** A policy over all scenarios. */
  record PolicyRow(String policy, String about, String excess, String inBreaches, boolean breached, String scenarios,
      String longest,
      String kwh) {}

  /** A limit of a scenario, {@code first} where the scenario is named; a cell for each policy. */
  record Row(String scenario, String where, String limit, boolean first, List<Cell> cells) {}

  /** What flowed above a limit: in breaches, and for less than a breach takes; null where nothing did. */
  record Cell(@Nullable String inBreaches, @Nullable String within) {}

  boolean hasRows() {
    return !rows.isEmpty();
  }

  static ComparisonView of(Comparison comparison) {
    int all = comparison.scenarios().size();
    List<PolicyRow> totals = comparison.totals().stream()
        .map(total -> new PolicyRow(
            total.policy(), ABOUT.getOrDefault(total.policy(), ""), amount(total.excessAs()), amount(total.inBreachesAs()),
            total.breached() > 0, total.breached() + " / " + all, Words.duration(total.longestS()), Words.kwh(total.kwh())))
        .toList();
    List<Row> rows = new ArrayList<>();
    comparison.scenarios().forEach(scenario -> rows(scenario, rows));
    return new ComparisonView(Words.count(all, "scenario"), comparison.policies(), totals, rows);
  }

  private static void rows(Scenario scenario, List<Row> rows) {
    Map<String, List<Cell>> limits = new TreeMap<>();
    int policies = scenario.outcomes().size();
    for (int policy = 0; policy < policies; policy++) {
      for (Overload over : scenario.outcomes().get(policy).overloads()) {
        limits.computeIfAbsent(key(over), key -> nothing(policies)).set(policy, cell(over));
      }
    }
    boolean first = true;
    for (Map.Entry<String, List<Cell>> limit : alike(limits).entrySet()) {
      String label = limit.getKey().contains(", L") ? limit.getKey() + " each" : limit.getKey();
      if (limit.getValue().stream().anyMatch(cell -> cell.inBreaches() != null || cell.within() != null)) {
        rows.add(new Row(scenario.name(), scenario.file() + ":" + scenario.line(), label, first, limit.getValue()));
        first = false;
      }
    }
  }

  /** Phases of a zone that went alike share a row. */
  private static Map<String, List<Cell>> alike(Map<String, List<Cell>> limits) {
    Map<String, List<Cell>> merged = new LinkedHashMap<>();
    limits.forEach((limit, cells) -> {
      String zone = limit.substring(0, limit.lastIndexOf(' ') + 1);
      String same = merged.entrySet().stream()
          .filter(entry -> entry.getKey().startsWith(zone + "L") && entry.getValue().equals(cells) && limit.startsWith(zone + "L"))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(null);
      if (same != null) {
        merged.remove(same);
        merged.put(same + ", " + limit.substring(zone.length()), cells);
      } else {
        merged.put(limit, cells);
      }
    });
    return merged;
  }

  private static String key(Overload over) {
    return over.zone() + (over.phase() == 0 ? " power, kWs" : " L" + over.phase());
  }

  private static List<Cell> nothing(int count) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new Cell(null, null));
    }
    return cells;
  }

  private static Cell cell(Overload over) {
    double within = over.excess() - over.inBreaches();
    return new Cell(over.inBreaches() > 0 ? amount(over.inBreaches()) : null, within >= 0.5 ? amount(within) : null);
  }

  private static String amount(double ampereSeconds) {
    return Words.count(Math.round(ampereSeconds));
  }
}
