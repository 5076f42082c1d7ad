package io.parkbench.rigs.check;

import org.jspecify.annotations.Nullable;

/**
 * What trying a binding has shown.
 *
 * @param device as the site or the rig file calls it
 * @param remedy what to do about it; null where all is well
 */
public record Finding(Level level, String device, String what, @Nullable String remedy) {
  /** How bad it is. */
  public enum Level {
    OK, WARNING, FAILED
  }

  static Finding ok(String device, String what) {
    return new Finding(Level.OK, device, what, null);
  }

  static Finding warning(String device, String what, String remedy) {
    return new Finding(Level.WARNING, device, what, remedy);
  }

  static Finding failed(String device, String what, String remedy) {
    return new Finding(Level.FAILED, device, what, remedy);
  }

  public boolean isFailure() {
    return level == Level.FAILED;
  }

  /** One line: {@code FAILED   cp-1: its clock is 1 h 0 min ahead. Set …}. */
  @Override
  public String toString() {
    String word = level == Level.OK ? "ok     " : level == Level.WARNING ? "warning" : "FAILED ";
    return word + "  " + device + ": " + what + (remedy == null ? "" : "\n           " + remedy);
  }
}
