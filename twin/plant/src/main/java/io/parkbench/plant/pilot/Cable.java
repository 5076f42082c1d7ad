package io.parkbench.plant.pilot;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A loose cable with plugs at both ends, as its proximity contact tells: a resistor says what it can carry (IEC 61851-1 Annex B), and a station
 * never offers more.
 */
public enum Cable {
  AMPS_13(13, 1_500),
  AMPS_20(20, 680),
  AMPS_32(32, 220),
  /** 70 A on one phase. */
  AMPS_63(63, 100);

  /** How far the resistor may be off and is still read, a share. */
  private static final double TOLERANCE = 0.2;

  private final int amps;
  private final int ohms;

  Cable(int amps, int ohms) {
    this.amps = amps;
    this.ohms = ohms;
  }

  /** What it can carry per conductor, A. */
  public int amps() {
    return amps;
  }

  /** Between proximity contact and earth, Ω. */
  public int ohms() {
    return ohms;
  }

  /** The cable for that current; one that does not exist throws {@link IllegalArgumentException} naming those that do. */
  public static Cable ofAmps(int amps) {
    for (Cable cable : values()) {
      if (cable.amps == amps) {
        return cable;
      }
    }
    throw new IllegalArgumentException("no cable is for " + amps + " A; there are those for "
        + Arrays.stream(values()).map(cable -> String.valueOf(cable.amps)).collect(Collectors.joining(", ")) + " A");
  }

  /**
   * What a station makes of a resistance: the cable whose resistor is nearest, the weaker one where it lies between two.
   *
   * @throws IllegalArgumentException where it is none of a cable, with which a station does not charge
   */
  public static Cable read(double ohms) {
    for (Cable cable : values()) {
      if (Math.abs(ohms - cable.ohms) <= TOLERANCE * cable.ohms) {
        return cable;
      }
    }
    throw new IllegalArgumentException("no cable has " + ohms + " Ω at its proximity contact");
  }
}
