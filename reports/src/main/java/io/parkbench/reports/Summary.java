package io.parkbench.reports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation without a script came to: {@code summary.json}.
 *
 * @param hash SHA-256 of the recording's uncompressed lines, hex; null when nothing was recorded
 * @param simulatedSeconds virtual time that passed
 * @param cpuSeconds processor time of the whole process
 * @param simulatedSecondsPerCpuSecond the ratio of the two
 * @param events events the loop ran
 * @param frames OCPP frames in both directions
 * @param invariants what the checker outside the gateway found (R-LEASE-5)
 * @param sessions every session that began, in the order of arrival
 */
public record Summary(
    @Nullable String hash,
    double simulatedSeconds,
    double cpuSeconds,
    double simulatedSecondsPerCpuSecond,
    long events,
    long frames,
    Invariants invariants,
    List<Session> sessions) {

  public Summary {
    sessions = Sorted.copy(sessions);
  }

  /**
   * The invariant checker's count.
   *
   * @param checked how often a zone and phase was judged
   * @param broken how many breaches there were
   * @param trips how many breakers tripped that would not have without the cars: worse than any breach
   */
  public record Invariants(long checked, long broken, long trips) {
    /** Whether nothing of it fails the run. */
    @JsonIgnore
    public boolean kept() {
      return broken == 0 && trips == 0;
    }
  }

  /**
   * One stay of a car.
   *
   * @param id arrival id
   * @param station identity of the station
   * @param connector its connector, from 1; null where not told
   * @param arrived ISO-8601 instant in UTC; null where not told
   * @param departed ISO-8601 instant in UTC; null while still plugged in
   * @param requestedKwh what the driver asked for
   * @param deliveredKwh what the car got
   * @param feasibleKwh what the stay, the car and the connector would have allowed without a limit; null where not told
   */
  public record Session(
      String id,
      String station,
      @Nullable Integer connector,
      @Nullable String arrived,
      @Nullable String departed,
      double requestedKwh,
      double deliveredKwh,
      @Nullable Double feasibleKwh) {}
}
