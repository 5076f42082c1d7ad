package io.parkbench.gateway;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.lease.HoldReason;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Leases on the wire, and what becomes of them when a station is lost (R-LEASE-1 to 8, R-DEG-1 to 3). */
class LeaseTest {
  private static ChargingSchedule lease(ScriptedStation station) {
    return station.profiles.getLast().chargingSchedule();
  }

  @Test
  void aLeaseIsATxProfileOfTwoPeriodsWithoutADuration() {
    Yard yard = Yard.flat(2, 48);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    long said = yard.time.now();
    yard.settle();
    ChargingProfile profile = station.profiles.getLast();
    assertEquals(ChargingProfileKindType.Absolute, profile.chargingProfileKind());
    assertNull(profile.chargingSchedule().duration());
    List<ChargingSchedulePeriod> periods = profile.chargingSchedule().chargingSchedulePeriod();
    assertEquals(List.of(32.0, 24.0), periods.stream().map(ChargingSchedulePeriod::limit).toList());
    assertEquals(List.of(0, 300), periods.stream().map(ChargingSchedulePeriod::startPeriod).toList());
    long start = Micros.of(requireNonNull(profile.chargingSchedule().startSchedule()));
    assertTrue(start <= said && start >= said - 3 * Micros.SECOND, "not in the station's future");
  }

