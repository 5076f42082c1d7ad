package io.parkbench.gateway;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.DataTransfer;
import io.parkbench.protocol.ocpp.DataTransfer.DataTransferStatus;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may connect, and what becomes of links, boots and answers that are not as they should be. */
class ConversationTest {
  private static final String UNKNOWN = """
      name: Yard
      licence: EDL
      zones: [{id: main, max_a: 100, auth: all}]
      stations: [{id: cp-1, model: pro-ac, zone: main}]
      """;

  @Test
  void anUnknownStationIsDiscoveredAndItsBootIsPending() {
    Yard yard = new Yard(UNKNOWN);
    ScriptedStation stranger = yard.station("stranger");
    stranger.connect();
    assertEquals(RegistrationStatus.Pending, stranger.boot().status());
    GatewayView.Station listed = yard.gateway.view().station("stranger");
    assertEquals(Presence.DISCOVERED, listed.presence());
    assertEquals("Model", requireNonNull(listed.boot()).model());
    assertThrows(AssertionError.class, () -> stranger.begin(1, "card"));
    assertEquals(OcppError.SecurityError, assertInstanceOf(Failure.Refused.class, stranger.failures.getFirst()).error());
    assertEquals(List.of(), stranger.told);
  }

  @Test
  void anUnknownStationIsRefusedWhereTheSiteSaysSo() {
    Yard yard = new Yard(UNKNOWN + "settings: {unknown_stations: refuse}\n");
    ScriptedStation stranger = yard.station("stranger");
    stranger.connect();
    assertEquals(404, stranger.refusedWith);
    assertTrue(yard.noticed("stranger", "refused"));
  }

  @Test
  void anUnknownStationIsTakenIntoAZoneWhereTheSiteSaysSo() {
    Yard yard = new Yard(UNKNOWN + "settings: {unknown_stations: {accept: {zone: main, model: parking}}}\n");
    ScriptedStation stranger = yard.online("stranger");
    stranger.start(2, "card");
    yard.settle();
    assertEquals(32.0, stranger.limits.get(2));
    assertEquals("main", yard.gateway.view().station("stranger").zone());
  }

  @Test
  void strangersAreTakenInAsFarAsTheLicenceGoes() {
    Yard yard = new Yard(UNKNOWN.replace("EDL", "EDB") + "settings: {unknown_stations: {accept: {zone: main, model: pro-ac}}}\n");
    for (int n = 1; n <= 4; n++) {
      yard.online("stranger-" + n);
    }
    ScriptedStation fifth = yard.station("stranger-5");
    fifth.connect();
    assertEquals(503, fifth.refusedWith);
  }

  @Test
  void aStationThatOffersNoSubprotocolIsTakenAndToldOf() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.station("cp-1");
    station.connect(new Handshake("cp-1", List.of(), null));
    assertEquals(RegistrationStatus.Accepted, station.boot().status());
    assertTrue(yard.noticed("cp-1", "no WebSocket subprotocol"));

