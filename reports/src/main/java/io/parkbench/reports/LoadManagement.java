package io.parkbench.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a run says of a gateway under test, with what is about load management told from the rest (R-BENCH-4). The pattern here is the one
 * place that says which requirements are about load management.
 *
 * @param load those about load management
 * @param rest all others
 */
public record LoadManagement(Count load, Count rest) {
  /** Shares, leases, degraded values, meters, tariffs, contacts, and a building's reductions. */
  private static final Pattern ABOUT = Pattern.compile("R-(ALLOC|LEASE|DEG|DYN|TOU|DI)-\\d+|R-BEMS-[1-4]");

  /** How many requirements came to what; a requirement has failed where any of its scenarios has. */
  public record Count(int proved, int failed, int notJudged) {
    int all() {
      return proved + failed + notJudged;
    }

    private String words() {
      List<String> words = new ArrayList<>(
          List.of(proved + " of " + all() + (all() == 1 ? " requirement" : " requirements") + " proved"));
      if (failed > 0) {
        words.add(failed + " failed");
      }
      if (notJudged > 0) {
        words.add(notJudged + " not judged");
      }
      return String.join(", ", words);
    }
  }

  /** Whether a requirement, by its id, is about load management. */
  public static boolean isAbout(String requirement) {
    return ABOUT.matcher(requirement).matches();
  }

  public static LoadManagement of(List<ScenarioVerdict> scenarios) {
    Map<String, Status> byId = new LinkedHashMap<>();
    for (ScenarioVerdict scenario : scenarios) {
      scenario.requirements().forEach(id -> byId.merge(id, scenario.status(), LoadManagement::worse));
    }
    return new LoadManagement(count(byId, true), count(byId, false));
  }

  private static Status worse(Status a, Status b) {
    return a == Status.FAILED || b == Status.FAILED ? Status.FAILED
        : a == Status.PASSED || b == Status.PASSED ? Status.PASSED : Status.SKIPPED;
  }

  private static Count count(Map<String, Status> byId, boolean about) {
    List<Status> of = byId.entrySet().stream().filter(entry -> isAbout(entry.getKey()) == about).map(Map.Entry::getValue).toList();
    return new Count(
        Collections.frequency(of, Status.PASSED), Collections.frequency(of, Status.FAILED),
        Collections.frequency(of, Status.SKIPPED));
  }

  /** What it comes to, in a sentence or two. */
  public String text() {
    String counts = "Load management: " + load.words() + "; everything else: " + rest.words() + ".";
    boolean none = load.proved == 0 && load.failed > 0 && rest.failed == 0 && rest.proved > 0;
    return none ? counts + " This gateway speaks OCPP 1.6J and does not manage load." : counts;
  }
}
