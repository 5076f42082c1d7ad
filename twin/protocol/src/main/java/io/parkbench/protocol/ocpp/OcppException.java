package io.parkbench.protocol.ocpp;

/**
 * A message is not as OCPP 1.6 wants it, or cannot be served: what a CALLERROR says. Thrown by the records' constructors
 * too, so that an invalid message can be neither read nor written. Carries no stack trace, since a peer can provoke it.
 */
public class OcppException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final OcppError error;

  /**
   * @param description for people; names the path of the property, such as {@code meterValue[0].timestamp}, where there is one
   */
  public OcppException(OcppError error, String description) {
    super(description, null, false, false);
    this.error = error;
  }

  public OcppError error() {
    return error;
  }

  public String description() {
    return String.valueOf(getMessage());
  }
}
