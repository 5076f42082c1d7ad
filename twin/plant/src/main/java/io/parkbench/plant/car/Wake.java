package io.parkbench.plant.car;

/** What a car does when current comes back after a pause in which it had to stop drawing. */
public enum Wake {
  /** Goes on after its reaction time. */
  RESUMES,
  /** Sleeps until its plug is pulled and put in again. */
  NEEDS_REPLUG,
  /** Has charged for the last time in this session. */
  NEVER
}
