package io.parkbench.plant.load;

/** A load that lives: a current that stays as it is until an instant known beforehand. */
public interface Course {
  /** It never changes again. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Brings it to {@code now}: not before the instant asked for last, and not after {@link #nextChangeAt} without having stopped
   * there.
   */
  void advance(long now);

  /** What it draws from the instant on to which it was brought last. */
  LoadAmps amps();

  /** When that may change, µs, after the instant to which it was brought last, or {@link #NEVER}. */
  long nextChangeAt();
}
