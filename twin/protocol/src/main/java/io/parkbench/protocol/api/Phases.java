package io.parkbench.protocol.api;

import org.jspecify.annotations.Nullable;

/** A value on each supply phase; what is not known is null, never 0. The total is of powers only. */
public record Phases(@Nullable Double l1, @Nullable Double l2, @Nullable Double l3, @Nullable Double total) {

  /** Currents, which have no total. */
  public static Phases amps(double l1, double l2, double l3) {
    return new Phases(l1, l2, l3, null);
  }
}
