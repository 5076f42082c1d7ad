package io.parkbench.gateway.protection;

import java.util.List;

/** Kinds of breakers and fuses, by their time-current curve. */
public enum Curve {
  /** Miniature breaker (IEC 60898-1), at once within 3 to 5 In. */
  B("B"),
  /** Miniature breaker, at once within 5 to 10 In. */
  C("C"),
  /** Miniature breaker, at once within 10 to 20 In. */
  D("D"),
  /** Moulded-case breaker (IEC 60947-2) at its setting Ir. */
  MCCB("MCCB"),
  /** Fuses for general use (IEC 60269-1). */
  GG("gG");

  private final String text;

  Curve(String text) {
    this.text = text;
  }

  /** The name as written in a site file. */
  public String text() {
    return text;
  }

  /** The highest rating there is, A. */
  public double mostAmps() {
    return switch (this) {
      case B, C, D -> 125;
      case MCCB -> 6_300;
      case GG -> 1_250;
    };
  }

  /** The only ratings there are, A; empty where there is any up to {@link #mostAmps}. */
  public List<Integer> ratings() {
    return this == GG ? FuseGates.ratings() : List.of();
  }
}
