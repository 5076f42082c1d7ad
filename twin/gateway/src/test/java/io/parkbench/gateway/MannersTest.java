package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Cars that need more than the floor or pause of themselves, pauses of sessions, and rows of stations (R-ALLOC-15, R-ALLOC-16). */
class MannersTest {
  @Test
  void aCarThatNeedsFourteenAmperesGetsThemWhenThereIsRoom() {
    Yard yard = Yard.flat(2, 20);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    int one = first.start(1, "card");
    second.start(1, "card");
    yard.settle();
    assertEquals(10.0, first.limits.get(1));
    first.status(1, ChargePointStatus.SuspendedEV);
    yard.pass(Duration.ofSeconds(130));
    assertEquals(11.0, first.limits.get(1));
    yard.pass(Duration.ofSeconds(130));
    assertEquals(14.0, first.limits.get(1));
    assertEquals(6.0, second.limits.get(1));
    first.status(1, ChargePointStatus.Charging);
    yard.pass(Duration.ofSeconds(60));
    first.meter(1, one, 100, 14, 14, 14);
    yard.pass(Duration.ofMinutes(20));
    assertEquals(14.0, first.limits.get(1));
  }

  @Test
  void aSuspendedSessionRestsAWhileThoughThereIsRoomAgain() {
    Yard yard = Yard.flat(2, 12);
    ScriptedStation first = yard.online("cp-1");
    first.start(1, "card");
    yard.online("cp-2").start(1, "card");
    yard.settle();
    yard.gateway.setZoneMaximum("main", PerPhase.all(80), null);
    yard.settle();
    assertEquals(0.0, first.limits.get(1), "a limit is a limit");
    yard.gateway.setZoneMaximum("main", PerPhase.all(120), null);
    yard.settle();
    assertEquals(0.0, first.limits.get(1));
    assertEquals(Reason.Rule.RESTING, yard.session("cp-1").reason().rule());
    yard.pass(Duration.ofMinutes(5));
    assertEquals(6.0, first.limits.get(1));
  }

  @Test
  void twoConnectorsShareTheirFeeder() {
    Yard yard = new Yard("""
        name: Yard
        licence: EDL
        zones: [{id: main, max_a: 100, auth: all}]
        stations: [{id: cp-1, model: parking, zone: main, feeder_a: 40}]
        """);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    yard.settle();
    assertEquals(32.0, station.limits.get(1));
    station.start(2, "card");
    yard.settle();
    assertEquals(20.0, station.limits.get(1));
    assertEquals(20.0, station.limits.get(2));
    assertEquals("cp-1", yard.session("cp-1").reason().zone());
    assertTrue(yard.session("cp-1").reason().text().startsWith("Phase 1 of the feeder of cp-1 is full"));
    assertEquals(1, yard.gateway.view().zones().size());
  }

  @Test
  void connectorsThatExcludeEachOtherChargeOneAfterTheOther() {
    Yard yard = new Yard("""
        name: Yard
        licence: EDL
        zones: [{id: main, max_a: 100, auth: all}]
        stations: [{id: cp-1, model: parking, zone: main, one_at_a_time: true}]
        """);
    ScriptedStation station = yard.online("cp-1");
    int one = station.start(2, "card");
    station.start(1, "card");
    yard.settle();
    assertEquals(32.0, station.limits.get(2));
    assertEquals(Reason.Rule.EXCLUDED, yard.session("cp-1").reason().rule());
    station.stop(one, 10);
    assertEquals(32.0, station.limits.get(1));
  }

  @Test
  void impossibleCurrentsAreNoSample() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    int one = station.start(1, "card");
    yard.settle();
    station.meter(1, one, 100, 16_000, 0, 0);
    assertEquals(0.0, yard.session("cp-1").drawnAmps().getFirst());
    station.meter(1, 0, 100, 16, 0, 0);
    assertEquals(16.0, yard.session("cp-1").drawnAmps().getFirst(), "an id that was never given is a mistake");
  }

  @Test
  void theFeedersOfStrangersHangOnTheirZone() {
    Yard yard = new Yard("""
        name: Yard
        licence: EDL
        settings: {unknown_stations: {accept: {zone: main, model: parking, feeder_a: 40}}}
        zones: [{id: main, max_a: 30, auth: all}]
        stations: [{id: cp-1, model: parking, zone: main, feeder_a: 40}]
        """);
    ScriptedStation stranger = yard.online("stranger");
    stranger.start(1, "card");
    stranger.start(2, "card");
    yard.settle();
    assertEquals(15.0, stranger.limits.get(1));
    assertEquals(15.0, stranger.limits.get(2));
    assertEquals("main", yard.session("stranger").reason().zone());
  }
}
