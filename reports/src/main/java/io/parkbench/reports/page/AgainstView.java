package io.parkbench.reports.page;

import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.Summary;
import io.parkbench.reports.Verdicts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The run beside another one: figures of both, and what is not as it was.
 *
 * @param other what a reader calls the other run
 * @param changes worse ones first
 */
record AgainstView(String other, String headline, List<Line> figures, List<Change> changes) {
  /** A figure of both. */
  record Line(String label, String was, String is) {}

  /** A scenario or requirement that is not as it was; {@code key} is the scenario's, or null. */
  record Change(String what, String was, String is, String mood, @Nullable String key) {}

  boolean hasChanges() {
    return !changes.isEmpty();
  }

  /** Two runs of scenarios. */
  static AgainstView of(RunInfo other, Verdicts was, Verdicts is) {
    Map<String, ScenarioVerdict> before = byName(was);
    Map<String, ScenarioVerdict> now = byName(is);
    List<Change> changes = new ArrayList<>();
    int key = 0;
    int common = 0;
    int alike = 0;
    for (Map.Entry<String, ScenarioVerdict> each : now.entrySet()) {
      key++;
      ScenarioVerdict old = before.get(each.getKey());
      String word = each.getValue().status().word();
      if (old == null || old.status() != each.getValue().status()) {
        changes.add(new Change(each.getValue().name(), old == null ? "absent" : old.status().word(), word, word, "s" + key));
      }
      if (old != null && old.hash() != null) {
        common++;
        alike += Objects.equals(old.hash(), each.getValue().hash()) ? 1 : 0;
      }
    }
    before.forEach((name, old) -> {
      if (!now.containsKey(name)) {
        changes.add(new Change(old.name(), old.status().word(), "absent", "failed", null));
      }
    });
    Map<String, String> proofsBefore = RequirementMatrix.outcomes(was);
    Map<String, String> proofs = RequirementMatrix.outcomes(is);
    proofsBefore.forEach((id, old) -> requirement(changes, id, old, proofs.getOrDefault(id, "not covered")));
    proofs.forEach((id, word) -> {
      if (!proofsBefore.containsKey(id)) {
        requirement(changes, id, "not covered", word);
      }
    });
    List<Line> figures = List.of(
        new Line("Scenarios", Words.count(was.scenarios().size()), Words.count(is.scenarios().size())),
        line("Passed", was, is, Status.PASSED), line("Failed", was, is, Status.FAILED), line("Skipped", was, is, Status.SKIPPED),
        new Line("Requirements proved", proved(proofsBefore), proved(proofs)),
        new Line("Recordings alike", "", alike + " of " + common), new Line("Time taken", seconds(was), seconds(is)));
    String headline = changes.isEmpty() ? "Every scenario and requirement is as it was" : Words.count(changes.size(), "change");
    return new AgainstView(title(other),
        headline + (common == 0 ? "." : "; " + alike + " of " + common + " recordings are the same."),
        figures, worstFirst(changes));
  }

  /** Two simulations. */
  static AgainstView of(RunInfo other, Summary was, Summary is) {
    boolean same = was.hash() != null && was.hash().equals(is.hash());
    List<Line> figures = List.of(
        new Line("Limit breaches", Words.count(was.invariants().broken()), Words.count(is.invariants().broken())),
        new Line("Breaker trips", Words.count(was.invariants().trips()), Words.count(is.invariants().trips())),
        new Line("Sessions", Words.count(was.sessions().size()), Words.count(is.sessions().size())),
        new Line("Energy delivered, kWh", delivered(was), delivered(is)),
        new Line("Frames", Words.count(was.frames()), Words.count(is.frames())),
        new Line("Simulated s per CPU s", Words.count(Math.round(was.simulatedSecondsPerCpuSecond())),
            Words.count(Math.round(is.simulatedSecondsPerCpuSecond()))));
    return new AgainstView(title(other), same ? "The recordings are the same to the bit." : "The recordings differ.", figures,
        List.of());
  }

  private static Map<String, ScenarioVerdict> byName(Verdicts verdicts) {
    Map<String, ScenarioVerdict> map = new LinkedHashMap<>();
    for (ScenarioVerdict verdict : verdicts.scenarios()) {
      String name = verdict.uri() + ": " + verdict.name();
      for (int again = 2; map.containsKey(name); again++) {
        name = verdict.uri() + ": " + verdict.name() + " #" + again;
      }
      map.put(name, verdict);
    }
    return map;
  }

  private static void requirement(List<Change> changes, String id, String was, String is) {
    if (!was.equals(is)) {
      changes.add(new Change(id, was, is, is.equals("proved") ? "passed" : is.equals("skipped") ? is : "failed", null));
    }
  }

  private static List<Change> worstFirst(List<Change> changes) {
    List<Change> sorted = new ArrayList<>(changes.stream().filter(change -> change.mood().equals("failed")).toList());
    changes.stream().filter(change -> !change.mood().equals("failed")).forEach(sorted::add);
    return sorted;
  }

  private static Line line(String label, Verdicts was, Verdicts is, Status status) {
    return new Line(label, Words.count(was.count(status)), Words.count(is.count(status)));
  }

  private static String proved(Map<String, String> proofs) {
    return Words.count(proofs.values().stream().filter(word -> word.equals("proved")).count());
  }

  private static String seconds(Verdicts verdicts) {
    return Words.duration(verdicts.scenarios().stream().mapToDouble(ScenarioVerdict::seconds).sum());
  }

  private static String delivered(Summary summary) {
    return Words.kwh(summary.sessions().stream().mapToDouble(Summary.Session::deliveredKwh).sum());
  }

  private static String title(RunInfo other) {
    return other.title() + (other.started() == null ? "" : ", " + other.started())
        + (other.versions().containsKey("parkbench") ? ", Parkbench " + other.versions().get("parkbench") : "");
  }
}
