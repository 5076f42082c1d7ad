package io.parkbench.gateway.meter;

import java.util.Locale;

/** Why a meter's readings cannot be trusted, or why there are none (R-DYN-6). */
public enum Distrust {
  STARTING("it has not shown good readings for long enough yet"),
  NOT_AVAILABLE("it shows no number for the current of a phase; check its unit id and model"),
  SUBNORMAL("it shows a current of less than 1 mA, which nobody measures; check its unit id, address_base and word_order"),
  ABSURD("it shows a negative current, or one far above what its feeder can carry; check its model and word_order"),
  ALL_ZERO("it shows 0 A on all phases, where cars draw or other loads are"),
  BELOW_CARS("it shows less than the cars behind it draw; check its phases, and that it measures their feeder"),
  FROZEN("it shows the same values although the cars behind it changed their draw"),
  GARBLED("its replies are not what was asked for"),
  REFUSED("it refuses to be read as configured"),
  FAILING("it answers that it has failed"),
  BUSY("it answers that it is busy"),
  PATH_DOWN("the gateway in front of it gets no answer from it; check its unit id and its line"),
  SILENT("it does not answer; check its unit id and that it has power"),
  UNREACHABLE("nothing can be reached at its address");

  private final String text;

  Distrust(String text) {
    this.text = text;
  }

  /** Half a sentence about the meter, for people. */
  public String text() {
    return text;
  }

  /** One word, as in recordings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nothing is heard of the meter itself. */
  public boolean unheard() {
    return this == PATH_DOWN || this == SILENT || this == UNREACHABLE;
  }

  /** Whether there are readings, but not such as can be believed. */
  boolean ofReadings() {
    return compareTo(NOT_AVAILABLE) >= 0 && compareTo(FROZEN) <= 0;
  }

  /** Whether it is a reading too low that is disbelieved, so that zeros prove nothing. */
  boolean tooLow() {
    return this == ALL_ZERO || this == BELOW_CARS;
  }
}
