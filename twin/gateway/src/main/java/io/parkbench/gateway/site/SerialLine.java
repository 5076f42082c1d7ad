package io.parkbench.gateway.site;

/**
 * A serial line with Modbus RTU on it, which several meters may share.
 *
 * @param device the path of the serial device, such as {@code /dev/ttyUSB0}
 */
public record SerialLine(String device, int baud, Parity parity) {

  /** The bit that guards each byte; without one there is a second stop bit. */
  public enum Parity {
    EVEN("even"),
    ODD("odd"),
    NONE("none");

    private final String text;

    Parity(String text) {
      this.text = text;
    }

    /** The name as written in a site file. */
    public String text() {
      return text;
    }
  }
}
