package io.parkbench.plant.input;

import io.parkbench.kernel.Micros;

/**
 * How a contact is made and wired.
 *
 * @param bounce µs for which it bounces when it closes or opens; 0 for a solid-state one
 * @param inverted whether it is wired so that the pin is low when it is closed
 * @param noise µs between two disturbances of its wire, on average; 0 for none
 */
public record ContactSetup(long bounce, boolean inverted, long noise) {
  /** A relay's: it bounces for 5 ms, and all is as it should be. */
  public static final ContactSetup USUAL = new ContactSetup(5 * Micros.MILLISECOND, false, 0);

  public ContactSetup {
    if (bounce < 0 || noise < 0) {
      throw new IllegalArgumentException("a contact bounces, and is disturbed, for 0 µs or longer: " + bounce + ", " + noise);
    }
  }

  /** The same, bouncing for so many µs. */
  public ContactSetup bouncing(long micros) {
    return new ContactSetup(micros, inverted, noise);
  }

  /** The same, wired the other way round or not. */
  public ContactSetup inverted(boolean on) {
    return new ContactSetup(bounce, on, noise);
  }

  /** The same, disturbed every so many µs on average. */
  public ContactSetup disturbedEvery(long micros) {
    return new ContactSetup(bounce, inverted, micros);
  }
}
