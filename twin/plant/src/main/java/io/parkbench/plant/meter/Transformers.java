package io.parkbench.plant.meter;

/**
 * Which supply phase each of a meter's current transformers is on, with its voltage: 1 to 3, negative where it is the wrong way round, 0
 * where there is none.
 */
public record Transformers(int l1, int l2, int l3) {
  /** Each on its own phase. */
  public static final Transformers STRAIGHT = new Transformers(1, 2, 3);

  public Transformers {
    if (Math.abs(l1) > 3 || Math.abs(l2) > 3 || Math.abs(l3) > 3) {
      throw new IllegalArgumentException(
          "a transformer is on supply phase 1 to 3, negative the wrong way round, or 0 for none: " + l1 + ", " + l2 + ", " + l3);
    }
  }

  /** The supply phase that shows as the meter's phase 1, 2 or 3, with the sign of its direction; 0 for none. */
  int on(int phase) {
    return phase == 1 ? l1 : phase == 2 ? l2 : l3;
  }

  /** As it is with the traps that are on. */
  Transformers with(Iterable<MeterTrap> traps) {
    Transformers now = this;
    for (MeterTrap trap : traps) {
      now = switch (trap) {
        case REVERSED_TRANSFORMER -> new Transformers(-now.l1, now.l2, now.l3);
        case TWO_TRANSFORMERS -> new Transformers(now.l1, 0, now.l3);
        case PHASE_ROTATION -> new Transformers(now.l2, now.l3, now.l1);
        default -> now;
      };
    }
    return now;
  }
}
