package io.parkbench.gateway.site;

/**
 * A digital input that limits all zones while active (R-DI-1, R-DI-5).
 *
 * @param number 1…3
 * @param maxPercent what remains of each zone's maximum, 0…100
 * @param hard true for a safety contact, whose limit also bounds degraded setpoints
 */
public record Input(int number, String name, boolean enabled, int maxPercent, boolean hard, Contact contact) {
  /** An input with a usual contact. */
  public Input(int number, String name, boolean enabled, int maxPercent, boolean hard) {
    this(number, name, enabled, maxPercent, hard, Contact.usual(hard));
  }

  /** What faults and the recording call its pin: {@code input-1}. */
  public static String pin(int number) {
    return "input-" + number;
  }

  /** What faults and the recording call its pin. */
  public String pin() {
    return pin(number);
  }
}
