package io.parkbench.plant.breaker;

import java.util.List;

/**
 * A breaker or a set of fuses, alike in all three poles, with the middle of what its standard allows.
 *
 * @param name as people call it, {@code C 63 A}
 * @param amps rated current In, or the setting Ir, A
 * @param bodies what warms up in each pole
 * @param magnetic opens at once from so many times {@code amps}; infinite where nothing does
 * @param fuse melts instead of opening, and is replaced by a cold one
 */
public record Device(String name, double amps, List<Body> bodies, double magnetic, boolean fuse) {
  /** IEC 60947-2: what a moulded-case breaker's short-time setting is unless said, times Ir. */
  public static final double USUAL_SHORT_TIME = 10;

  /** What its long-time delay at 6 Ir is unless said, s. */
  public static final double USUAL_LONG_DELAY = 16;

  private static final double MOST_MINIATURE = 125;
  private static final double MOST_MOULDED = 6_300;

  /** Carried for the conventional time, and opened within it: 1.13 and 1.45 In. */
  private static final double MINIATURE_TRIPS = 1.13 * 1.45;

  /** 1.05 and 1.30 Ir. */
  private static final double MOULDED_TRIPS = 1.05 * 1.30;

  /** 1.25 and 1.6 In. */
  private static final double FUSE_TRIPS = 1.25 * 1.6;

  private static final double FAST_SECONDS = 0.5;
  private static final double GATE_SECONDS = 0.1;

  public Device {
    bodies = List.copyOf(bodies);
  }

  /** How fast a miniature breaker opens a short circuit: the band of its magnetic release in In. */
  public enum Characteristic {
    B(3, 5),
    C(5, 10),
    D(10, 20);

    final double lowest;
    final double highest;

    Characteristic(double lowest, double highest) {
      this.lowest = lowest;
      this.highest = highest;
    }
  }

  /**
   * A miniature breaker by IEC 60898-1 (tables 7 and 8): carries 1.13 In for the conventional time (1 h, above 63 A 2 h), opens within
   * it at 1.45 In; from cold at 2.55 In in 1 to 60 s (above 32 A 120 s); at once within the band of its letter. Here it opens at 2.55
   * In after 25 s (50 s), and at once from the middle of the band.
   *
   * @param rating In, above 0 and at most 125 A; else {@link IllegalArgumentException}
   */
  public static Device miniature(Characteristic letter, double rating) {
    check("a miniature breaker (" + letter + ")", rating, MOST_MINIATURE);
    return new Device(
        letter + " " + text(rating) + " A", rating, List.of(Body.opening(MINIATURE_TRIPS, 2.55, rating <= 32 ? 25 : 50)),
        Math.sqrt(letter.lowest * letter.highest), false);
  }

  /**
   * A moulded-case breaker by IEC 60947-2: carries 1.05 Ir for the conventional time (1 h up to 63 A, else 2 h) and opens within it at
   * 1.30 Ir; at 6 Ir after its long-time delay, as makers give it; at once from its short-time setting, which the standard lets be
   * off by 20 %.
   *
   * @param setting Ir, above 0 and at most 6300 A
   * @param shortTime Isd in Ir, 1.5 to 12
   * @param longDelay at 6 Ir, 0.5 to 30 s; anything out of range fails with {@link IllegalArgumentException}
   */
  public static Device moulded(double setting, double shortTime, double longDelay) {
    check("a moulded-case breaker", setting, MOST_MOULDED);
    if (!(shortTime >= 1.5 && shortTime <= 12)) {
      throw new IllegalArgumentException("the short-time setting is 1.5 to 12 Ir, not " + shortTime);
    }
    if (!(longDelay >= 0.5 && longDelay <= 30)) {
      throw new IllegalArgumentException("the long-time delay at 6 Ir is 0.5 to 30 s, not " + longDelay);
    }
    return new Device(
        "MCCB " + text(setting) + " A", setting, List.of(Body.opening(MOULDED_TRIPS, 6, longDelay)), shortTime, false);
  }

  /**
   * A fuse gG by IEC 60269-1: carries 1.25 In for the conventional time (1 h up to 63 A, 2 h up to 160 A, 3 h up to 400 A, else 4 h),
   * melts within it at 1.6 In, and keeps to the gates of table 3 at 10 s, 5 s and 0.1 s. The link as a whole gives the long times, its
   * constrictions the short ones. A set of fuses opens all phases when one melts, as under a striker.
   *
   * @param rating a standard one, 16 to 1250 A; others fail with {@link IllegalArgumentException}
   */
  public static Device fuse(double rating) {
    Gates gates = Gates.of(rating);
    double slow = Math.sqrt(
        Body.opening(FUSE_TRIPS, gates.min10() / rating, 10).seconds()
            * Body.opening(FUSE_TRIPS, gates.max5() / rating, 5).seconds());
    double middle = gates.minTenth() / rating * (gates.maxTenth() / rating);
    double fast = new Body(FAST_SECONDS, Double.POSITIVE_INFINITY).after(0, middle, GATE_SECONDS);
    return new Device(
        "gG " + text(rating) + " A", rating, List.of(new Body(slow, FUSE_TRIPS), new Body(FAST_SECONDS, fast)),
        Double.POSITIVE_INFINITY, true);
  }

  private static void check(String what, double rating, double most) {
    if (!(rating > 0 && rating <= most)) {
      throw new IllegalArgumentException(what + " is rated above 0 and at most " + text(most) + " A, not " + text(rating));
    }
  }

  static String text(double amps) {
    return amps == Math.rint(amps) ? Long.toString((long) amps) : Double.toString(amps);
  }

  /** The highest current that it carries for ever, A. */
  public double carries() {
    double least = bodies.stream().mapToDouble(Body::trips).min().orElse(Double.POSITIVE_INFINITY);
    return amps * Math.min(Math.sqrt(least), magnetic);
  }
}
