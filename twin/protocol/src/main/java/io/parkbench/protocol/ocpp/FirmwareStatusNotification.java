package io.parkbench.protocol.ocpp;

/** A station tells how its firmware update goes (OCPP 1.6 sections 4.5, 6.19, 6.20). */
public final class FirmwareStatusNotification {
  private FirmwareStatusNotification() {}

  public record Req(FirmwareStatus status) implements Request<Conf> {
    public Req {
      Check.required("status", status);
    }
  }

  public record Conf() implements Response {}

  /** OCPP 1.6 section 7.25. */
  public enum FirmwareStatus implements Wire {
    Downloaded,
    DownloadFailed,
    Downloading,
    Idle,
    InstallationFailed,
    Installing,
    Installed
  }
}
