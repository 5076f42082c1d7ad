package io.parkbench.rigs.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.rigs.ReadySites;
import io.parkbench.rigs.file.RigReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real devices are never driven beyond the rig file's limits, whatever is asked (R-RIG-4). */
class SafetyGuardTest {
  private final VirtualTime time = new VirtualTime(0, "");
  private final List<String> sent = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  @SuppressWarnings("NullAway.Init") private SafetyGuard guard;

  @BeforeEach
  void begin() throws Exception {
    guard = new SafetyGuard(time, RigReader.parse("rig.yaml", """
        ocpp: {port: 0}
        stations:
          - {station: cp-1, max_a: 16}
          - {station: v-01, max_a: 16}
          - {station: v-02, max_a: 16}
        safety: {zones: {hall: 20}}
        """), ReadySites.load("mixed-bench"), Recording.NONE, told::add);
    guard.opened("cp-1", new Ear());
    guard.heard("cp-1", "[2,\"7\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"C\",\"meterStart\":0}]");
    assertTrue(guard.lets("cp-1", "[3,\"7\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":42}]"));
  }

  private static String profile(String unit, double... limits) {
    StringBuilder periods = new StringBuilder();
    for (double limit : limits) {
      periods.append(periods.isEmpty() ? "" : ",").append("{\"startPeriod\":0,\"limit\":").append(limit).append('}');
    }
    return "[2,\"1\",\"SetChargingProfile\",{\"connectorId\":1,\"csChargingProfiles\":{\"chargingSchedule\":{\"chargingRateUnit\":\""
        + unit + "\",\"chargingSchedulePeriod\":[" + periods + "]}}}]";
  }

  @Test
  void whatIsWithinTheLimitPasses() {
    assertTrue(guard.lets("cp-1", profile("A", 16, 6)));
    assertTrue(guard.lets("cp-1", profile("W", 16 * 3 * 230)));
    assertTrue(guard.lets("cp-1", "[2,\"1\",\"Reset\",{\"type\":\"Soft\"}]"));
    assertEquals(List.of(), sent);
  }

  @Test
  void aHigherSetpointIsHeldBackAllIsStoppedAndTheRunFails() {
    assertFalse(guard.lets("cp-1", profile("A", 10, 16.2)), "the second period counts, too");
    assertTrue(sent.getFirst().contains("\"transactionId\":42") && sent.getFirst().contains("\"limit\":0"), sent::toString);
    assertFalse(guard.heard("cp-1", "[3,\"safety-1\",{\"status\":\"Accepted\"}]"), "the gateway does not hear of it");
    assertTrue(sent.get(1).contains("RemoteStopTransaction"), sent::toString);
    guard.heard("cp-1", "[3,\"safety-2\",{\"status\":\"Accepted\"}]");
    assertTrue(sent.get(2).contains("TxDefaultProfile"), sent::toString);
    assertFalse(guard.lets("cp-1", profile("A", 6)), "nothing but 0 A any more");
    assertTrue(guard.lets("cp-1", profile("A", 0)));
    SafetyStop stop = assertThrows(SafetyStop.class, () -> time.runUntil(time.now() + 5 * Micros.SECOND));
    assertEquals("SAFETY STOP: cp-1 was to be told 16.2 A: the rig allows it 16.0 A", stop.getMessage());
  }

  @Test
  void wattsCountByConductors() {
    assertFalse(guard.lets("cp-1", profile("W", 17 * 3 * 230)));
  }

  @Test
  void realStationsOfAZoneCountTogether() {
    assertTrue(guard.lets("v-01", profile("A", 12)));
    assertFalse(guard.lets("v-02", profile("A", 12)));
    assertTrue(told.getFirst().contains("the real stations of hall would have 24.0 A together, and the rig allows 20.0 A"),
        told::toString);
  }

  @Test
  void whatIsMeasuredAboveForFiveSecondsStops() {
    guard.measured("cp-1", 18);
    time.runUntil(4 * Micros.SECOND);
    guard.measured("cp-1", 18);
    assertEquals(null, guard.stopped());
    guard.measured("cp-1", 16.2);
    time.runUntil(10 * Micros.SECOND);
    guard.measured("cp-1", 18);
    time.runUntil(16 * Micros.SECOND);
    guard.measured("cp-1", 18);
    assertEquals("cp-1 draws 18.0 A: the rig allows it 16.0 A", guard.stopped());
  }

  /** A station's link. */
  private final class Ear implements Link {
    @Override
    public String identity() {
      return "cp-1";
    }

    @Override
    public Handshake handshake() {
      return Handshake.ocpp16("cp-1");
    }

    @Override
    public void send(String json) {
      sent.add(json);
    }

    @Override
    public void sendRaw(String text) {
      sent.add(text);
    }

    @Override
    public void ping() {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public void abandon() {}

    @Override
    public boolean isOpen() {
      return true;
    }
  }
}
