package io.parkbench.scenarios.probe;

import java.util.function.Function;

/**
 * One question put to a device.
 *
 * @param id its name in sheets and model files
 * @param group the heading it stands under
 * @param title what a sound device does
 * @param risk why it could endanger hardware and is off unless asked for; empty for all others
 * @param robust whether its finding holds whatever else happens on the wire
 */
public record Probe<D extends Subject>(
    String id, String group, String title, String risk, boolean robust, Function<D, Finding> question) {

  /** One that endangers nothing, and whose finding is doubted where frames break or links drop meanwhile. */
  public static <D extends Subject> Probe<D> of(String id, String group, String title, Function<D, Finding> question) {
    return new Probe<>(id, group, title, "", false, question);
  }

  /** The same, about the wire itself: what breaks there is what it looks for. */
  public static <D extends Subject> Probe<D> ofWire(String id, String group, String title, Function<D, Finding> question) {
    return new Probe<>(id, group, title, "", true, question);
  }

  /** One that could endanger hardware. */
  public static <D extends Subject> Probe<D> risky(
      String id, String group, String title, String risk, Function<D, Finding> question) {
    return new Probe<>(id, group, title, risk, false, question);
  }

  public boolean isRisky() {
    return !risk.isEmpty();
  }
}
