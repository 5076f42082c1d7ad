package io.parkbench.plant.bems;

import java.util.Locale;

/**
 * A value by the name under which SmartConnector shows it.
 *
 * @param path like {@code Zones/Zone-1/Station-26/StationId}
 * @param value a number, text or truth value
 * @param unit {@code A}, {@code kW}, {@code kWh} or empty
 */
public record Point(String path, Object value, String unit, State state) {

  public enum State {
    GOOD,
    /** The gateway or its station cannot be heard; numbers are the last known, or 0. */
    OFFLINE,
    /** Read at setup only. */
    SETUP
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    String text = value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value.toString();
    return path + " = " + (unit.isEmpty() ? text : text + " " + unit) + (state == State.OFFLINE ? " [Offline]" : "");
  }
}
