package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.RemoteStartStopStatus;
import io.parkbench.protocol.ocpp.RemoteStartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.TriggerMessage.MessageTrigger;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** R-CHG-1: how a station registers, stays connected and comes back (OCPP 1.6 §4.2, OCPP-J §5). */
class ConnectionTest {
  private final TestStation test = new TestStation(ChargerModels.named("parking-2x22kw"));
  private final CentralSystem central = test.central;
  private final ChargePoint station = test.station;

  private void boot() {
    station.start();
    test.seconds(1);
  }

  @Nested
  class Registration {
    @Test
    void bootsThenTellsEveryStatus() {
      boot();
      assertEquals(1, central.heard(BootNotification.Req.class).size());
      for (int connector = 0; connector <= 2; connector++) {
        assertEquals(List.of("Available"), central.statuses(connector));
      }
      assertTrue(station.isOnline());
    }

    @Test
    void aLongNameIsCutToWhatTheStandardAllows() {
      ChargePointModel model = ChargePointModel.generic(
          "a-model-of-more-than-twenty-characters", 230, new ChargePointModel.Socket(32, 3, false));
      TestStation other = TestStation.running(model);
      BootNotification.Req boot = other.central.last(BootNotification.Req.class);
      assertEquals("a-model-of-more-than", boot.chargePointModel());
      assertTrue(other.station.isOnline());
    }

    @Test
    void pendingIsQuietButAnswersAndMayBeTriggered() {
      central.registration = RegistrationStatus.Pending;
      central.interval = 100;
      boot();
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(90);
      assertEquals(List.of("BootNotification"), central.actions());
      assertEquals(0, central.heard(StatusNotification.Req.class).size());

      var keys = central.call(new GetConfiguration.Req(List.of("NumberOfConnectors")));
      var start = central.call(new RemoteStartTransaction.Req(1, "APP-1", null));
      central.call(new TriggerMessage.Req(MessageTrigger.StatusNotification, 1));
      test.seconds(1);
      assertEquals("2", keys.get().configurationKey().getFirst().value());
      assertEquals(RemoteStartStopStatus.Rejected, start.get(RemoteStartTransaction.Conf::status));
      assertEquals(List.of("Preparing"), central.statuses(1));

      central.registration = RegistrationStatus.Accepted;
      test.seconds(15);
      assertTrue(station.isOnline());
      assertEquals(2, central.heard(BootNotification.Req.class).size());
    }

    @Test
    void rejectedIsSilentUntilTheInterval() {
      central.registration = RegistrationStatus.Rejected;
      central.interval = 100;
      boot();
      var keys = central.call(new GetConfiguration.Req(List.of()));
      test.seconds(50);
      assertEquals(List.of("BootNotification"), central.actions());
      assertFalse(keys.isThere());
      central.registration = RegistrationStatus.Accepted;
      test.seconds(60);
      assertTrue(station.isOnline());
    }

    @Test
    void givesTheHeartbeatIntervalAndTheTime() {
      central.interval = 120;
      station.setClockOffset(-40 * Micros.DAY);
      boot();
      test.seconds(600);
      assertEquals(5, central.heard(Heartbeat.Req.class).size());
      station.plug(1, TestStation.car(), null);
      test.seconds(1);
      var told = java.util.Objects.requireNonNull(central.last(StatusNotification.Req.class).timestamp());
      assertTrue(Math.abs(Micros.of(told) - test.time.now()) < 2 * Micros.SECOND, told.toString());
    }
  }

  @Nested
  class ComingBack {
    @Test
    void aRefusedStationTriesAgainEverMoreRarely() {
      central.refuses = true;
      station.start();
      test.seconds(60);
      int inTheFirstMinute = central.handshakes;
      test.seconds(540);
      int inTheNextNine = central.handshakes - inTheFirstMinute;
      assertTrue(inTheFirstMinute >= 3 && inTheFirstMinute <= 8, "first minute: " + inTheFirstMinute);
      assertTrue(inTheNextNine <= 9, "next nine: " + inTheNextNine);
      central.refuses = false;
      test.seconds(300);
      assertTrue(station.isOnline());
    }

    @Test
    void afterAMereReconnectNoBootButTheStatuses() {
      boot();
      central.forget();
      central.hangUp();
      test.seconds(1);
      assertFalse(station.isOnline());
      station.plug(1, TestStation.car(), null);
      station.unplug(1);
      station.plug(2, TestStation.car(), null);
      test.seconds(10);
      assertTrue(station.isOnline());
      assertEquals(List.of(), central.actions());
      assertEquals(List.of("Available"), central.statuses(0));
      assertEquals(List.of("Available"), central.statuses(1));
      assertEquals(List.of("Preparing"), central.statuses(2));
    }

    @Test
    void aCutCableIsNoticedAndMended() {
      boot();
      Faults.Guard cut = test.net.faults().add("CP-1"::equals, new Fault.Cut());
      test.seconds(60);
      assertFalse(station.isOnline());
      cut.close();
      test.seconds(300);
      assertTrue(station.isOnline());
    }

    @Test
    void aSilentPeerIsLeftWhenItSendsNoPong() {
      boot();
      station.configure("WebSocketPingInterval", "20");
      test.seconds(600);
      assertTrue(station.isOnline());
      assertEquals(1, central.handshakes);
      Faults.Guard silence = test.net.faults().add("CP-1"::equals, new Fault.Silence());
      test.seconds(51);
      assertFalse(station.isOnline());
      silence.close();
      test.seconds(120);
      assertTrue(station.isOnline());
    }

    @Test
    void aSilentPeerIsLeftAfterTwoCallsWithoutAnswerEvenWithoutPings() {
      central.interval = 60;
      boot();
      central.silent = true;
      test.seconds(160);
      assertTrue(central.handshakes > 1);
    }

    @Test
    void aRebootBootsAnew() {
      boot();
      station.reboot();
      test.seconds(10);
      assertFalse(station.isPowered());
      test.seconds(60);
      assertEquals(2, central.heard(BootNotification.Req.class).size());
    }

    @Test
    void aStoppedStationStaysAway() {
      boot();
      station.stop();
      test.seconds(600);
      assertFalse(central.isConnected());
      assertEquals(1, central.handshakes);
      station.start();
      test.seconds(5);
      assertTrue(station.isOnline());
    }
  }
}
