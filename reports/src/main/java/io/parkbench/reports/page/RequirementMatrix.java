package io.parkbench.reports.page;

import io.parkbench.reports.Requirements;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Requirement id → scenarios → verdict, by family, with the known ids that nothing in the run proves.
 *
 * @param families those with a failure first, then those with a proof, then in their own order
 * @param proved ids with a scenario that passed and none that failed
 * @param failed ids with a scenario that failed
 * @param skipped ids whose scenarios were all skipped
 * @param open ids that no scenario of the run is about
 * @param finding what that says of a gateway under test; null where it is the built-in one
 */
record RequirementMatrix(List<Family> families, int proved, int failed, int skipped, int open, @Nullable String finding) {

  /** How many ids have a scenario in the run. */
  int underTest() {
    return proved + failed + skipped;
  }

  /** The families of which anything is under test. */
  List<Family> tried() {
    return families.stream().filter(Family::isTried).toList();
  }

  List<Family> untried() {
    return families.stream().filter(family -> !family.isTried()).toList();
  }

  boolean hasUntried() {
    return !untried().isEmpty();
  }

  /** The requirements of one family; {@code key} is an anchor. */
  record Family(String id, List<Row> rows, int proved, int failed, int skipped, int open) {
    String key() {
      return "family-" + id;
    }

    /** The counts in words, without those that are nought. */
    String words() {
      List<String> words = new ArrayList<>();
      Map<String, Integer> counts = new LinkedHashMap<>();
      counts.put("failed", failed);
      counts.put("proved", proved);
      counts.put("skipped", skipped);
      counts.put("not covered", open);
      counts.forEach((word, count) -> {
        if (count > 0) {
          words.add(count + " " + word);
        }
      });
      return String.join(", ", words);
    }

    boolean isTried() {
      return proved + failed + skipped > 0;
    }

    boolean hasFailed() {
      return failed > 0;
    }

    boolean hasProved() {
      return proved > 0;
    }

    boolean hasRest() {
      return skipped + open > 0;
    }

    int rest() {
      return skipped + open;
    }
  }

  /** One requirement; {@code outcome} is failed, proved, skipped or {@code not covered}; {@code more} is folded. */
  record Row(String id, String title, String outcome, List<Link> scenarios, List<Link> more) {
    private static final int SHOWN = 3;

    static Row of(String id, String title, List<Link> all) {
      List<Link> sorted = all.stream().sorted(Comparator.comparing(link -> !link.outcome().equals("failed"))).toList();
      int shown = sorted.size() <= SHOWN + 1 ? sorted.size() : SHOWN;
      return new Row(id, title, RequirementMatrix.outcome(all.stream().map(Link::outcome).toList()), sorted.subList(0, shown),
          sorted.subList(shown, sorted.size()));
    }

    /** The class of its badge and of its row. */
    String mood() {
      return outcome.equals("not covered") ? "open" : outcome;
    }

    boolean hasMore() {
      return !more.isEmpty();
    }

    int moreCount() {
      return more.size();
    }
  }

  /** A scenario to go to. */
  record Link(String key, String name, String outcome) {}

  static RequirementMatrix of(List<ScenarioView> scenarios, Requirements known, @Nullable String finding) {
    Map<String, List<Link>> byId = new TreeMap<>(Requirements.ORDER);
    known.ids().forEach(id -> byId.put(id, new ArrayList<>()));
    for (ScenarioView scenario : scenarios) {
      for (String id : scenario.requirements()) {
        byId.computeIfAbsent(id, absent -> new ArrayList<>())
            .add(new Link(scenario.key(), scenario.name(), scenario.outcome()));
      }
    }
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    byId.forEach((id, links) -> rows.computeIfAbsent(id.substring(0, id.lastIndexOf('-')), family -> new ArrayList<>())
        .add(Row.of(id, known.title(id), links)));
    List<Family> families = rows.entrySet().stream()
        .map(entry -> new Family(entry.getKey(),
            entry.getValue().stream().sorted(Comparator.comparing(row -> !row.outcome().equals("failed"))).toList(),
            count(entry.getValue(), "proved"), count(entry.getValue(), "failed"), count(entry.getValue(), "skipped"),
            count(entry.getValue(), "not covered")))
        .sorted(Comparator.comparing((Family family) -> family.failed() == 0).thenComparing(family -> family.proved() == 0))
        .toList();
    return new RequirementMatrix(families, families.stream().mapToInt(Family::proved).sum(),
        families.stream().mapToInt(Family::failed).sum(), families.stream().mapToInt(Family::skipped).sum(),
        families.stream().mapToInt(Family::open).sum(), finding);
  }

  /** What the scenarios of a run say of each requirement that they are about. */
  static Map<String, String> outcomes(Verdicts verdicts) {
    Map<String, List<String>> byId = new TreeMap<>(Requirements.ORDER);
    for (ScenarioVerdict verdict : verdicts.scenarios()) {
      verdict.requirements()
          .forEach(id -> byId.computeIfAbsent(id, absent -> new ArrayList<>()).add(verdict.status().word()));
    }
    Map<String, String> outcomes = new LinkedHashMap<>();
    byId.forEach((id, words) -> outcomes.put(id, outcome(words)));
    return outcomes;
  }

  private static String outcome(List<String> scenarios) {
    return scenarios.isEmpty() ? "not covered" : scenarios.contains("failed") ? "failed"
        : scenarios.contains("passed") ? "proved" : "skipped";
  }

  private static int count(List<Row> rows, String outcome) {
    return (int) rows.stream().filter(row -> row.outcome().equals(outcome)).count();
  }
}
