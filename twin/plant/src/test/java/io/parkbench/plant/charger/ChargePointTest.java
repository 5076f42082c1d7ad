package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.ChangeAvailability;
import io.parkbench.protocol.ocpp.ChangeAvailability.AvailabilityStatus;
import io.parkbench.protocol.ocpp.ChangeAvailability.AvailabilityType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ClearCache;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.ClearChargingProfile.ClearChargingProfileStatus;
import io.parkbench.protocol.ocpp.DataTransfer;
import io.parkbench.protocol.ocpp.DataTransfer.DataTransferStatus;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetLocalListVersion;
import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.Phase;
import io.parkbench.protocol.ocpp.ReadingContext;
import io.parkbench.protocol.ocpp.RemoteStartStopStatus;
import io.parkbench.protocol.ocpp.RemoteStartTransaction;
import io.parkbench.protocol.ocpp.RemoteStopTransaction;
import io.parkbench.protocol.ocpp.Reset;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointErrorCode;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.StopTransaction.Reason;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.TriggerMessage.MessageTrigger;
import io.parkbench.protocol.ocpp.TriggerMessage.TriggerMessageStatus;
import io.parkbench.protocol.ocpp.UnlockConnector;
import io.parkbench.protocol.ocpp.UnlockConnector.UnlockStatus;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** R-CHG-1: what a station does while it is connected, as a central system sees it. */
class ChargePointTest {
  private final TestStation test = TestStation.running(ChargerModels.named("generic-22kw"));
  private final CentralSystem central = test.central;
  private final ChargePoint station = test.station;

  private ChargingProfileStatus set(int connector, Profiles profile) {
    var answer = central.call(new SetChargingProfile.Req(connector, profile.build()));
    test.seconds(1);
    return answer.get(SetChargingProfile.Conf::status);
  }

  private List<String> sampled() {
    return central.last(MeterValues.Req.class).meterValue().getFirst().sampledValue().stream()
        .map(ChargePointTest::text)
        .toList();
  }

  private static String text(SampledValue value) {
    Measurand measurand = value.measurand();
    Phase phase = value.phase();
    return (measurand == null ? "" : measurand.wire()) + (phase == null ? "" : " " + phase.wire()) + " " + value.value();
  }

  @Nested
  class ASession {
    @Test
    void runsFromPlugToUnplugInOrder() {
      central.forget();
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(61);
      station.swipe(1, "CARD-1");
      test.seconds(5);
      station.unplug(1);
      test.seconds(1);

      assertEquals(List.of("Authorize", "StartTransaction", "MeterValues", "StopTransaction"), central.actions());
      assertEquals(
          List.of("Preparing", "SuspendedEV", "Charging", "Finishing", "Available"), central.statuses(1));
      StopTransaction.Req stop = central.last(StopTransaction.Req.class);
      assertEquals(1001, stop.transactionId());
      assertEquals(Reason.Local, stop.reason());
      assertEquals("CARD-1", stop.idTag());
      assertEquals(List.of("1: 16.0 x 3", "1: 0.0 x 3"), test.draws);
    }

    @Test
    void metersWhatTheCarDrew() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(3_700);
      station.unplug(1);
      test.seconds(1);
      StopTransaction.Req stop = central.last(StopTransaction.Req.class);
      int started = central.last(StartTransaction.Req.class).meterStart();
      assertEquals(16 * 3 * 230 * 3_698 / 3_600.0, stop.meterStop() - started, 1);
      assertEquals(Reason.EVDisconnected, stop.reason());
    }

    @Test
    void aRefusedCardStartsNothing() {
      central.knows("CARD-9", AuthorizationStatus.Blocked);
      central.forget();
      station.plug(1, TestStation.car(), "CARD-9");
      test.seconds(60);
      assertEquals(List.of("Authorize"), central.actions());
      assertEquals(ChargePointStatus.Preparing, station.status(1));
    }

