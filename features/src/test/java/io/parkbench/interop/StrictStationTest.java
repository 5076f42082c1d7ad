package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A strict OCPP 1.6J station that somebody else wrote charges at {@code parkbench gateway} and has nothing to complain of. */
class StrictStationTest {
  private static final Pattern PORT = Pattern.compile("ws://[^:]+:(\\d+)/IDENTITY");

  @Test
  void aStrictStationChargesOnceAndIsTold() throws Exception {
    StrictPeers peers = StrictPeers.orSkip();
    try (Program gateway = Program.parkbench("gateway", "--site", "residential", "--ocpp-port", "0")) {
      String url = "ws://127.0.0.1:" + gateway.await(PORT);
      try (Program station = peers.start("strict-client", url, "res-02", "stays")) {
        station.await("that it is done", line -> line.contains("\"done\""));
        gateway.interrupt();
        assertEquals(0, station.awaitEnd(), station::text);
        Told told = new Told(station);
        assertEquals(List.of(), told.complaints());
        assertEquals("ocpp1.6", told.the("connected").path("connected").asText());
        assertEquals("Accepted", told.answers("BootNotification").getFirst().path("status").asText());
        assertEquals("Accepted", told.answers("Authorize").getFirst().at("/idTagInfo/status").asText());
        assertEquals("Accepted", told.answers("StartTransaction").getFirst().at("/idTagInfo/status").asText());
        assertEquals(5, told.answers("StatusNotification").size());
        assertEquals(1, told.answers("MeterValues").size());
        assertEquals(1, told.answers("StopTransaction").size());
        assertEquals(1001, told.the("closed").path("closed").asInt(), "an interrupted gateway says goodbye");
        assertSetpoint(told);
      }
    }
  }

  /** Nothing may be drawn before the setpoint; alone on 100 A, the station gets its rating. */
  private static void assertSetpoint(Told told) {
    JsonNode base = told.heard("SetChargingProfile").getFirst();
    assertEquals("TxDefaultProfile", base.at("/csChargingProfiles/chargingProfilePurpose").asText());
    assertEquals(0, firstLimit(base.path("csChargingProfiles")));
    JsonNode setpoint = told.the("setpoint").path("setpoint");
    assertEquals(told.the("setpoint").path("transactionId"), setpoint.path("transactionId"));
    assertEquals("A", setpoint.at("/chargingSchedule/chargingRateUnit").asText());
    assertEquals(32, firstLimit(setpoint));
    assertTrue(told.heard("ChangeConfiguration").stream().anyMatch(c -> c.path("key").asText().equals("MeterValueSampleInterval")));
    assertEquals(1, told.heard("GetConfiguration").size());
  }

  private static double firstLimit(JsonNode profile) {
    return profile.at("/chargingSchedule/chargingSchedulePeriod/0/limit").asDouble(-1);
  }
}
