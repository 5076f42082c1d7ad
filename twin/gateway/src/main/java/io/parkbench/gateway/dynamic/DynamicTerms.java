package io.parkbench.gateway.dynamic;

/**
 * The settings that a dynamic zone is steered by; times in µs, currents in 0.1 A per phase, a zone's power in W.
 *
 * @param guardPermille what stays free below the maximum when something is raised, of the maximum (R-DYN-1)
 * @param guardDa the same as a current (what a sample is rounded by); the two add up
 * @param rampDaPerSecond how fast the limit rises at most (R-DYN-7)
 * @param step how often it rises at most
 * @param least a smaller rise, or a cut that nothing flowing asks for, is not worth a decision
 * @param sampled how old a station's sample may be and still show what flows
 * @param polled how old a reading may be that has just changed
 * @param shown how long after a change of currents the meter has shown it, at least that long
 */
public record DynamicTerms(int guardPermille, int guardDa, int rampDaPerSecond, long step, int least, long sampled, long polled,
    long shown) {
  public DynamicTerms {
    if (guardPermille < 0 || guardDa < 0 || rampDaPerSecond <= 0 || step <= 0 || least < 1 || sampled <= 0 || polled <= 0
        || shown < polled) {
      throw new IllegalArgumentException("a dynamic zone cannot be steered by " + this);
    }
  }
}