    @Test
    void aForeignCardDoesNotStopIt() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      station.swipe(1, "CARD-2");
      test.seconds(5);
      assertTrue(station.isCharging(1));
    }

    @Test
    void aCardBeforeThePlugWaitsForTheConnectionTimeOut() {
      station.swipe(1, "CARD-1");
      test.seconds(1);
      assertEquals(ChargePointStatus.Preparing, station.status(1));
      test.seconds(60);
      assertEquals(ChargePointStatus.Available, station.status(1));
      station.swipe(1, "CARD-1");
      test.seconds(30);
      station.plug(1, TestStation.car(), null);
      test.seconds(1);
      assertTrue(station.isCharging(1));
    }

    @Test
    void aTagThatTheStartDoesNotAcceptEndsIt() {
      station.configure("LocalPreAuthorize", "true");
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      station.unplug(1);
      central.knows("CARD-1", AuthorizationStatus.Blocked);
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      assertEquals(Reason.DeAuthorized, central.last(StopTransaction.Req.class).reason());
    }

    @Test
    void orGoesOnWithoutCurrentWhereConfiguredSo() {
      station.configure("LocalPreAuthorize", "true");
      station.configure("StopTransactionOnInvalidId", "false");
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      station.unplug(1);
      central.knows("CARD-1", AuthorizationStatus.Blocked);
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      assertTrue(station.isCharging(1));
      assertEquals(0, station.offeredAmps(1));
      assertEquals(ChargePointStatus.SuspendedEVSE, station.status(1));
    }

    @Test
    void outlivesThePlugWhereConfiguredSo() {
      station.configure("StopTransactionOnEVSideDisconnect", "false");
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      station.unplug(1);
      test.seconds(5);
      assertEquals(ChargePointStatus.SuspendedEV, station.status(1));
      station.plug(1, TestStation.car(), null);
      test.seconds(5);
      assertEquals(ChargePointStatus.Charging, station.status(1));
      assertEquals(1, central.heard(StartTransaction.Req.class).size());
    }

    @Test
    void needsNoCardInFreeVendMode() {
      station.configure("FreevendActive", "true");
      station.configure("FreevendIdTag", "GUEST");
      central.forget();
      station.plug(1, TestStation.car(), null);
      test.seconds(5);
      assertEquals(List.of("StartTransaction"), central.actions());
      assertEquals("GUEST", central.last(StartTransaction.Req.class).idTag());
    }

    @Test
    void tellsBeginAndEndWhereConfiguredSo() {
      station.configure("StopTxnSampledData", "Energy.Active.Import.Register");
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      station.unplug(1);
      test.seconds(1);
      var contexts = central.last(StopTransaction.Req.class).transactionData().stream()
          .map(value -> value.sampledValue().getFirst().context())
          .toList();
      assertEquals(List.of(ReadingContext.Transaction_Begin, ReadingContext.Transaction_End), contexts);
    }
  }

  @Nested
  class MeterReadings {
    @Test
    void showEnergyCurrentsAndPower() {
      station.plug(1, TestStation.onePhaseCar(), "CARD-1");
      test.seconds(61);
      assertEquals(
          List.of(
              "Energy.Active.Import.Register 118",
              "Current.Import L1 32.0",
              "Current.Import L2 0.0",
              "Current.Import L3 0.0",
              "Power.Active.Import 7360"),
          sampled());
    }

    @Test
    void followTheKeys() {
      station.configure("MeterValuesSampledData", "Current.Offered,Current.Import,Voltage");
      station.configure("MeterValueSampleInterval", "10");
      station.configure("ConnectorPhaseRotation", "0.RST,1.STR");
      station.plug(1, TestStation.onePhaseCar(), "CARD-1");
      test.seconds(12);
      assertEquals(
          List.of(
              "Current.Offered 32.0",
              "Current.Import L2 32.0",
              "Current.Import L3 0.0",
              "Current.Import L1 0.0",
              "Voltage L2-N 230",
              "Voltage L3-N 230",
              "Voltage L1-N 230"),
          sampled());
      assertEquals(1, central.heard(MeterValues.Req.class).size());
    }

    @Test
    void comeAtFullIntervalsOfTheClockWhereConfiguredSo() {
      station.configure("MeterValuesAlignedData", "Energy.Active.Import.Register");
      station.configure("ClockAlignedDataInterval", "900");
      test.seconds(3_600);
      List<MeterValues.Req> values = central.heard(MeterValues.Req.class);
      assertEquals(4, values.size());
      assertNull(values.getFirst().transactionId());
      assertEquals(
          TestStation.NOON.plusSeconds(900), values.getFirst().meterValue().getFirst().timestamp());
    }
  }

  @Nested
  class ASetpoint {
    @Test
    void isObeyedAndPausesBelowSixAmperes() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      set(1, Profiles.tx(10).transaction(1001));
      test.seconds(3);
      assertEquals(10, station.amps(1));
      set(1, Profiles.tx(5.9).transaction(1001));
      assertEquals(0, station.offeredAmps(1));
      assertEquals(0, station.amps(1));
      assertEquals(ChargePointStatus.SuspendedEVSE, station.status(1));
      set(1, Profiles.tx(6).transaction(1001));
      test.seconds(3);
      assertEquals(6, station.amps(1));
      assertEquals(ChargePointStatus.Charging, station.status(1));
    }

    @Test
    void fallsBackByItselfWhenItRunsOut() {
      set(0, Profiles.txDefault(6));
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      set(1, Profiles.tx(16).transaction(1001).absolute("2026-03-02T12:00:00Z").lasting(60));
      test.seconds(3);
      assertEquals(16, station.amps(1));
      test.time.runUntil(io.parkbench.kernel.Micros.of(TestStation.NOON.plusSeconds(59)));
      assertEquals(16, station.offeredAmps(1));
      test.time.runUntil(io.parkbench.kernel.Micros.of(TestStation.NOON.plusSeconds(60)));
      assertEquals(6, station.offeredAmps(1));
    }

    @Test
    void isForetoldByTheCompositeSchedule() {
      set(0, Profiles.txDefault(6));
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      set(1, Profiles.tx(16).transaction(1001).absolute("2026-03-02T12:00:00Z").lasting(100));
      var answer = central.call(new GetCompositeSchedule.Req(1, 600, ChargingRateUnitType.A));
      test.seconds(1);
      var schedule = java.util.Objects.requireNonNull(answer.get().chargingSchedule());
      assertEquals(2, schedule.chargingSchedulePeriod().size());
      assertEquals(16, schedule.chargingSchedulePeriod().getFirst().limit());
      assertEquals(6, schedule.chargingSchedulePeriod().getLast().limit());
    }

    @Test
    void isGoneWhenCleared() {
      set(1, Profiles.txDefault(6));
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      var answer = central.call(new ClearChargingProfile.Req(null, 1, null, null));
      var again = central.call(new ClearChargingProfile.Req(null, 1, null, null));
      test.seconds(4);
      assertEquals(ClearChargingProfileStatus.Accepted, answer.get(ClearChargingProfile.Conf::status));
      assertEquals(ClearChargingProfileStatus.Unknown, again.get(ClearChargingProfile.Conf::status));
      assertEquals(16, station.amps(1));
    }

    @Test
    void withoutItsTransactionIsRejected() {
      assertEquals(ChargingProfileStatus.Rejected, set(1, Profiles.tx(10)));
      assertEquals(ChargingProfileStatus.Rejected, set(1, Profiles.max(10)));
    }
  }

  @Nested
  class FromAfar {
    @Test
    void aTransactionStartsWithItsProfileAndStops() {
      station.plug(1, TestStation.car(), null);
      test.seconds(1);
      var start = central.call(new RemoteStartTransaction.Req(null, "APP-1", Profiles.tx(8).build()));
      test.seconds(5);
      assertEquals(RemoteStartStopStatus.Accepted, start.get(RemoteStartTransaction.Conf::status));
      assertEquals("APP-1", central.last(StartTransaction.Req.class).idTag());
      assertEquals(8, station.amps(1));

      var wrong = central.call(new RemoteStopTransaction.Req(1));
      var right = central.call(new RemoteStopTransaction.Req(1001));
      test.seconds(1);
      assertEquals(RemoteStartStopStatus.Rejected, wrong.get(RemoteStopTransaction.Conf::status));
      assertEquals(RemoteStartStopStatus.Accepted, right.get(RemoteStopTransaction.Conf::status));
      assertEquals(Reason.Remote, central.last(StopTransaction.Req.class).reason());
    }

    @Test
    void aStartIsAskedAboutWhereConfiguredSo() {
      station.configure("AuthorizeRemoteTxRequests", "true");
      central.knows("APP-1", AuthorizationStatus.Expired);
      central.forget();
      station.plug(1, TestStation.car(), null);
      central.call(new RemoteStartTransaction.Req(1, "APP-1", null));
      test.seconds(5);
      assertEquals(List.of("Authorize"), central.actions());
    }

    @Test
    void aBusyConnectorIsNotStarted() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      var start = central.call(new RemoteStartTransaction.Req(1, "APP-1", null));
      test.seconds(1);
      assertEquals(RemoteStartStopStatus.Rejected, start.get(RemoteStartTransaction.Conf::status));
    }

    @Test
    void unlockingStopsWhatRuns() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      var answer = central.call(new UnlockConnector.Req(1));
      var unknown = central.call(new UnlockConnector.Req(2));
      test.seconds(1);
      assertEquals(UnlockStatus.Unlocked, answer.get(UnlockConnector.Conf::status));
      assertEquals(UnlockStatus.NotSupported, unknown.get(UnlockConnector.Conf::status));
      assertEquals(Reason.UnlockCommand, central.last(StopTransaction.Req.class).reason());
    }

    @Test
    void messagesCanBeTriggered() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      central.forget();
      for (MessageTrigger trigger : List.of(MessageTrigger.MeterValues, MessageTrigger.BootNotification)) {
        var answer = central.call(new TriggerMessage.Req(trigger, null));
        test.seconds(1);
        assertEquals(TriggerMessageStatus.Accepted, answer.get(TriggerMessage.Conf::status));
      }
      assertEquals(List.of("MeterValues", "BootNotification"), central.actions());
      var answer = central.call(new TriggerMessage.Req(MessageTrigger.FirmwareStatusNotification, null));
      test.seconds(1);
      assertEquals(TriggerMessageStatus.NotImplemented, answer.get(TriggerMessage.Conf::status));
    }

    @Test
    void whatIsNotThereIsSaidSo() {
      var list = central.call(new GetLocalListVersion.Req());
      var data = central.call(new DataTransfer.Req("com.example", null, null));
      var cache = central.call(new ClearCache.Req());
      test.seconds(1);
      assertEquals(OcppError.NotSupported, list.error());
      assertEquals(DataTransferStatus.UnknownVendorId, data.get(DataTransfer.Conf::status));
      assertEquals(ClearCache.ClearCacheStatus.Accepted, cache.get(ClearCache.Conf::status));
    }
  }

  @Nested
  class InAndOutOfService {
    private AvailabilityStatus become(int connector, AvailabilityType type) {
      var answer = central.call(new ChangeAvailability.Req(connector, type));
      test.seconds(1);
      return answer.get(ChangeAvailability.Conf::status);
    }

    @Test
    void atOnceWhenIdleAndItLastsOverAReboot() {
      assertEquals(AvailabilityStatus.Accepted, become(0, AvailabilityType.Inoperative));
      assertEquals(ChargePointStatus.Unavailable, station.status(0));
      assertEquals(ChargePointStatus.Unavailable, station.status(1));
      assertEquals(AvailabilityStatus.Accepted, become(0, AvailabilityType.Inoperative));
      station.reboot();
      test.seconds(60);
      assertEquals("Unavailable", central.statuses(1).getLast());
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      assertFalse(station.isCharging(1));
      assertEquals(AvailabilityStatus.Accepted, become(0, AvailabilityType.Operative));
      assertEquals(ChargePointStatus.Preparing, station.status(1));
    }

    @Test
    void afterTheTransactionWhenBusy() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      assertEquals(AvailabilityStatus.Scheduled, become(0, AvailabilityType.Inoperative));
      assertEquals(ChargePointStatus.Charging, station.status(1));
      assertEquals(ChargePointStatus.Available, station.status(0));
      station.unplug(1);
      test.seconds(1);
      assertEquals("Unavailable", central.statuses(1).getLast());
      assertEquals("Unavailable", central.statuses(0).getLast());
    }

    @Test
    void aFaultOpensTheContactorUntilItIsRepaired() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      station.fault(1, ChargePointErrorCode.GroundFailure);
      assertEquals(0, station.amps(1));
      assertEquals(ChargePointStatus.Faulted, station.status(1));
      station.fault(1, ChargePointErrorCode.NoError);
      test.seconds(5);
      assertEquals(16, station.amps(1));
    }

    @Test
    void statusesThatDoNotLastAreNotTold() {
      station.configure("MinimumStatusDuration", "10");
      central.forget();
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(30);
      assertEquals(List.of("Charging"), central.statuses(1));
    }
  }

  @Nested
  class AReset {
    @Test
    void softStopsGentlyAndBootsAnew() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      central.forget();
      central.call(new Reset.Req(Reset.ResetType.Soft));
      test.seconds(4);
      assertEquals(Reason.SoftReset, central.last(StopTransaction.Req.class).reason());
      test.seconds(60);
      assertEquals(List.of("StopTransaction", "BootNotification"), central.actions());
      assertEquals(ChargePointStatus.Preparing, station.status(1));
    }

    @Test
    void hardIsAtOnce() {
      station.plug(1, TestStation.car(), "CARD-1");
      test.seconds(5);
      central.call(new Reset.Req(Reset.ResetType.Hard));
      test.seconds(2);
      assertFalse(central.isConnected());
      assertEquals(0, station.amps(1));
      test.seconds(60);
      assertTrue(station.isOnline());
      assertEquals(Reason.HardReset, central.last(StopTransaction.Req.class).reason());
    }
  }
}
