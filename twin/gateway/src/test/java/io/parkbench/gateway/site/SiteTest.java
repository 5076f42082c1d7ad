package io.parkbench.gateway.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.SerialLine;
import io.parkbench.protocol.meter.Format;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.RegisterType;
import io.parkbench.protocol.meter.WordOrder;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a good site file becomes. */
class SiteTest {
  private static final String ONE = "  - {id: one, model: pro-ac, zone: a}\n";

  @Test
  void floorsFollowStandardSocketAndModel() throws SiteException {
    // R-ALLOC-3: 6 A; 8 and 14 A; domestic sockets 10 A and the City 14 A in either standard
    assertEquals(List.of(60, 60, 100, 140, 60), floors("IEC"));
    assertEquals(List.of(80, 140, 100, 140, 60), floors("EV/ZE"));
  }

  private static List<Integer> floors(String standard) throws SiteException {
    Site site = site("settings: {floors: " + standard + "}", """
          - {id: one, model: pro-ac, zone: a, wiring: MONO1}
          - {id: three, model: pro-ac, zone: a}
          - {id: te, model: smart-wallbox-te, zone: a}
          - {id: city, model: city, zone: a}
          - {id: dc, model: dc-24, zone: a}
        """);
    return site.stations().stream().map(s -> s.connectors().getFirst().floorDa()).toList();
  }

  @Test
  void aCarOnOneConductorOfAThreePhaseConnectorHasTheSinglePhaseFloor() throws SiteException {
    Site site = site("settings: {floors: EV/ZE}", """
          - {id: three, model: pro-ac, zone: a}
          - {id: te, model: smart-wallbox-te, zone: a}
        """);
    assertEquals(80, site.floorDa(site.stations().get(0).connectors().getFirst(), 1));
    assertEquals(100, site.floorDa(site.stations().get(1).connectors().getFirst(), 1));
  }

  @Test
  void securityIsAsAsvsHasItUnlessTheFileSaysOtherwise() throws SiteException {
    Settings silent = site("", ONE).settings();
    assertEquals(AccessSettings.DEFAULTS, silent.security());
    assertEquals(RemoteControl.DEFAULTS, silent.remote());
    Settings said = site(
        """
            settings:
              security: {password_policy: seed, hash_iterations: 300000, max_attempts: 5, lock: 90 s, longest_lock: 10 min, logins_per_minute: 6,
                session_life: 8 h, session_idle: 20 min, console_idle: 5 min, sessions_per_user: 3, requests_per_s: 7, request_burst: 9,
                first_run_code: 10 min, audit_records: 500}
              remote_energy_management: {enabled: true, login: bems, minimum_period: 30 s, heartbeat: 5 min, on_heartbeat_loss: release,
                period_mode: silent}
            users: [{name: bems, role: WEBSERVICES}]""",
        ONE).settings();
    assertEquals(new AccessSettings(AccessSettings.Policy.SEED, 300_000, 5, Duration.ofSeconds(90), Duration.ofMinutes(10), 6,
        Duration.ofHours(8), Duration.ofMinutes(20), Duration.ofMinutes(5), 3, 7, 9, Duration.ofMinutes(10), 500), said.security());
    assertEquals(new RemoteControl(true, "bems", Duration.ofSeconds(30), Duration.ofMinutes(5), RemoteControl.OnLoss.RELEASE,
        RemoteControl.PeriodMode.SILENT), said.remote());
  }

  @Test
  void anEntryWithACountIsManyStations() throws SiteException {
    Site site = site("",
        """
              - {id: "p-{n:02}", name: "Bay {n}", serial: "X{n:03}", ip: 10.0.0.20, model: parking, zone: a, first: 9, count: 3, wiring: rotate}
              - {id: last, model: pro-ac, zone: a, wiring: rotate}
            """);
    assertEquals(List.of("p-09", "p-10", "p-11", "last"), site.stations().stream().map(Station::id).toList());
    Station second = Objects.requireNonNull(site.station("p-10"));
    assertEquals(List.of("Bay 10", "X010", "10.0.0.21"),
        List.of(second.name(), Objects.requireNonNull(second.serialNumber()), Objects.requireNonNull(second.ipAddress())));
    // six connectors in rotation, and the next entry goes on from there
    assertEquals(List.of(Wiring.TRI123, Wiring.TRI231, Wiring.TRI312, Wiring.TRI123, Wiring.TRI231, Wiring.TRI312, Wiring.TRI123),
        site.stations().stream().flatMap(s -> s.connectors().stream()).map(Connector::wiring).toList());
  }

  @Test
  void wiringSaysWhichSupplyPhasesACarReaches() {
    assertEquals(0b110, Wiring.TRI231.supplyMask(2));
    assertEquals(0b001, Wiring.TRI123.supplyMask(1));
    assertEquals(0b111, Wiring.TRI312.supplyMask(3));
    assertEquals(0b010, Wiring.MONO2.supplyMask(3));
    assertEquals(3, Wiring.TRI312.supplyPhase(1));
  }

