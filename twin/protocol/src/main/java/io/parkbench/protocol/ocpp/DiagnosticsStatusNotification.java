package io.parkbench.protocol.ocpp;

/** A station tells how its diagnostics upload goes (OCPP 1.6 sections 4.4, 6.17, 6.18). */
public final class DiagnosticsStatusNotification {
  private DiagnosticsStatusNotification() {}

  public record Req(DiagnosticsStatus status) implements Request<Conf> {
    public Req {
      Check.required("status", status);
    }
  }

  public record Conf() implements Response {}

  /** OCPP 1.6 section 7.24. */
  public enum DiagnosticsStatus implements Wire {
    Idle,
    Uploaded,
    UploadFailed,
    Uploading
  }
}