    ScriptedStation newer = yard.station("cp-1");
    newer.connect(new Handshake("cp-1", List.of("ocpp2.0.1"), null));
    assertEquals(400, newer.refusedWith);
  }

  @Test
  void aSecondSocketTakesTheFirstOnesPlaceAndTheSessionGoesOn() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation station = yard.online("cp-1");
    int transaction = station.start(1, "card");
    yard.settle();
    station.connect();
    assertEquals(List.of(1000), station.closeCodes, "of the older one");
    assertEquals(Presence.CONNECTED, yard.gateway.view().station("cp-1").presence());
    assertEquals(transaction, yard.session("cp-1").transactionId());
    yard.online("cp-2").start(1, "card");
    yard.settle();
    assertEquals(16.0, station.limits.get(1));
  }

  @Test
  void aHalfOpenLinkIsGivenUpAfterPingIntervalAndGrace() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    yard.settle();
    try (var silence = yard.net.faults().add("cp-1"::equals, new Fault.Silence())) {
      yard.pass(Duration.ofSeconds(80));
      assertEquals(Presence.CONNECTED, yard.gateway.view().station("cp-1").presence());
      yard.pass(Duration.ofSeconds(10));
      assertEquals(Presence.LOST, yard.gateway.view().station("cp-1").presence());
      assertEquals(Reason.Rule.LOST, yard.session("cp-1").reason().rule());
      assertEquals(320, yard.session("cp-1").heldDa());
    }
  }

  @Test
  void aQuietStationThatAnswersPingsIsNotLost() {
    Yard yard = Yard.flat(1, 32);
    yard.online("cp-1");
    yard.pass(Duration.ofHours(1));
    assertEquals(Presence.CONNECTED, yard.gateway.view().station("cp-1").presence());
  }

  @Test
  void aLostStationCountsAtItsLastSetpointAndIsTakenUpWhereItWas() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    int one = first.start(1, "card");
    int two = second.start(1, "card");
    yard.settle();
    first.disconnect();
    second.stop(two, 10);
    second.start(1, "card");
    yard.settle();
    assertEquals(16.0, second.limits.get(1), "the lost one still holds 16 A");

    first.connect();
    assertEquals(one, yard.session("cp-1").transactionId());
    assertEquals(2, yard.gateway.view().sessions().size());
    yard.gateway.setZoneMaximum("main", io.parkbench.gateway.site.PerPhase.all(640), null);
    yard.settle();
    assertEquals(32.0, first.limits.get(1));
    first.stop(one, 10);
    assertNull(yard.gateway.view().session("cp-1", 1));
  }

  @Test
  void aStationThatConnectsWithoutABootIsSetUpAllTheSame() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.station("cp-1");
    station.connect();
    yard.pass(Duration.ofSeconds(15));
    assertEquals(0.0, station.limits.get(0));
    assertTrue(yard.gateway.view().station("cp-1").baseConfirmed());
  }

  @Test
  void aStationThatRefusesItsSetpointCountsAtItsRatingUntilItObeys() {
    Yard yard = Yard.flat(2, 44);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    first.manner = ScriptedStation.Manner.REJECT;
    first.start(1, "card");
    second.start(1, "card");
    yard.settle();
    assertEquals(320, yard.session("cp-1").heldDa());
    assertEquals(Reason.Rule.REFUSED, yard.session("cp-1").reason().rule());
    assertEquals(12.0, second.limits.get(1));

    first.manner = ScriptedStation.Manner.OBEY;
    yard.pass(Duration.ofSeconds(61));
    assertEquals(22.0, first.limits.get(1));
    assertEquals(22.0, second.limits.get(1));
  }

  @Test
  void aCutThatIsNotAnsweredCountsAtTheLeaseBeforeUntilThatHasRunOut() {
    Yard yard = Yard.flat(2, 40);
    ScriptedStation first = yard.online("cp-1");
    ScriptedStation second = yard.online("cp-2");
    first.start(1, "card");
    second.start(1, "card");
    yard.settle();
    assertEquals(20.0, first.limits.get(1));
    first.manner = ScriptedStation.Manner.SILENT;
    yard.gateway.setZoneMaximum("main", io.parkbench.gateway.site.PerPhase.all(380), null);
    yard.pass(Duration.ofSeconds(15));
    assertEquals(200, yard.session("cp-1").heldDa());
    assertEquals(Reason.Rule.UNANSWERED, yard.session("cp-1").reason().rule());
    assertEquals(18.0, second.limits.get(1));
    first.disconnect();
    yard.pass(Duration.ofSeconds(330));
    assertEquals(200, yard.session("cp-1").heldDa(), "the degraded value of the lease before, which may still be its last");
    assertEquals(18.0, second.limits.get(1));
  }

  @Test
  void aSessionAtAStationThatRefusedTheBaseCountsAtItsRatingFromTheStart() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation first = yard.station("cp-1");
    first.baseManner = ScriptedStation.Manner.NOT_SUPPORTED;
    first.manner = ScriptedStation.Manner.NOT_SUPPORTED;
    first.online();
    ScriptedStation second = yard.online("cp-2");
    first.start(1, "card");
    second.start(1, "card");
    yard.settle();
    assertEquals(320, yard.session("cp-1").heldDa());
    assertEquals(Reason.Rule.SHED, yard.session("cp-2").reason().rule());
    assertTrue(yard.noticed("cp-1", "refuses the base"));
  }

  @Test
  void aRebootedStationIsToldItsBaseAndItsSetpointsAgain() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    yard.settle();
    station.disconnect();
    station.told.clear();
    station.online();
    assertEquals(List.of("1=32.0", "1=32.0", "0=0.0"), station.told.stream().sorted(java.util.Comparator.reverseOrder()).toList());
  }

  @Test
  void aRepeatedStartGetsTheSameTransactionAndAnotherOneEndsTheFirst() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    StartTransaction.Req start = new StartTransaction.Req(1, "card", 0, null, Instant.ofEpochSecond(1_800_000_000L));
    int first = station.ask(start).transactionId();
    assertEquals(first, station.ask(start).transactionId());
    int second = station.ask(new StartTransaction.Req(1, "card", 9, null, Instant.ofEpochSecond(1_800_000_009L)))
        .transactionId();
    assertTrue(second > first);
    assertEquals(1, yard.gateway.view().sessions().size());
  }

  @Test
  void aSessionHandedInAfterItIsOverDisturbsNobody() {
    Yard yard = Yard.flat(2, 32);
    ScriptedStation offline = yard.online("cp-1");
    ScriptedStation other = yard.online("cp-2");
    other.start(1, "card");
    yard.settle();
    other.told.clear();
    Instant anHourAgo = Micros.toInstant(yard.time.now() - Micros.HOUR);
    int over = offline.begin(1, "card", anHourAgo).transactionId();
    offline.stop(over, 500);
    yard.pass(Duration.ofSeconds(10));
    assertEquals(List.of(), other.told);

    offline.begin(1, "card", anHourAgo);
    yard.pass(Duration.ofSeconds(6));
    assertEquals(List.of("1=16.0"), other.told, "one that goes on is served after all");
  }

  @Test
  void aGatewayThatHasStoppedLetsNobodyIn() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    yard.gateway.close();
    yard.settle();
    assertEquals(List.of(1001), station.closeCodes);
    station.connect();
    assertEquals(503, station.refusedWith);
  }

  @Test
  void aStopWithAnUnknownTransactionIsAnsweredNormallyAndToldOf() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    station.stop(-1, 10);
    assertEquals(1, yard.gateway.view().sessions().size());
    assertTrue(yard.noticed("cp-1", "stopped transaction -1"));
  }

  @Test
  void aCarThatLeftWithoutAStopIsLetGo() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    station.start(1, "card");
    station.status(1, ChargePointStatus.Available);
    yard.pass(Duration.ofSeconds(61));
    assertEquals(List.of(), yard.gateway.view().sessions());
    assertTrue(yard.noticed("cp-1", "ended without a StopTransaction"));
  }

  @Test
  void whatTheGatewayHasNoUseForIsAnsweredProperly() {
    Yard yard = Yard.flat(1, 32);
    ScriptedStation station = yard.online("cp-1");
    assertEquals(
        DataTransferStatus.UnknownVendorId, station.ask(new DataTransfer.Req("vendor", null, null)).status());
    assertNotNull(station.ask(new Heartbeat.Req()).currentTime());
  }
}
