package io.parkbench.gateway.session;

import io.parkbench.kernel.Micros;

/**
 * Watches whether a connector draws more than it was told, and says what to do about it, ever more (R-ALLOC-11): suspect, cut to
 * 0 A, stop the session, take the connector out of service, restart the station, and at last have its feeder opened by hand.
 * ChangeAvailability alone stops nothing during a session, which is why it comes after the stop.
 */
public final class Obedience {
  /** What a connector has brought upon itself, mildest first. */
  public enum Measure {
    NONE,
    /** One sample was too high: another is asked for. */
    SUSPECT,
    /** Draws above its setpoint: alarmed, 0 A. */
    CUT,
    /** Draws on at 0 A: RemoteStopTransaction. */
    STOP,
    /** Draws on after the stop: ChangeAvailability to Inoperative. */
    INOPERATIVE,
    /** Draws on out of service: Reset Hard. */
    RESET,
    /** Draws on after the restart: only a hand at its feeder can end it. */
    OPEN_FEEDER;

    private Measure next() {
      return switch (this) {
        case NONE -> SUSPECT;
        case SUSPECT -> CUT;
        case CUT -> STOP;
        case STOP -> INOPERATIVE;
        case INOPERATIVE -> RESET;
        case RESET, OPEN_FEEDER -> OPEN_FEEDER;
      };
    }
  }

  /** How long a sound station and car take to follow a cut, with room for the way of the messages: 5 s for the car (DG p. 37). */
  public static final long SETTLES = 10 * Micros.SECOND;

  /** Between two samples that may each bring the next measure. */
  public static final long STEP = 5 * Micros.SECOND;

  /** What meter and pilot leave open, A and share. */
  private static final double TOLERANCE_A = 1;

  private static final double TOLERANCE = 0.03;

  private Measure measure = Measure.NONE;
  private long measureAt;
  private double drawnA;
  private long endedAt = Long.MIN_VALUE / 2;

  /**
   * Takes a sample in.
   *
   * @param taken when it was taken as far as is known, µs, on the clock of {@code now}
   * @param allowedDa the most that it may have drawn then, 0.1 A
   * @param amps the highest current of its phases, A
   * @return the measure that is due now; {@link Measure#NONE} where none is new
   */
  public Measure sample(long now, long taken, int allowedDa, double amps) {
    if (taken < endedAt + SETTLES) {
      return Measure.NONE;
    }
    double allowedA = allowedDa / 10.0;
    if (amps <= allowedA * (1 + TOLERANCE) + TOLERANCE_A) {
      drawnA = 0;
      if (measure == Measure.SUSPECT) {
        measure = Measure.NONE;
      }
      return Measure.NONE;
    }
    drawnA = amps;
    if (measure != Measure.NONE && taken - measureAt < (measure == Measure.SUSPECT ? STEP : SETTLES)) {
      return Measure.NONE;
    }
    if (measure == Measure.OPEN_FEEDER) {
      return Measure.NONE;
    }
    measure = measure.next();
    measureAt = now;
    return measure;
  }

  /** A session is over; what flows on in the next seconds is its own. */
  public void ended(long now) {
    endedAt = now;
  }

  /** The strongest measure taken. */
  public Measure measure() {
    return measure;
  }

  /** What it draws while that is too much, A; else 0. */
  public double excessiveA() {
    return drawnA;
  }

  /** Whether it has been found out: from then on it is not believed to keep a setpoint. */
  public boolean found() {
    return measure.compareTo(Measure.CUT) >= 0;
  }
}
