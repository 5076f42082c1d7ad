package io.parkbench.reports;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One scenario, how it ended and what is there to look at.
 *
 * @param id unique in the run and fit for a file name
 * @param feature name of the feature
 * @param name name of the scenario; with its example row where there is one
 * @param uri feature file
 * @param line line of the scenario in it, from 1
 * @param tags with their at-sign, e.g. {@code @R-ALLOC-2}
 * @param status how it ended
 * @param seconds wall-clock seconds it took
 * @param message the failure, or why it was skipped; null when it passed
 * @param repeat the command that repeats this scenario alone
 * @param recording path of the recording from the run folder; null without one
 * @param hash SHA-256 of the recording in hex; null without one
 * @param steps in the order of the scenario, background first
 */
public record ScenarioVerdict(
    String id,
    String feature,
    String name,
    String uri,
    int line,
    List<String> tags,
    Status status,
    double seconds,
    @Nullable String message,
    String repeat,
    @Nullable String recording,
    @Nullable String hash,
    List<StepVerdict> steps) {

  private static final Pattern REQUIREMENT = Pattern.compile("@(R-[A-Z]+-\\d+)");

  public ScenarioVerdict {
    tags = Sorted.copy(tags);
    steps = Sorted.copy(steps);
  }

  /** The requirement ids among the tags, without the at-sign, in their order. */
  public List<String> requirements() {
    return tags.stream().map(REQUIREMENT::matcher).filter(m -> m.matches()).map(m -> m.group(1)).toList();
  }
}
