package io.parkbench.scenarios.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.scenarios.gate.Figures.Answer;
import io.parkbench.scenarios.gate.Figures.Responded;
import io.parkbench.scenarios.gate.Figures.Simulated;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ratios are judged where they mean something: over the same runs, on the same machine, at their tolerance exactly. */
class RatiosTest {
  private static final Map<String, String> HERE = Map.of("os", "Linux amd64", "java", "25", "processors", "2");

  private static Figures sim(Map<String, String> machine, double cpuS) {
    return figures(machine, Map.of("sim park", new Simulated(0, 0, 95, 100, 86_400, cpuS)), Map.of());
  }

  private static Figures jumps(double... seconds) {
    NavigableMap<Long, Answer> cases = new TreeMap<>();
    for (double each : seconds) {
      cases.put(cases.size() + 1L, new Answer(true, each));
    }
    return figures(HERE, Map.of(), Map.of("step-response", new Responded(cases)));
  }

  private static Figures figures(Map<String, String> machine, Map<String, Simulated> sims, Map<String, Responded> jumps) {
    return new Figures(Figures.FORMAT, new TreeMap<>(machine), new TreeMap<>(), new TreeMap<>(sims), new TreeMap<>(),
        new TreeMap<>(jumps));
  }

  private static List<Check> of(Rule rule, Figures was, Figures is) {
    return Gate.compare(was, is, Rules.usual()).checks().stream().filter(check -> check.rule() == rule).toList();
  }

  @Test
  void aThirdSlowerOnTheSameMachineIsTooSlow() {
    assertTrue(of(Rule.SLOWER_SPEED, sim(HERE, 100), sim(HERE, 150)).getFirst().isBroken());
    Check kept = of(Rule.SLOWER_SPEED, sim(HERE, 100), sim(HERE, 140)).getFirst();
    assertEquals(Check.Outcome.KEPT, kept.outcome());
    assertEquals("was 864 ×, is 617 ×, tolerated: at least 605 ×", GateReport.message(kept));
  }

  @Test
  void speedIsNotJudgedAcrossMachinesNorOverAFewSeconds() {
    Check other = of(Rule.SLOWER_SPEED, sim(HERE, 100), sim(Map.of("os", "Linux amd64", "java", "25", "processors", "8"), 300))
        .getFirst();
    assertEquals("another machine: processors was 2, is 8", GateReport.message(other));
    Check few = of(Rule.SLOWER_SPEED, sim(HERE, 6), sim(HERE, 19)).getFirst();
    assertEquals("6 s of processor time are too few; 20 s are asked for", GateReport.message(few));
  }

  @Test
  void theSlowestAnswerCountsForItself() {
    Figures was = jumps(2, 4, 4, 4, 10);
    assertEquals(List.of(false, false, false),
        of(Rule.SLOWER_RESPONSE, was, jumps(2, 4.2, 4.2, 4.2, 10.5)).stream().map(Check::isBroken).toList());
    assertEquals(List.of(false, true, true),
        of(Rule.SLOWER_RESPONSE, was, jumps(2, 4, 4, 4, 10.6)).stream().map(Check::isBroken).toList());
    assertEquals(List.of(true, false, false),
        of(Rule.SLOWER_RESPONSE, was, jumps(2, 4.3, 4.3, 4.3, 10)).stream().map(Check::isBroken).toList());
  }

  @Test
  void onlyCasesThatBothHaveAreCompared() {
    Check median = of(Rule.SLOWER_RESPONSE, jumps(2, 4, 9), jumps(2, 4)).getFirst();
    assertEquals("step-response, 2 cases, median", median.about());
    assertEquals(Check.Outcome.KEPT, median.outcome());
  }
}
