package io.parkbench.scenarios.probe;

import java.util.List;

/**
 * A probe and what it found.
 *
 * @param seconds it took, by the clock of the probe
 * @param proof what was heard and done meanwhile
 */
public record Result(String id, String group, String title, Finding finding, double seconds, List<Proof> proof) {
  public Result {
    proof = List.copyOf(proof);
  }

  public Verdict verdict() {
    return finding.verdict();
  }
}
