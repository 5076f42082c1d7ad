package io.parkbench.scenarios.campaign.plan;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How bad the seeds of a campaign are: the shares of calm, strict, gated and bounded ones. */
public enum SwarmProfile {
  /** Nothing goes wrong. */
  CALM(1, 0, 0, 0),
  /** Faults of links and stations, and misbehaviour that a gateway must bear without a breach. */
  STRICT(0, 1, 0, 0),
  /** The same, and stations that must be proved before they are trusted. */
  GATED(0, 0, 1, 0),
  /** All classes in every seed. */
  BOUNDED(0, 0, 0, 1),
  /** The default: a mixture in which two seeds of three have nothing worse than gated. */
  ALL(15, 30, 25, 30);

  /** In the order of {@link Severity}. */
  private final List<Integer> weights;

  SwarmProfile(Integer... weights) {
    this.weights = List.of(weights);
  }

  /** The profile of that name; an unknown one fails with {@link IllegalArgumentException} naming those that exist. */
  public static SwarmProfile named(String word) {
    for (SwarmProfile profile : values()) {
      if (profile.word().equals(word)) {
        return profile;
      }
    }
    String all = Arrays.stream(values()).map(SwarmProfile::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("no profile is called '" + word + "'; there are " + all);
  }

  /** How the command line calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity that a draw in [0, 1) stands for. */
  Severity severity(double draw) {
    int total = weights.stream().mapToInt(Integer::intValue).sum();
    double left = draw * total;
    Iterator<Integer> weight = weights.iterator();
    for (Severity severity : Severity.values()) {
      left -= weight.next();
      if (left < 0) {
        return severity;
      }
    }
    return Severity.BOUNDED;
  }
}