  @Test
  void connectorsMayDifferFromTheModelWithinItsRating() throws SiteException {
    Site site = site("", """
          - id: x
            model: generic-ac
            zone: a
            max_a: 20
            feeder_a: 40
            one_at_a_time: true
            priority: 2
            connectors:
              - {socket: T2, max_a: 63, wiring: MONO3, priority: 5}
              - {socket: TE}
        """);
    Station station = site.stations().getFirst();
    assertEquals(List.of(
        new Connector(1, Socket.T2, 630, 14_490, Wiring.MONO3, 60, 0, 5),
        new Connector(2, Socket.TE, 200, 13_800, Wiring.TRI123, 100, 100, 2)), station.connectors());
    assertEquals(400, station.feederDa());
    assertTrue(station.oneAtATime());
  }

  @Test
  void aDcStationCountsOnTheSupplyWithItsLosses() throws SiteException {
    Station station = site("", "  - {id: dc, model: dc-180, zone: a}\n").stations().getFirst();
    // 180 kW / 0.95 / 0.98 over three phases at 0.9 x 230 V; its standby counts apart
    assertEquals(3114, station.connectors().getFirst().maxDa());
    assertEquals(180_000, station.feederW());
    assertEquals(3114, station.feederDa());
    assertEquals(2, station.connectors().size());
  }

  @Test
  void authenticationComesFromTheNearestThatSaysSo() throws SiteException {
    // R-AUTH-1: zone to sub-zone to station, each may say otherwise
    Site site = SiteFile.parse("s.yaml", """
        licence: EDL
        zones:
          - {id: sub, parent: top, max_a: 10}
          - {id: free, parent: top, max_a: 10, auth: plug-and-charge}
          - {id: top, max_a: 20, auth: all, offline_auth: none}
        stations:
          - {id: s1, model: pro-ac, zone: sub}
          - {id: s2, model: pro-ac, zone: sub, auth: known, offline_auth: cache}
          - {id: s3, model: pro-ac, zone: free}
        """);
    assertEquals(List.of(AuthMode.ALL, AuthMode.KNOWN, AuthMode.PLUG_AND_CHARGE),
        site.stations().stream().map(Station::auth).toList());
    assertEquals(List.of(OfflineAuthMode.NONE, OfflineAuthMode.CACHE, OfflineAuthMode.NONE),
        site.stations().stream().map(Station::offlineAuth).toList());
    assertEquals(List.of("top", "sub", "free"), site.zones().stream().map(Zone::id).toList(), "parents first");
  }

  @Test
  void unknownStationsAreRefusedDiscoveredOrAccepted() throws SiteException {
    // R-SITE-8
    String station = "  - {id: s, model: pro-ac, zone: a}\n";
    assertInstanceOf(UnknownStations.Discover.class, site("", station).settings().unknownStations());
    assertInstanceOf(UnknownStations.Refuse.class,
        site("settings: {unknown_stations: refuse}", station).settings().unknownStations());
    var accept = assertInstanceOf(UnknownStations.Accept.class,
        site("settings: {unknown_stations: {accept: {zone: a, model: parking}}}", station).settings().unknownStations());
    assertEquals("new-one", accept.station("new-one").id());
    assertEquals(AuthMode.KNOWN, accept.station("new-one").auth());
    assertEquals(2, accept.station("new-one").connectors().size());
  }

  @Test
  void theRestOfTheSiteIsReadToo() throws SiteException {
    Site site = site("""
        settings: {ping_interval: 2 min, shed_review: 900, shed_priority: duration}
        meters: [{id: m, model: pm5320, unit: 3, role: reporting, poll_interval: 250 ms}]
        inputs: [{number: 2, name: Grid, max_percent: 30, hard: true}]
        tariffs: [{name: Night, max_percent: 0, days: [sun, mon], slots: ["22:00-06:00", "00:00-24:00"], off_in: [a]}]
        cards: [{id: ABC, vip: true, priority: 3, zones: all}]
        arrivals: {profile: mall, cars_per_bay: 2.5}
        plant: {building: [{zone: a, amps: 12.5, on: true}]}
        """, "  - {id: s, model: pro-ac, zone: a, plant: {quirks: [ignores-duration]}}\n");
    assertEquals(Duration.ofMinutes(2), site.settings().pingInterval());
    assertEquals(Duration.ofMinutes(15), site.settings().shedReview());
    assertEquals(ShedPriority.DURATION, site.settings().shedPriority());
    assertEquals(Meter.Role.REPORTING, site.meters().getFirst().role());
    assertEquals("PM5320", site.meters().getFirst().model().name());
    assertTrue(site.inputs().getFirst().hard());
    assertEquals(new Tariff.Slot(LocalTime.of(22, 0), LocalTime.of(6, 0)), site.tariffs().getFirst().slots().getFirst());
    assertNull(Objects.requireNonNull(site.card("abc")).zones());
    assertEquals(new Arrivals(Arrivals.Profile.MALL, null, 2.5), site.arrivals());
    assertEquals(Map.of("building", List.of(Map.of("zone", "a", "amps", 12.5, "on", true))), site.plant());
    assertEquals(Map.of("quirks", List.of("ignores-duration")), site.stations().getFirst().plant());
  }

