package io.parkbench.protocol.ocpp;

/** The central system sets a charging profile: what a setpoint looks like on the wire (OCPP 1.6 sections 5.16, 6.43, 6.44). */
public final class SetChargingProfile {
  private SetChargingProfile() {}

  /**
   * @param connectorId 0 (the station, or a default for all connectors) or more
   */
  public record Req(int connectorId, ChargingProfile csChargingProfiles) implements Request<Conf> {
    public Req {
      Check.atLeast("connectorId", connectorId, 0);
      Check.required("csChargingProfiles", csChargingProfiles);
    }
  }

  public record Conf(ChargingProfileStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.11. */
  public enum ChargingProfileStatus implements Wire {
    Accepted,
    Rejected,
    NotSupported
  }
}
