package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Micros;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lease as it went over the wire: a TxProfile of two periods (R-LEASE-1).
 *
 * @param call the SetChargingProfile that carried it
 * @param amps its first period, A
 * @param thenAmps its second period, A; of a lease with only one NaN
 * @param length how long the first lasts from when it was sent, µs; {@link Long#MAX_VALUE} with only one period
 */
record WiredLease(Wire.Call call, double amps, double thenAmps, long length) {
  private static final String ABSOLUTE = "Absolute";

  /** What a call carries, or null if that is no lease for this connector. */
  static @Nullable WiredLease of(Wire.Call call, Place place, long stationAhead, long begunAt) {
    JsonNode profile = profile(call);
    if (!isTo(call, place) || !profile.path("chargingProfilePurpose").asText().equals("TxProfile")) {
      return null;
    }
    JsonNode schedule = profile.path("chargingSchedule");
    JsonNode periods = schedule.path("chargingSchedulePeriod");
    double amps = periods.path(0).path("limit").asDouble();
    if (periods.size() < 2) {
      return new WiredLease(call, amps, Double.NaN, Long.MAX_VALUE);
    }
    long from = profile.path("chargingProfileKind").asText().equals(ABSOLUTE)
        ? Micros.of(Instant.parse(schedule.path("startSchedule").asText())) - stationAhead : begunAt;
    long end = from + periods.path(1).path("startPeriod").asLong() * Micros.SECOND;
    return new WiredLease(call, amps, periods.path(1).path("limit").asDouble(), end - call.sentAt());
  }

  static boolean isTo(Wire.Call call, Place place) {
    return call.down()
        && call.action().equals("SetChargingProfile")
        && call.station().equals(place.station())
        && call.payload().path("connectorId").asInt() == place.connector();
  }

  static JsonNode profile(Wire.Call call) {
    return call.payload().path("csChargingProfiles");
  }

  String kind() {
    return profile(call).path("chargingProfileKind").asText();
  }

  /** When the first period began, µs by the clock that the profile is in; 0 where Relative. */
  long start() {
    JsonNode start = profile(call).path("chargingSchedule").path("startSchedule");
    return start.isMissingNode() ? 0 : Micros.of(Instant.parse(start.asText()));
  }

  /** What is not as R-LEASE-1 has it, or empty. */
  String flaws(@Nullable Integer transaction) {
    JsonNode profile = profile(call);
    JsonNode schedule = profile.path("chargingSchedule");
    StringBuilder flaws = new StringBuilder();
    if (profile.path("stackLevel").asInt() != 0) {
      flaws.append(", at stack level ").append(profile.path("stackLevel"));
    }
    if (schedule.has("duration")) {
      flaws.append(", with a duration");
    }
    if (transaction == null || profile.path("transactionId").asInt(-1) != transaction) {
      flaws.append(", for transaction ").append(profile.path("transactionId"));
    }
    if (schedule.path("chargingSchedulePeriod").size() != 2) {
      flaws.append(", in ").append(schedule.path("chargingSchedulePeriod").size()).append(" periods");
    }
    return flaws.toString();
  }

  @Override
  public String toString() {
    return Quantity.amps(amps) + (length == Long.MAX_VALUE ? " without an end"
        : " for " + Quantity.duration(length) + ", then " + Quantity.amps(thenAmps));
  }
}
