package io.parkbench.gateway.meter;

/** What the cars behind a meter draw as far as it is proven: what its readings are held against (R-DYN-6). */
public interface Charging {
  /** No car is known to draw anything. */
  Charging NONE = (meterId, phase) -> 0;

  /**
   * What the cars draw at least, by their stations' latest samples; asked at every poll, so it costs little.
   *
   * @param phase supply phase, 1 to 3
   * @return A, 0 or more; 0 for a meter that steers no zone
   */
  double provenAmps(String meterId, int phase);

  /**
   * A number that changes whenever the proven draw moves for another reason than the cars' draw: a station lost, back, or heard for the
   * first time. What was proven before does not compare with what is proven after.
   */
  default long epoch(String meterId) {
    return 0;
  }
}
