package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions and their setpoints on the wire: from the base over sharing and suspension to the end. */
class SetpointTest {
  @Test
  void aNewCarIsKeptStillByTheBaseAndServedAtOnce() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    assertEquals(List.of("0=0.0"), station.told);
    assertEquals(ChargingProfilePurposeType.TxDefaultProfile, station.profiles.getFirst().chargingProfilePurpose());
    assertEquals("60", station.configured.get("MeterValueSampleInterval"));

    int transaction = station.start(1, "card");
    assertTrue(transaction > 0);
    yard.pass(Duration.ofMillis(100));
    assertEquals(List.of("0=0.0", "1=32.0"), station.told);
    ChargingProfile setpoint = station.profiles.getLast();
    assertEquals(ChargingProfilePurposeType.TxProfile, setpoint.chargingProfilePurpose());
    assertEquals(ChargingProfileKindType.Absolute, setpoint.chargingProfileKind());
    assertEquals(transaction, setpoint.transactionId());
    assertEquals(0, setpoint.stackLevel());
    GatewayView.Session session = yard.session("cp-1");
    assertEquals(320, session.setpointDa());
    assertEquals(320, session.confirmedDa());
    assertEquals(Reason.Rule.FULL, session.reason().rule());
    assertEquals("It has its maximum, 32.0 A.", session.reason().text());
  }

  @Test
  void threeCarsShareByEqualPercentageAndTheReasonNamesZoneAndPhase() {
    Yard yard = Yard.flat(3, 48);
    for (int n = 1; n <= 3; n++) {
      yard.online("cp-" + n).start(1, "card");
    }
    yard.settle();
    for (int n = 1; n <= 3; n++) {
      GatewayView.Session session = yard.session("cp-" + n);
      assertEquals(160, session.confirmedDa());
      assertEquals(Reason.Rule.SHARE, session.reason().rule());
      assertEquals("main", session.reason().zone());
      assertEquals(1, session.reason().phase());
      assertEquals("Phase 1 of main is full: each session there has 50 % of its maximum.", session.reason().text());
    }
    assertEquals(PerPhase.all(480), yard.gateway.view().zone("main").leasedDa());
  }

  @Test
  void aStopFreesItsRoomAtOnce() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    int transaction = first.start(1, "card");
    second.start(1, "card");
    yard.settle();
    assertEquals(16.0, second.limits.get(1));

    first.stop(transaction, 500);
    assertEquals(32.0, second.limits.get(1));
    assertNull(yard.gateway.view().session("cp-1", 1));
  }

  @Test
  void aStationThatKnowsTheTransactionByAnotherIdIsSteeredWithoutIt() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    yard.settle();
    station.transactions.clear();
    yard.gateway.setZoneMaximum("main", PerPhase.all(200), null);
    yard.pass(Duration.ofMinutes(1));
    assertNull(station.profiles.getLast().transactionId());
    assertEquals(20.0, station.limits.get(1));
    yard.pass(Duration.ofMinutes(6));
    assertEquals(200, yard.session("cp-1").heldDa(), "the 32 A have run out");
  }

  @Test
  void cutsAreConfirmedBeforeTheRaiseThatNeedsThem() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    first.start(1, "card");
    yard.settle();
    first.manner = ScriptedStation.Manner.SILENT;
    second.start(1, "card");
    yard.settle();
    assertEquals(List.of("0=0.0", "1=32.0", "1=16.0"), first.told);
    assertEquals(List.of("0=0.0", "1=0.0"), second.told);
    assertEquals(160, yard.session("cp-2").setpointDa());
    assertEquals(0, yard.session("cp-2").heldDa());
    assertEquals(PerPhase.all(320), yard.gateway.view().zone("main").leasedDa());
  }

  @Test
  void whenTheFloorsDoNotFitTheOneWithMostEnergyIsSuspendedAndANewCarIsServedAtOnce() {
    Yard yard = Yard.flat(3, 12);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    int one = first.start(1, "card");
    int two = second.start(1, "card");
    yard.pass(Duration.ofMinutes(10));
    first.meter(1, one, 900, 6, 6, 6);
    second.meter(1, two, 800, 6, 6, 6);
    ScriptedStation third = yard.online("cp-3");
    third.start(1, "card");
    yard.settle();
    assertEquals(0.0, first.limits.get(1));
    assertEquals(Reason.Rule.SHED, yard.session("cp-1").reason().rule());
    assertEquals("main", yard.session("cp-1").reason().zone());
    assertEquals(6.0, second.limits.get(1));
    assertEquals(6.0, third.limits.get(1));
  }

  @Test
  void theSuspensionOrderIsLookedAtAgainAfterFifteenMinutesAndNotBefore() {
    Yard yard = Yard.flat(2, 8);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    int one = first.start(1, "card");
    yard.pass(Duration.ofMinutes(5));
    first.meter(1, one, 300, 8, 8, 8);
    int two = second.start(1, "card");
    yard.settle();
    assertEquals(0.0, first.limits.get(1));
    assertEquals(8.0, second.limits.get(1));

    yard.pass(Duration.ofMinutes(10));
    second.meter(1, two, 900, 8, 8, 8);
    yard.pass(Duration.ofSeconds(285));
    assertEquals(0.0, first.limits.get(1));
    yard.pass(Duration.ofSeconds(20));
    assertEquals(8.0, first.limits.get(1));
    assertEquals(0.0, second.limits.get(1));
  }

  @Test
  void aCarWhoseDrawShowsOneConductorCountsOnItsPhaseOnly() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    int one = first.start(1, "card");
    second.start(1, "card");
    yard.settle();
    first.meter(1, one, 60, 16, 0, 0);
    yard.pass(Duration.ofSeconds(60));
    assertEquals(List.of(1, 2, 3), yard.session("cp-1").phases());
    first.meter(1, one, 120, 16, 0, 0);
    yard.settle();
    assertEquals(List.of(1), yard.session("cp-1").phases());
    assertTrue(yard.session("cp-1").conductorsKnown());

    first.meter(1, one, 180, 16, 16, 0);
    yard.settle();
    assertEquals(List.of(1, 2), yard.session("cp-1").phases());
  }

  @Test
  void phasesAreTurnedByTheWiringUnlessTheStationKnowsItsRotation() {
    String yaml = """
        name: Yard
        licence: EDL
        zones: [{id: main, max_a: 100, auth: all}]
        stations: [{id: "cp-{n}", model: pro-ac, zone: main, wiring: TRI231, count: 2}]
        """;
    Yard yard = new Yard(yaml);
    ScriptedStation plain = yard.online("cp-1");
    ScriptedStation knowing = yard.station("cp-2");
    knowing.configuration.put("ConnectorPhaseRotation", "0.RST,1.STR");
    knowing.online();
    int one = plain.start(1, "card");
    int two = knowing.start(1, "card");
    for (int minute = 0; minute < 2; minute++) {
      plain.meter(1, one, 100, 16, 0, 0);
      knowing.meter(1, two, 100, 0, 16, 0);
      yard.pass(Duration.ofSeconds(60));
    }
    assertEquals(List.of(2), yard.session("cp-1").phases());
    assertEquals(List.of(2), yard.session("cp-2").phases());
  }

  @Test
  void aVipHasAllItCanTakeAndTheOthersShareTheRest() {
    Yard yard = new Yard("""
        name: Yard
        licence: EDM
        zones: [{id: main, max_a: 40}]
        stations: [{id: "cp-{n}", model: pro-ac, zone: main, count: 2}]
        cards: [{id: boss, vip: true}, {id: staff}]
        """);
    yard.online("cp-1").start(1, "BOSS");
    yard.online("cp-2").start(1, "staff");
    yard.settle();
    assertEquals(320, yard.session("cp-1").confirmedDa());
    assertEquals(Reason.Rule.VIP, yard.session("cp-1").reason().rule());
    assertEquals(80, yard.session("cp-2").confirmedDa());
  }

  @Test
  void aSessionWhoseCardMayNotChargeStaysAtZero() {
    Yard yard = new Yard("""
        name: Yard
        licence: EDM
        zones: [{id: main, max_a: 40}]
        stations: [{id: cp-1, model: pro-ac, zone: main}]
        """);
    ScriptedStation station = yard.online("cp-1");
    assertEquals("Invalid", station.begin(1, "stranger").idTagInfo().status().name());
    yard.settle();
    assertEquals(Reason.Rule.UNAUTHORISED, yard.session("cp-1").reason().rule());
    assertEquals(List.of("0=0.0", "1=0.0"), station.told);
  }

  @Test
  void aMaximumChangedLiveIsKeptAtOnce() {
    Yard yard = Yard.flat(2, 64);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    first.start(1, "card");
    second.start(1, "card");
    yard.settle();
    yard.gateway.setZoneMaximum("main", PerPhase.all(400), null);
    yard.settle();
    assertEquals(20.0, first.limits.get(1));
    assertEquals(20.0, second.limits.get(1));
    assertEquals(PerPhase.all(400), yard.gateway.view().zone("main").limits().limitDa());
    assertTrue(yard.recorded("zone").getLast().contains("\"z\":\"main\",\"limit\":[40,40,40],\"kw\":null,\"by\":\"maximum\""));
  }

  @Test
  void aMeterSampleThatChangesNothingDecidedIsAnsweredAndNothingMore() {
    Yard yard = Yard.flat(2, 48);
    ScriptedStation first = yard.online("cp-1");
    int one = first.start(1, "card");
    yard.settle();
    int setpoints = yard.recorded("setpoint").size();
    long events = yard.time.events();
    first.meter(1, one, 100, 32, 32, 32);
    assertEquals(setpoints, yard.recorded("setpoint").size());
    assertTrue(yard.time.events() - events <= 2, "events: " + (yard.time.events() - events));
    assertEquals(100, yard.session("cp-1").energyWh());
  }

  @Test
  void aCarThatHasLongPausedOfItselfGivesItsRoomAwayUntilItDrawsAgain() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    int one = first.start(1, "card");
    second.start(1, "card");
    yard.settle();
    first.status(1, ChargePointStatus.SuspendedEV);
    first.draws.put(1, 0.0);
    yard.pass(Duration.ofSeconds(115));
    assertEquals(16.0, second.limits.get(1));
    yard.pass(Duration.ofSeconds(15));
    assertEquals(6.0, first.limits.get(1), "its reserve is released, its floor is its own");
    assertEquals(26.0, second.limits.get(1));
    assertEquals(Reason.Rule.IDLE, yard.session("cp-1").reason().rule());
    yard.pass(Duration.ofMinutes(8));
    assertEquals(0.0, first.limits.get(1), "after all others");
    assertEquals(32.0, second.limits.get(1));
    first.draws.clear();
    first.meter(1, one, 100, 6, 6, 6);
    yard.settle();
    assertEquals(16.0, first.limits.get(1));
    assertEquals(16.0, second.limits.get(1));
  }

  @Test
  void aCarThatIsSuspendedDoesNotCountAsPaused() {
    Yard yard = Yard.flat(2, 8);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    first.start(1, "card");
    yard.settle();
    first.status(1, ChargePointStatus.SuspendedEV);
    int two = second.start(1, "card");
    yard.settle();
    assertEquals(0.0, first.limits.get(1));
    first.status(1, ChargePointStatus.SuspendedEV);
    yard.pass(Duration.ofMinutes(12));
    second.stop(two, 100);
    assertEquals(8.0, first.limits.get(1), "its full claim, not only its floor");
  }

  @Test
  void aDcStationIsLimitedInWattsAndCountsOnAllPhases() {
    Yard yard = new Yard("""
        name: Yard
        licence: EDL
        zones: [{id: main, max_a: 63, auth: all}]
        stations: [{id: dc, model: dc-60, zone: main}]
        """);
    ScriptedStation station = yard.online("dc");
    station.start(1, "card");
    yard.settle();
    GatewayView.Session session = yard.session("dc");
    assertEquals(List.of(1, 2, 3), session.phases());
    // 100 W standby at 0.9 × 230 V and power factor 0.98 are 0.17 A
    assertEquals(628, session.setpointDa());
    // on three phases at 0.9 × 230 V, power factor 0.98, efficiency 0.95
    assertEquals(Math.floor(62.8 * 3 * 207 * 0.98 * 0.95), station.limits.get(1));
    assertEquals(
        ChargingRateUnitType.W, station.profiles.getLast().chargingSchedule().chargingRateUnit());
  }

  @Test
  void aStationThatKnowsOnlyPowerIsToldWattsAsIfAllWereOnOnePhase() {
    Yard yard = Yard.flat(1, 10);
    ScriptedStation station = yard.station("cp-1");
    station.configuration.put("ChargingScheduleAllowedChargingRateUnit", "Power");
    station.online().start(1, "card");
    yard.settle();
    assertEquals(2300.0, station.limits.get(1));
  }

  @Test
  void aPowerLimitBindsAndTheReasonSaysSo() {
    Yard yard = new Yard("""
        name: Yard
        licence: EDL
        zones: [{id: main, name: Car park, max_a: 100, max_kw: 13.8, auth: all}]
        stations: [{id: "cp-{n}", model: pro-ac, zone: main, count: 2}]
        """);
    yard.online("cp-1").start(1, "card");
    yard.online("cp-2").start(1, "card");
    yard.settle();
    GatewayView.Session session = yard.session("cp-1");
    assertEquals(100, session.confirmedDa());
    assertEquals(0, session.reason().phase());
    assertTrue(session.reason().text().startsWith("The power limit of Car park is full"));
    assertEquals(13_800, yard.gateway.view().zone("main").leasedW());
  }

  @Test
  void theRecordingTellsLimitsSetpointsAndSumsWhenTheyChange() {
    Yard yard = Yard.flat(1, 20);
    yard.online("cp-1").start(1, "card");
    yard.settle();
    assertEquals(1, yard.recorded("zone").size());
    assertEquals(1, yard.recorded("setpoint").size());
    assertTrue(yard.recorded("setpoint").getFirst().contains(
        "\"station\":\"cp-1\",\"connector\":1,\"tx\":1,\"a\":20,\"why\":{\"rule\":\"share\",\"zone\":\"main\",\"phase\":1,"));
    assertEquals(2, yard.recorded("leased").size());
    assertTrue(yard.recorded("leased").getLast().contains("\"z\":\"main\",\"a\":[20,20,20]"));
    assertFalse(yard.recorded("leased").getFirst().contains("20,20,20"));
  }
}