  @Test
  void metersHaveModelsOfTheSitesOwnLinesAndPhases() throws SiteException {
    List<Meter> meters = site(
        """
            meter_models:
              - name: Acme 300
                address_base: 0
                word_order: CDAB
                points:
                  current_l1: {register: 10, format: Int32, type: input, scale: 0.001}
                  power_total: {register: 20, format: Float32}
            meters:
              - {id: a, model: acme 300, role: reporting, address_base: 1}
              - {id: b, model: MTZ, word_order: DCBA, serial: /dev/ttyUSB0, unit: 3, parity: none, baud: 9600, stop: 2, phases: [2, 3, 1]}
              - {id: c, model: NSX, ip: 10.0.0.9, port: 1502, unit: 7, poll_interval: 200 ms, timeout: 2 s, freshness: 20 s}
              - {id: d, model: NSX, ip: 10.0.0.9, unit: 8, poll_interval: 5 s}
            """,
        "  - {id: s, model: pro-ac, zone: a}\n").meters();
    assertEquals(
        new MeterModel("Acme 300", 1, WordOrder.CDAB, List.of(
            new Point(Quantity.CURRENT_L1, 10, Format.INT32, RegisterType.INPUT, 0.001),
            new Point(Quantity.POWER_TOTAL, 20, Format.FLOAT32, RegisterType.HOLDING, 1))),
        meters.get(0).model());
    assertEquals(new Endpoint("a", "a", 502, 255), meters.get(0).endpoint(), "simulated, so found by its id");
    assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(10)),
        List.of(meters.get(0).pollInterval(), meters.get(0).timeout(), meters.get(0).freshness()));
    assertEquals(WordOrder.DCBA, meters.get(1).model().wordOrder());
    assertEquals(new SerialLine("/dev/ttyUSB0", 9_600, SerialLine.Parity.NONE, 2), meters.get(1).line());
    assertEquals(new Endpoint("b", "/dev/ttyUSB0?baud=9600&parity=none&stop=2", 0, 3), meters.get(1).endpoint());
    assertEquals(List.of(2, 3, 1), meters.get(1).phases());
    assertEquals(new Endpoint("c", "10.0.0.9", 1502, 7), meters.get(2).endpoint());
    assertEquals(Duration.ofSeconds(2), meters.get(2).timeout());
    assertEquals(Duration.ofSeconds(20), meters.get(2).freshness());
    assertEquals(Duration.ofSeconds(15), meters.get(3).freshness(), "three polls at least");
  }

  @Test
  void aPowerLimitIsKeptInWatts() throws SiteException {
    Site site = SiteFile.parse("s.yaml", """
        licence: ESS
        zones: [{id: a, max_a: [63, 50.5, 40], max_kw: 17.25}]
        stations: []
        """);
    assertEquals(17_250, site.zones().getFirst().maxW());
    assertEquals(new PerPhase(630, 505, 400), site.zones().getFirst().maxDa());
  }

  private static Site site(String more, String stations) throws SiteException {
    return SiteFile.parse("s.yaml", "licence: EDL\n" + more.strip() + "\nzones: [{id: a, max_a: 1000}]\nstations:\n" + stations);
  }

  @Test
  void inputsSayHowTheirContactsAreHeard() throws SiteException {
    Site site = site(
        """
            inputs:
              - {number: 1, name: A, max_percent: 30, hard: true}
              - {number: 2, name: B, max_percent: 30, source: {file: /run/b}, active: low, debounce: 20 ms, hold: 5 s, lost: inactive, lost_after: 9 s}
              - {number: 3, name: C, max_percent: 30, source: {modbus: {host: io.example, unit: 3, address: 7, poll: 200 ms}}}
            """,
        "  - {id: s, model: pro-ac, zone: a}\n");
    assertEquals(
        new Contact(new ContactSource.Virtual(), true, Duration.ofMillis(50), Duration.ofSeconds(1), Contact.OnLoss.ACTIVE,
            Duration.ofSeconds(2)),
        site.inputs().get(0).contact(), "hard: lost, it limits");
    assertEquals(
        new Contact(new ContactSource.WatchedFile("/run/b"), false, Duration.ofMillis(20), Duration.ofSeconds(5),
            Contact.OnLoss.INACTIVE, Duration.ofSeconds(9)),
        site.inputs().get(1).contact());
    assertEquals(
        new Contact(new ContactSource.Modbus("io.example", 502, 3, 7, Duration.ofMillis(200)), true, Duration.ofMillis(400),
            Duration.ofSeconds(1), Contact.OnLoss.KEEP, Duration.ofSeconds(2)),
        site.inputs().get(2).contact(), "debounced over two polls");
    assertEquals("input-3", site.inputs().get(2).pin());
  }
}
