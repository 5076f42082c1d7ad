package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The central system tells a station to fetch new firmware (OCPP 1.6 sections 5.19, 6.55, 6.56). */
public final class UpdateFirmware {
  private UpdateFirmware() {}

  /**
   * @param location URI to fetch it from
   * @param retrieveDate not before
   * @param retryInterval seconds
   */
  public record Req(
      String location, @Nullable Integer retries, Instant retrieveDate, @Nullable Integer retryInterval)
      implements Request<Conf> {
    public Req {
      Check.required("location", location);
      retrieveDate = Check.time("retrieveDate", retrieveDate);
    }
  }

  public record Conf() implements Response {}
}
