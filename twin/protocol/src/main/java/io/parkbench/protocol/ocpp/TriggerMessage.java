package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/** The central system asks a station to send a message of its own now (OCPP 1.6 sections 5.17, 6.51, 6.52). */
public final class TriggerMessage {
  private TriggerMessage() {}

  /**
   * @param connectorId 1 or more; null: all to which the message applies
   */
  public record Req(MessageTrigger requestedMessage, @Nullable Integer connectorId) implements Request<Conf> {
    public Req {
      Check.required("requestedMessage", requestedMessage);
      Check.optionalAtLeast("connectorId", connectorId, 1);
    }
  }

  public record Conf(TriggerMessageStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.32. */
  public enum MessageTrigger implements Wire {
    BootNotification,
    DiagnosticsStatusNotification,
    FirmwareStatusNotification,
    Heartbeat,
    MeterValues,
    StatusNotification
  }

  /** OCPP 1.6 section 7.44. */
  public enum TriggerMessageStatus implements Wire {
    Accepted,
    Rejected,
    NotImplemented
  }
}
