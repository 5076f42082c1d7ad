package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/** The central system removes the profiles that match all given properties (OCPP 1.6 sections 5.5, 6.13, 6.14). */
public final class ClearChargingProfile {
  private ClearChargingProfile() {}

  /**
   * @param id of one profile
   * @param connectorId 0 or more
   */
  public record Req(
      @Nullable Integer id,
      @Nullable Integer connectorId,
      @Nullable ChargingProfilePurposeType chargingProfilePurpose,
      @Nullable Integer stackLevel)
      implements Request<Conf> {
    public Req {
      Check.optionalAtLeast("connectorId", connectorId, 0);
    }
  }

  public record Conf(ClearChargingProfileStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.21. */
  public enum ClearChargingProfileStatus implements Wire {
    Accepted,
    Unknown
  }
}
