package io.parkbench.gateway.protection;

import org.jspecify.annotations.Nullable;

/**
 * The breaker or the fuses that a zone is said to have, and how long they surely hold.
 *
 * @param amps rated current In, or the setting Ir of a moulded-case breaker, A
 * @param shortTime what opens a moulded-case breaker at once, times Ir; null where nobody says
 * @param longDelay its long-time delay at 6 Ir, s; null where nobody says
 */
public record Breaker(Curve curve, double amps, @Nullable Double shortTime, @Nullable Double longDelay) {
  /** A long-time delay that somebody has set is kept to within this share by the releases that have one. */
  private static final double SET = 0.7;

  /** Where nobody says, makers' typical delay at 6 Ir is 16 s; the standard promises none of it, so half is counted on. */
  private static final double UNSET_DELAY = 8;

  /** The lowest short-time setting that moulded-case breakers without a choice have. */
  private static final double UNSET_SHORT_TIME = 5;

  /** IEC 60947-2: a short-time release is off by 20 % at most. */
  private static final double SHORT_TIME_ERROR = 0.8;

  private static final double MILLI = 1e3;

  /**
   * What is surely carried for the conventional time (an hour or more), and for so many seconds from cold, both times In: the lower
   * edge of the band.
   */
  private record Edge(double carried, double multiple, double seconds, double instant) {}

  public Breaker {
    if (!(amps > 0 && amps <= curve.mostAmps())) {
      throw new IllegalArgumentException(curve.text() + " is rated above 0 and at most " + curve.mostAmps() + " A, not " + amps);
    }
  }

  /**
   * How long it surely carries a current after another one has warmed it for good, s: infinite where that is longer than any lease, 0
   * where nothing is sure.
   *
   * <p>Thermal memory by IEC 60255-149, equation 3: t = τ · ln((I² − Ip²) ÷ (I² − (k · In)²)), with k and τ of the lower edge of the
   * band. A standard gives two points of that edge; that a device follows this curve in between is what makers' curves show, and is
   * promised by none.
   *
   * @param before in A, at least 0
   * @param after in A, at least 0
   */
  public double surelyHolds(double before, double after) {
    Edge edge = edge();
    double carried = edge.carried * amps;
    if (after >= edge.instant * amps || before > carried) {
      return 0;
    }
    if (after <= carried) {
      return Double.POSITIVE_INFINITY;
    }
    double tau = edge.seconds
        / StrictMath.log(edge.multiple * edge.multiple / (edge.multiple * edge.multiple - edge.carried * edge.carried));
    double warmed = StrictMath.min(before, after);
    return tau * StrictMath.log((after * after - warmed * warmed) / (after * after - carried * carried));
  }

  private Edge edge() {
    return switch (curve) {
      // IEC 60898-1, table 7: 1.13 In for an hour, 2.55 In for a second from cold, the low end of the letter's band for 0.1 s
      case B -> new Edge(1.13, 2.55, 1, 3);
      case C -> new Edge(1.13, 2.55, 1, 5);
      case D -> new Edge(1.13, 2.55, 1, 10);
      // IEC 60947-2: 1.05 Ir for an hour or two; the delay is the maker's
      case MCCB -> new Edge(
          1.05, 6, longDelay == null ? UNSET_DELAY : SET * longDelay,
          SHORT_TIME_ERROR * (shortTime == null ? UNSET_SHORT_TIME : shortTime));
      // IEC 60269-1: 1.25 In for an hour or more (table 2), the gate at 10 s (table 3)
      case GG -> new Edge(1.25, FuseGates.carriedForTenSeconds(amps) / amps, 10, Double.POSITIVE_INFINITY);
    };
  }

  /** As people call it, {@code MCCB 250 A}. */
  @Override
  public String toString() {
    double rounded = Math.rint(amps * MILLI) / MILLI;
    return curve.text() + " " + (rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded)) + " A";
  }
}
