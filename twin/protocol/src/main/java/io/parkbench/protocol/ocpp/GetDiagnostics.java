package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The central system asks for an upload of diagnostics (OCPP 1.6 sections 5.9, 6.25, 6.26). */
public final class GetDiagnostics {
  private GetDiagnostics() {}

  /**
   * @param location URI of the directory to upload to
   * @param retryInterval seconds
   */
  public record Req(
      String location,
      @Nullable Integer retries,
      @Nullable Integer retryInterval,
      @Nullable Instant startTime,
      @Nullable Instant stopTime)
      implements Request<Conf> {
    public Req {
      Check.required("location", location);
      startTime = Check.optionalTime("startTime", startTime);
      stopTime = Check.optionalTime("stopTime", stopTime);
    }
  }

  /**
   * @param fileName at most 255 characters; null: there is nothing to upload
   */
  public record Conf(@Nullable String fileName) implements Response {
    public Conf {
      Check.optionalText("fileName", fileName, 255);
    }
  }
}
