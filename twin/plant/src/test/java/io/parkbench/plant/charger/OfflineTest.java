package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.StopTransaction.Reason;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** R-CHG-1: what a station does on its own, and how the central system learns of it (OCPP 1.6 §3.5, §3.7). */
class OfflineTest {
  private final TestStation test = TestStation.running(ChargerModels.named("parking-2x22kw"));
  private final CentralSystem central = test.central;
  private final ChargePoint station = test.station;

  private void goOffline() {
    central.refuses = true;
    central.hangUp();
    test.seconds(1);
  }

  private void comeBack() {
    central.refuses = false;
    test.seconds(400);
    assertTrue(station.isOnline());
  }

  @Nested
  class Transactions {
    @Test
    void ofOneWholeSessionArriveInOrderWithTheIdGivenLate() {
      station.configure("AllowOfflineTxForUnknownId", "true");
      goOffline();
      central.forget();
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(130);
      assertTrue(station.isCharging(1));
      assertNull(station.transactionId(1));
      station.unplug(1);
      test.seconds(10);
      assertEquals(4, station.queued());
      comeBack();

      assertEquals(List.of("StartTransaction", "MeterValues", "MeterValues", "StopTransaction"), central.actions());
      assertEquals(1001, central.heard(MeterValues.Req.class).getFirst().transactionId());
      assertEquals(1001, central.last(StopTransaction.Req.class).transactionId());
      assertEquals(
          TestStation.NOON.plusSeconds(2).getEpochSecond(),
          central.last(StartTransaction.Req.class).timestamp().getEpochSecond());
      assertEquals(0, station.queued());
    }

    @Test
    void begunOfflineAndEndedOnlineHaveTheirId() {
      station.configure("AllowOfflineTxForUnknownId", "true");
      goOffline();
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(10);
      comeBack();
      assertEquals(1001, station.transactionId(1));
      station.unplug(1);
      test.seconds(1);
      assertEquals(1001, central.last(StopTransaction.Req.class).transactionId());
    }

    @Test
    void ofTwoConnectorsKeepTheirIdsApart() {
      station.configure("AllowOfflineTxForUnknownId", "true");
      goOffline();
      central.forget();
      station.plug(2, TestStation.car(), "CARD-2");
      test.seconds(5);
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      station.unplug(1);
      station.unplug(2);
      comeBack();
      List<StopTransaction.Req> stops = central.heard(StopTransaction.Req.class);
      assertEquals(List.of(1002, 1001), stops.stream().map(StopTransaction.Req::transactionId).toList());
    }

    @Test
    void surviveAPowerCut() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      station.losePower();
      assertEquals(0, station.amps(1));
      test.seconds(600);
      assertEquals(0, central.heard(StopTransaction.Req.class).size());
      station.start();
      test.seconds(10);
      assertEquals(Reason.PowerLoss, central.last(StopTransaction.Req.class).reason());
    }

    @Test
    void areRetriedWithGrowingWaitsWhileOthersOvertake() {
      station.configure("TransactionMessageAttempts", "5");
      station.configure("TransactionMessageRetryInterval", "10");
      central.failures = 3;
      central.forget();
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(9);
      assertEquals(1, central.heard(StartTransaction.Req.class).size());
      test.seconds(20); // 10 s after the first, 20 s after the second
      assertEquals(2, central.heard(StartTransaction.Req.class).size());
      station.plug(2, TestStation.car(), "CARD-2");
      test.seconds(1);
      assertEquals("CARD-2", central.last(Authorize.Req.class).idTag());
      test.seconds(5);
      assertEquals(3, central.heard(StartTransaction.Req.class).size());
      test.seconds(30);
      List<StartTransaction.Req> starts = central.heard(StartTransaction.Req.class);
      assertEquals(List.of(1, 1, 1, 1, 2), starts.stream().map(StartTransaction.Req::connectorId).toList());
      assertEquals(1001, station.transactionId(1));
      assertEquals(1002, station.transactionId(2));
    }

    @Test
    void thatNobodyTakesAreGivenUpAndTheRestCarriesMinusOne() {
      station.configure("TransactionMessageAttempts", "2");
      station.configure("TransactionMessageRetryInterval", "1");
      central.failures = 2;
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(10);
      station.unplug(1);
      test.seconds(1);
      assertEquals(2, central.heard(StartTransaction.Req.class).size());
      assertEquals(-1, central.last(StopTransaction.Req.class).transactionId());
    }
  }

  @Nested
  class Cards {
    @Test
    void inTheCacheMayChargeOthersMayNot() {
      central.knows("CARD-3", AuthorizationStatus.Blocked);
      station.swipe(1, "CARD-1");
      station.swipe(1, "CARD-3");
      test.seconds(90);
      goOffline();
      station.plug(1, TestStation.car(), "CARD-2");
      assertFalse(station.isCharging(1));
      station.swipe(1, "CARD-3");
      assertFalse(station.isCharging(1));
      station.swipe(1, "CARD-1");
      assertTrue(station.isCharging(1));
    }

    @Test
    void inTheCacheMayNotWhereConfiguredSo() {
      station.swipe(1, "CARD-1");
      test.seconds(90);
      station.configure("LocalAuthorizeOffline", "false");
      goOffline();
      station.plug(1, TestStation.car(), "CARD-1");
      assertFalse(station.isCharging(1));
    }
  }

  @Nested
  class Limits {
    @Test
    void ofARunningTransactionStayInForce() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      var lease = Profiles.tx(16).then(60, 9).transaction(1001).absolute("2026-03-02T12:00:00Z");
      var answer = central.call(new SetChargingProfile.Req(1, lease.build()));
      test.seconds(1);
      assertNotNull(answer.get());
      goOffline();
      assertEquals(16, station.offeredAmps(1));
      test.seconds(60);
      assertEquals(9, station.offeredAmps(1));
    }

    @Test
    void ofTheBaseHoldForACarThatComesMeanwhile() {
      station.configure("AllowOfflineTxForUnknownId", "true");
      central.call(new SetChargingProfile.Req(0, Profiles.txDefault(0).build()));
      test.seconds(1);
      goOffline();
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(10);
      assertTrue(station.isCharging(1));
      assertEquals(0, station.offeredAmps(1));
    }
  }

  @Test
  void onlyThePresentStatusIsToldAfterwards() {
    goOffline();
    central.forget();
    for (int i = 0; i < 5; i++) {
      station.plug(1, TestStation.car(), null);
      station.unplug(1);
    }
    comeBack();
    assertEquals(List.of("Available"), central.statuses(1));
    assertEquals(3, central.heard(StatusNotification.Req.class).size());
  }
}
