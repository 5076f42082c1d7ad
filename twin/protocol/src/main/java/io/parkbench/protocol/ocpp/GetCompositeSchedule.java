package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The central system asks what limits the profiles add up to (OCPP 1.6 sections 5.7, 6.21, 6.22). */
public final class GetCompositeSchedule {
  private GetCompositeSchedule() {}

  /**
   * @param connectorId 0 (the grid connection) or more
   * @param duration seconds
   * @param chargingRateUnit null: as the station likes
   */
  public record Req(int connectorId, int duration, @Nullable ChargingRateUnitType chargingRateUnit)
      implements Request<Conf> {
    public Req {
      Check.atLeast("connectorId", connectorId, 0);
    }
  }

  /**
   * @param scheduleStart what the periods are relative to
   */
  public record Conf(
      GetCompositeScheduleStatus status,
      @Nullable Integer connectorId,
      @Nullable Instant scheduleStart,
      @Nullable ChargingSchedule chargingSchedule)
      implements Response {
    public Conf {
      Check.required("status", status);
      Check.optionalAtLeast("connectorId", connectorId, 0);
      scheduleStart = Check.optionalTime("scheduleStart", scheduleStart);
    }
  }

  /** OCPP 1.6 section 7.26. */
  public enum GetCompositeScheduleStatus implements Wire {
    Accepted,
    Rejected
  }
}