  @Test
  void itIsRenewedBeforeItRunsOut() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    yard.settle();
    for (int minute = 0; minute < 60; minute++) {
      yard.pass(Duration.ofMinutes(1));
      assertEquals(32.0, station.limitNow(1));
    }
    int renewals = station.told.size();
    assertTrue(renewals <= 2 + 3600 / 200 + 1, "told " + renewals + " times in an hour");
  }

  @Test
  void aStationThatTakesNoAbsoluteScheduleIsToldRelativeOnes() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    station.takesAbsolute = false;
    station.start(1, "card");
    yard.settle();
    assertEquals(32.0, station.limits.get(1));
    assertEquals(ChargingProfileKindType.Relative, station.profiles.getLast().chargingProfileKind());
    assertEquals(2, lease(station).chargingSchedulePeriod().size());
    int told = station.told.size();
    yard.pass(Duration.ofSeconds(220));
    assertEquals(told + 1, station.told.size(), "and asked for Absolute no more");
  }

  @Test
  void aStationsClockIsTakenAsItRuns() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.station("cp-1");
    station.clockAhead = -56 * 365 * Micros.DAY;
    station.online().start(1, "card");
    yard.settle();
    long start = Micros.of(requireNonNull(lease(station).startSchedule()));
    long now = yard.time.now() + station.clockAhead;
    assertTrue(start <= now && start > now - 15 * Micros.SECOND);
    yard.pass(Duration.ofMinutes(30));
    assertEquals(32.0, station.limitNow(1));
  }

  @Test
  void whatALostOneHoldsIsGivenAwayWhenItsLeaseHasRunOutAndNotBefore() {
    Yard yard = Yard.flat(3, 32);
    ScriptedStation first = yard.online("cp-1");
    first.start(1, "card");
    yard.settle();
    first.disconnect();
    ScriptedStation second = yard.online("cp-2");
    second.start(1, "card");
    yard.pass(Duration.ofSeconds(60));
    assertEquals(0.0, second.limits.get(1), "all of it is leased");
    assertEquals(Reason.Rule.LOST, yard.session("cp-1").reason().rule());
    assertEquals(Reason.Rule.SHED, yard.session("cp-2").reason().rule());
    yard.pass(Duration.ofSeconds(260));
    assertEquals(10.6, first.limitNow(1), "32 A ÷ 18 A × 6 A");
    assertEquals(21.4, second.limitNow(1), 0.05);
  }

  @Test
  void park1HasItsDegradedValuesInItsStationsBeforeTheLoss() {
    Yard yard = new Yard("""
        name: PARK1
        licence: ESS
        zones: [{id: park1, max_a: 51, auth: all}]
        stations:
          - {id: "parking-{n}", model: parking, zone: park1, count: 2}
          - {id: wallbox, model: smart-wallbox-te, zone: park1}
        """);
    List<ScriptedStation> all = new ArrayList<>();
    for (String id : List.of("parking-1", "parking-2", "wallbox")) {
      ScriptedStation station = yard.online(id);
      station.start(1, "card");
      if (!id.equals("wallbox")) {
        station.start(2, "card");
      }
      all.add(station);
    }
    yard.pass(Duration.ofMinutes(15));
    ScriptedStation lost = all.getFirst();
    lost.disconnect();
    yard.pass(Duration.ofMinutes(12));
    assertEquals(9.0, lost.limitNow(1));
    assertEquals(9.0, lost.limitNow(2));
    double rest = all.get(1).limitNow(1) + all.get(1).limitNow(2) + all.get(2).limitNow(1);
    assertEquals(33.0, rest, 0.3);
    all.get(1).disconnect();
    yard.pass(Duration.ofMinutes(12));
    assertEquals(9.0, all.get(1).limitNow(2));
    assertEquals(15.0, all.get(2).limitNow(1));
  }

  @Test
  void aRaiseThatWaitsForACutSaysSo() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    first.start(1, "card");
    yard.settle();
    second.start(1, "card");
    yard.pass(Duration.ofSeconds(2));
    GatewayView.Held held = requireNonNull(yard.session("cp-2").held());
    assertEquals(HoldReason.SETTLING_SAMPLE, held.reason());
    assertEquals("cp-1/1", held.by());
    assertTrue(yard.recorded("setpoint").getLast().contains("\"held\":\"settling_sample\""));
    yard.settle();
    assertNull(yard.session("cp-2").held());
    assertEquals(16.0, second.limits.get(1));
  }

  @Test
  void aHigherCompositeScheduleThanTheLeaseMakesItCountAtItsRating() {
    Yard yard = Yard.flat(2, 40);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    second.start(1, "card");
    yard.settle();
    first.compositeAdds = 10;
    first.start(1, "card");
    yard.pass(Duration.ofSeconds(60));
    assertEquals(320, yard.session("cp-1").heldDa());
    assertEquals(8.0, second.limits.get(1));
    assertTrue(yard.noticed("cp-1", "composite schedule"));
  }

  @Test
  void oneThatIsSlowToApplyIsAskedAgainAndBelievedThen() {
    Yard yard = Yard.flat(2, 40);
    ScriptedStation first = yard.online("cp-1");
    first.compositeAdds = 10;
    first.start(1, "card");
    yard.pass(Duration.ofSeconds(30));
    assertEquals(Reason.Rule.UNPROVED, yard.session("cp-1").reason().rule());
    first.compositeAdds = 0;
    yard.pass(Duration.ofSeconds(60));
    assertEquals(Reason.Rule.FULL, yard.session("cp-1").reason().rule());
  }

  @Test
  void oneThatHasForgottenItsLeaseWhenItIsBackCountsAtItsRatingForGood() {
    Yard yard = Yard.flat(2, 40);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    second.start(1, "card");
    first.start(1, "card");
    yard.pass(Duration.ofMinutes(3));
    assertEquals(200, yard.session("cp-1").heldDa());
    first.disconnect();
    yard.pass(Duration.ofSeconds(30));
    first.compositeAdds = 12;
    first.connect();
    yard.pass(Duration.ofSeconds(1));
    first.compositeAdds = 0;
    assertTrue(yard.noticed("cp-1", "alarm: connector 1 has forgotten or ignores what it was told"));
    yard.pass(Duration.ofMinutes(30));
    assertEquals(320, yard.session("cp-1").heldDa());
    assertEquals(8.0, second.limits.get(1));
  }

  @Test
  void aStationThatTakesNoDecimalsIsToldWholeAmperes() {
    Yard yard = Yard.flat(2, 33);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    first.takesDecimals = false;
    second.start(1, "card");
    first.start(1, "card");
    yard.pass(Duration.ofMinutes(3));
    assertEquals(16.0, first.limits.get(1));
    assertEquals(16.5, second.limits.get(1));
    assertEquals(ChargingProfileKindType.Absolute, first.profiles.getLast().chargingProfileKind());
  }

  @Test
  void aHundredConnectorsCostAboutHalfACallPerSecond() {
    Yard yard = Yard.flat(100, 600);
    List<ScriptedStation> all = new ArrayList<>();
    for (int n = 1; n <= 100; n++) {
      ScriptedStation station = yard.online("cp-" + n);
      station.start(1, "card");
      all.add(station);
    }
    yard.pass(Duration.ofMinutes(20));
    long before = all.stream().mapToLong(station -> station.told.size()).sum();
    yard.pass(Duration.ofSeconds(1000));
    long calls = all.stream().mapToLong(station -> station.told.size()).sum() - before;
    assertTrue(calls >= 333 && calls <= 1000, calls + " renewals in 1000 s");
  }

  @Test
  void degradedValuesAreToldAnewWhenAPowerLimitChanges() {
    // R-DEG-9
    Yard yard = Yard.flat(1, 32);
    yard.gateway.setZoneMaximum("main", PerPhase.all(310), 6_900);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    yard.settle();
    assertEquals(List.of(10.0, 10.0), values(station), "6900 W are 10 A on three phases");
    yard.gateway.setZoneMaximum("main", PerPhase.all(310), null);
    yard.settle();
    assertEquals(List.of(31.0, 31.0), values(station));
  }

  /** R-DEG-9: by the setting, stations under a dynamic zone share its degraded setpoint as those under a static one share its maximum. */
  @Test
  void underADynamicZoneTheDegradedSetpointIsSharedWhereTheSiteSaysSo() {
    for (boolean shared : List.of(false, true)) {
      Yard yard = new Yard(
          String.format(Locale.ROOT, """
              name: Yard
              licence: EDL
              settings: {share_degraded: %s}
              zones: [{id: main, max_a: 63, auth: all, directive: dynamic, meter: m, degraded_a: 32}]
              meters: [{id: m, model: PM5320}]
              stations: [{id: "cp-{n}", model: pro-ac, zone: main, count: 2}]
              """, shared));
      ScriptedStation first = yard.online("cp-1");
      ScriptedStation second = yard.online("cp-2");
      first.start(1, "card");
      second.start(1, "card");
      yard.settle();
      double degraded = shared ? 16 : 0;
      assertEquals(degraded, values(first).getLast());
      assertEquals(degraded, values(second).getLast());
      first.disconnect();
      yard.pass(Duration.ofMinutes(3));
      assertEquals(shared ? 160 : 320, yard.session("cp-2").setpointDa(), "the lost one has " + degraded + " A for good");
    }
  }

  private static List<Double> values(ScriptedStation station) {
    return lease(station).chargingSchedulePeriod().stream().map(ChargingSchedulePeriod::limit).toList();
  }

  /** The station cp-2, which has not told yet what its profiles come to, where a session at cp-1 has all of the zone. */
  private static ScriptedStation besideAFullZone(Yard yard) {
    yard.online("cp-1").start(1, "card");
    yard.settle();
    ScriptedStation second = yard.station("cp-2");
    second.holdsComposite = true;
    second.online();
    return second;
  }

  @Test
  void aCardIsAnsweredWhenItIsKnownWhetherTheStationObeys() {
    // R-LEASE-2, R-LEASE-4: cp-1 has all of the zone, so that cp-2 may only start if it obeys
    Yard yard = Yard.flat(2, 32);
    ScriptedStation second = besideAFullZone(yard);
    List<AuthorizationStatus> answers = second.swipe("card");
    yard.pass(Duration.ofSeconds(5));
    assertEquals(List.of(), answers);
    second.tellComposite();
    yard.pass(Duration.ofSeconds(1));
    assertEquals(List.of(AuthorizationStatus.Accepted), answers);
  }

  @Test
  void aCardIsRefusedWhenTheStationTurnsOutNotToObey() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation second = besideAFullZone(yard);
    List<AuthorizationStatus> answers = second.swipe("card");
    yard.pass(Duration.ofSeconds(15));
    assertEquals(List.of(AuthorizationStatus.Blocked), answers, "it has not answered in time");
  }

  @Test
  void aStationBelievesItsOwnCardsOfflineOnlyIfItObeys() {
    // R-LEASE-2: else a session could start there that nobody was asked about
    Yard yard = Yard.flat(2, 32);
    ScriptedStation first = yard.online("cp-1");
    assertEquals("true", first.configured.get("LocalAuthorizeOffline"));
    ScriptedStation second = yard.station("cp-2");
    second.baseManner = ScriptedStation.Manner.NOT_SUPPORTED;
    second.online();
    assertEquals("false", second.configured.get("LocalAuthorizeOffline"));
    first.start(1, "card");
    first.compositeAdds = 8;
    yard.pass(Duration.ofHours(2));
    assertEquals("false", first.configured.get("LocalAuthorizeOffline"));
  }

  @Test
  void theRoomOfOneThatMayStartIsNotGivenToAnother() {
    // R-LEASE-2: neither obeys, and only one rating fits
    Yard yard = Yard.flat(2, 40);
    ScriptedStation first = yard.station("cp-1");
    first.baseManner = ScriptedStation.Manner.NOT_SUPPORTED;
    first.online();
    ScriptedStation second = yard.station("cp-2");
    second.baseManner = ScriptedStation.Manner.NOT_SUPPORTED;
    second.online();
    assertEquals(AuthorizationStatus.Accepted, swiped(yard, first));
    assertEquals(AuthorizationStatus.Blocked, swiped(yard, second));
    yard.pass(Duration.ofSeconds(70));
    assertEquals(AuthorizationStatus.Accepted, swiped(yard, second), "nobody has plugged in at the first");
  }

  private static AuthorizationStatus swiped(Yard yard, ScriptedStation station) {
    List<AuthorizationStatus> answers = station.swipe("card");
    yard.pass(Duration.ofSeconds(1));
    return answers.getFirst();
  }
}
