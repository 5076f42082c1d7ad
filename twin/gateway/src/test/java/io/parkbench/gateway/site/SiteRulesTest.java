package io.parkbench.gateway.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R-SITE-1: every rule of a site file tells its breach with line, path and remedy. Changes one line of a good site at a time. */
class SiteRulesTest {
  /** A site that uses everything; line numbers below are this text's. */
  private static final String GOOD = """
      licence: EDM
      nominal_v: 230
      time_zone: Europe/Paris
      settings:
        floors: IEC
        call_timeout: 10 s
        unknown_stations: discover
      zones:
        - {id: main, max_a: 200}
        - id: a
          parent: main
          max_a: 150
        - {id: b, parent: main, max_a: [100, 100, 80], directive: dynamic, meter: m1, degraded_a: 20}
      meters:
        - {id: m1, model: MTZ, ip: 192.168.0.42}
      stations:
        - id: cp-1
          model: parking
          zone: a
          max_a: 32
          ip: 192.168.0.10
        - {id: cp-2, name: Two, model: pro-ac, zone: a, vip: true}
        - {id: dc-1, name: Fast, model: dc-60, zone: b, max_kw: 30}
        - {id: "s-{n:02}", model: smart-wallbox-te, zone: b, count: 3, wiring: rotate}
      inputs: [{number: 1, name: Grid, max_percent: 50}]
      tariffs: [{name: Peak, max_percent: 90, days: [mon], slots: ["08:00-12:00"]}]
      cards: [{id: EFR41DEZ, vip: true, zones: [a]}]
      users: [{name: alice, role: USER}]
      cpo: {url: "wss://cpo.example/ocpp"}
      """;

  @Test
  void theSiteTheRulesAreTriedOnIsGood() throws SiteException {
    Site site = SiteFile.parse("good.yaml", GOOD);
    assertEquals(6, site.stations().size());
    assertEquals("good", site.name());
  }

  /** One more key of the input. */
  private static Arguments badInput(String key, String message) {
    return bad(25, "inputs: [{number: 1, name: Grid, max_percent: 50, " + key + "}]", "inputs[0]." + message);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        // zones, R-SITE-2
        bad(12, "    max_a: 250", "12:12: zones[1].max_a: 250 A is above its parent 'main' (200 A); lower it or raise the parent"),
        bad(13, "  - {id: b, parent: main, max_a: [100, 210, 80]}",
            "zones[2].max_a: 210 A on phase 2 is above its parent 'main' (200 A)"),
        bad(12, "    max_a: 0", "zones[1].max_a: 0 A is out of range; from 0.1 to 10000 A"),
        bad(12, "    max_a: 12.34", "zones[1].max_a: 12.34 A is finer than the gateway counts"),
        bad(12, "    max_a: lots", "zones[1].max_a: 'lots' is not a number; write A as a plain decimal"),
        bad(12, "    max_a: [1, 2]", "zones[1].max_a: has 2 values; give one for all phases, or three"),
        bad(12, "    max_a:", "zones[1].max_a: is empty; give a number of A or remove the key"),
        bad(12, "    name: x", 10, "10:5: zones[1].max_a: missing; give the zone's maximum current"),
        bad(11, "    parent: mian", "11:13: zones[1].parent: there is no zone id 'mian'; did you mean 'main'?"),
        bad(9, "  - {id: main, max_a: 200, parent: a}",
            "zones[0].parent: the zones are above each other in a circle (main < a < main); remove one parent"),
        bad(9, "  - {id: main, max_a: 200}\n  - {id: b, max_a: 50}", 14,
            "zones[3].id: zone id 'b' is taken already by zones[1].id (line 10); choose another"),
        bad(9, "  - {id: top, max_a: 300}\n  - {id: mid, parent: top, max_a: 300}\n  - {id: main, parent: mid, max_a: 200}", 13,
            "zones[3].parent: zone 'a' is on level 4; zones go 3 levels deep"),
        bad(13, "  - {id: b, parent: main, max_a: 100, directive: dynamic}",
            "zones[2].meter: missing; a dynamic zone needs the id of the meter that steers it"),
        bad(13, "  - {id: b, parent: main, max_a: 100, meter: m1}", "zones[2].meter: a static zone has no meter"),
        bad(12, "    max_a: 150\n    directive: dynamic\n    meter: m1", 15,
            "zones[2].meter: meter 'm1' is taken already by zones[1].meter (line 14)"),
        bad(13, "  - {id: b, parent: main, max_a: 100, directive: dynamic, meter: m1, degraded_a: 120}",
            "zones[2].degraded_a: 120 A is above the zone's maximum (100 A); lower it"),
        bad(13, "  - {id: b, parent: main, max_a: 100, building_peak_a: 20}", "zones[2].building_peak_a: only a dynamic zone has"),
        bad(13, "  - {id: b, parent: main, max_a: 100, directive: dynamic, meter: m1, building_peak_a: [1, 2]}",
            "zones[2].building_peak_a: has 2 values"),
        bad(13, "  - {id: b, parent: main, max_a: 100, degraded_a: 20}", "zones[2].degraded_a: only a dynamic zone has"),
        // breakers, R-LEASE-5
        bad(13, "  - {id: b, parent: main, max_a: 100, breaker: {rating_a: 70, curve: gG}}",
            "zones[2].breaker.rating_a: 70 A is no rating of a fuse gG; there are 16, 20, 25"),
        bad(13, "  - {id: b, parent: main, max_a: 100, breaker: {rating_a: 160, curve: C}}",
            "zones[2].breaker.rating_a: 160 A is out of range; from 0.1 to 125 A"),
        bad(13, "  - {id: b, parent: main, max_a: 100, breaker: {rating_a: 100, curve: C, tr_s: 4}}",
            "zones[2].breaker.tr_s: only a moulded-case breaker can be set; remove it"),
        bad(13, "  - {id: b, parent: main, max_a: 100, breaker: {rating_a: 100}}",
            "zones[2].breaker.curve: missing; say what it is"),
        bad(13, "  - {id: b, parent: main, max_a: 100, breaker: {rating: 100, curve: C}}",
            "zones[2].breaker.rating: unknown key; did you mean 'rating_a'?"),
        bad(6, "  lease_dynamic: from-breaker", 13,
            "zones[2].breaker: missing; lease_dynamic is from-breaker: say what protects this dynamic zone, like {rating_a: 250, "
                + "curve: MCCB}, or give lease_dynamic as a number"),
        bad(6, "  guard_percent: from-breaker", 13, "zones[2].breaker: missing; guard_percent is from-breaker"),
        bad(6, "  guard_percent: from-braker", "settings.guard_percent: 'from-braker' is not a number"),
        bad(15, "  - {id: m1, model: MTZ, role: production}", "meters[0].role: a dynamic zone is steered by this meter"),
        // meters, R-DYN-2 to R-DYN-5
        bad(15, "  - {id: m1, model: MTS}", "15:21: meters[0].model: 'MTS' is not known here; did you mean 'MTZ'?"),
        bad(15, "  - {id: m1}",
            "meters[0].model: missing; say whose registers it has: PM5320, iEM3x5x, PowerTag, NSX, NSX-legacy, MTZ"),
        bad(15, "  - {id: m1, model: MTZ, unit: 256}", "meters[0].unit: 256 is out of range; from 0 to 255"),
        bad(15, "  - {id: m1, model: MTZ, address_base: 2}", "meters[0].address_base: 2 is out of range; from 0 to 1"),
        bad(15, "  - {id: m1, model: MTZ, word_order: ABDC}", "meters[0].word_order: 'ABDC' is not known here"),
        bad(15, "  - {id: m1, model: MTZ, phases: [1, 2, 2]}",
            "meters[0].phases: must be the supply phases that the meter's phases 1, 2 and 3 measure, each once, like [2, 3, 1]"),
        bad(15, "  - {id: m1, model: MTZ, phases: [1, 2]}", "meters[0].phases: must be the supply phases"),
        bad(15, "  - {id: m1, model: MTZ, phases: [0, 1, 2]}", "meters[0].phases[0]: 0 is out of range; from 1 to 3"),
        bad(15, "  - {id: m1, model: MTZ, poll_interval: 5 s, freshness: 10 s}",
            "meters[0].freshness: freshness (10 s) is shorter than three poll intervals of 5 s; lengthen it or shorten poll_interval"),
        bad(15, "  - {id: m1, model: MTZ, timeout: 11 s}",
            "meters[0].timeout: timeout (11 s) is longer than freshness (10 s), so one slow reply would make the meter lost"),
        bad(15, "  - {id: m1, model: MTZ, baud: 9600}", "meters[0].baud: belongs to a serial line; give its device"),
        bad(15, "  - {id: m1, model: MTZ, serial: /dev/ttyUSB0, baud: 9601}",
            "meters[0].baud: '9601' is not known here; did you mean '9600'?"),
        bad(15, "  - {id: m1, model: MTZ, serial: \"/dev/ttyUSB0?baud=9600\"}",
            "meters[0].serial: '/dev/ttyUSB0?baud=9600' is no path of a device"),
        bad(15, "  - {id: m1, model: MTZ, serial: /dev/ttyUSB0, ip: 192.168.0.42}",
            "meters[0].ip: a meter is on a serial line or on TCP; keep this or serial"),
        bad(15, "  - {id: m1, model: MTZ, serial: /dev/a, unit: 1}\n  - {id: m2, model: MTZ, serial: /dev/a, unit: 2, baud: 9600}",
            16,
            "meters[1].serial: /dev/a has 19200 baud, parity even, 1 stop for meters[0] (line 15) and /dev/a has 9600 baud"),
        bad(15, "  - {id: m1, model: MTZ, ip: 192.168.0.42}\n  - {id: m2, model: MTZ, ip: 192.168.0.42}", 16,
            "meters[1].unit: 192.168.0.42:502 unit 255 is meters[0] already (line 15); give each meter there a unit of its own"),
        bad(15, "  - {id: m1, model: Acme}\nmeter_models: [{name: Acme, points: {current_l1: {register: 1, format: Int32}}}]",
            "meters[0].model: 'Acme' does not show current_l2, and a zone is limited on all three phases"),
        bad(15, "  - {id: m1, model: Acme}\nmeter_models: [{name: Acme, points: {current_l1: {register: 0, format: Int32}}}]", 16,
            "meter_models[0].points.current_l1: registers 0 to 1 are out of range; they lie in 1 to 65536 with address_base 1"),
        bad(15, "  - {id: m1, model: Acme}\nmeter_models: [{name: Acme, points: {current_l1: {register: 1, format: Int}}}]", 16,
            "meter_models[0].points.current_l1.format: 'Int' is not known here; did you mean 'Int64'?"),
        bad(15, "  - {id: m1, model: Acme}\nmeter_models: [{name: Acme, points: {current_l4: {register: 1, format: Int32}}}]", 16,
            "meter_models[0].points.current_l4: unknown key; did you mean 'current_l1'?"),
        bad(15, "  - {id: m1, model: Acme}\nmeter_models: [{name: Acme, points: {current_l1: {format: Int32}}}]", 16,
            "meter_models[0].points.current_l1.register: missing; give its first register"),
        bad(15, "  - {id: m1, model: MTZ}\nmeter_models: [{name: mtz, points: {}}]", 16,
            "meter_models[0].name: 'mtz' is built in and cannot be changed; choose another name"),
        // keys and types, R-SITE-1
        bad(12, "    max_amps: 150", "12:5: zones[1].max_amps: unknown key; did you mean 'max_a'?"),
        bad(12, "    max_a: 150\n    max_a: 160", 13, "13:5: zones[1].max_a: given twice (first on line 12); keep one"),
        bad(2, "nominal_v: 400", "nominal_v: 400 V is a voltage between phases; give it from phase to neutral (231)"),
        bad(3, "time_zone: Europe/Pairs", "time_zone: 'Europe/Pairs' is not a time zone"),
        bad(6, "  call_timeout: 1 day", "settings.call_timeout: '1 day' is not a length of time; write it like"),
        bad(6, "  call_timeout: 20 s", "settings.call_timeout: lease_dynamic (30 s) is shorter than three call time-outs of 20 s"),
        bad(5, "  floors: ICE", "settings.floors: 'ICE' is not known here; did you mean 'IEC'?"),
        bad(7, "  unknown_stations: accept", "settings.unknown_stations: needs to know as what"),
        bad(7, "  unknown_stations: {accept: {zone: main, model: pro-ac}}",
            "settings.unknown_stations.accept.zone: zone 'main' has sub-zones"),
        // stations, R-SITE-4
        bad(19, "    zone: main",
            "19:11: stations[0].zone: zone 'main' has sub-zones, and stations hang on zones without; choose one of a, b"),
        bad(19, "    zone: c", "stations[0].zone: there is no zone id 'c'"),
        bad(17, "  - id: cp 1", "17:9: stations[0].id: 'cp 1' has a space or one of / ? # %"),
        bad(22, "  - {id: cp-1, name: Two, model: pro-ac, zone: a}",
            "stations[1].id: station identity 'cp-1' is taken already by stations[0].id (line 17)"),
        bad(22, "  - {id: cp-2, name: Fast, model: pro-ac, zone: a}", 23, "stations[2].name: station name 'Fast' is taken already"),
        bad(22, "  - {id: cp-2, name: " + "x".repeat(51) + ", model: pro-ac, zone: a}",
            "stations[1].name: the friendly name 'xxx"),
        bad(18, "    model: parkng", "stations[0].model: 'parkng' is not known here; did you mean 'parking'?"),
        bad(21, "    ip: 192.168.0.0", "stations[0].ip: 192.168.0.0 is reserved in its subnet (/24)"),
        bad(21, "    ip: 192.168.0.1", "stations[0].ip: 192.168.0.1 is reserved"),
        bad(21, "    ip: 192.168.0.254", "stations[0].ip: 192.168.0.254 is reserved"),
        bad(21, "    ip: 192.168.0.255", "stations[0].ip: 192.168.0.255 is reserved"),
        bad(21, "    ip: 192.168.0", "stations[0].ip: '192.168.0' is not an IPv4 address"),
        bad(21, "    ip: 192.168.0.42", "stations[0].ip: IP address '192.168.0.42' is taken already by meters[0].ip"),
        bad(24, "  - {id: same, model: pro-ac, zone: b, count: 3}", "stations[3].id: all 3 stations would be 'same'; put {n}"),
        bad(24, "  - {id: \"s-{n}\", model: pro-ac, zone: b, count: 3, ip: 192.168.0.252}",
            "stations[3].ip: 192.168.0.254 is reserved"),
        bad(24, "  - {id: \"s-{n}\", model: pro-ac, zone: b}", "stations[3].id: {n} stands for a number of a series"),
        bad(20, "    auth: friends", "stations[0].auth: 'friends' is not known here; known are: all, known, plug-and-charge"),
        // connectors, R-SITE-5, R-ALLOC-16
        bad(20, "    max_a: 40", "20:12: stations[0].max_a: 40 A is above the rating of EVlink Parking (32 A); lower it"),
        bad(20, "    max_a: 5", "stations[0].max_a: 5 A is below the least a car may be given here (6 A); raise it"),
        bad(20, "    max_kw: 7", "stations[0].max_kw: an AC connector is limited in current; write max_a"),
        bad(20, "    feeder_a: 6\n    connectors: [{number: 3}]", 21, "stations[0].connectors[0].number: there is no connector 3"),
        bad(20, "    connectors: [{number: 1}, {number: 1}]", "stations[0].connectors[1].number: connector 1 is described twice"),
        bad(20, "    connectors: [{socket: CCS2}]", "stations[0].connectors[0].socket: EVlink Parking has T2 at connector 1"),
        bad(20, "    wiring: TRI321", "20:13: stations[0].wiring: TRI321 would turn the field round; most likely TRI312 is meant"),
        bad(20, "    wiring: TRI132", "stations[0].wiring: 'TRI132' is not a wiring; did you mean 'TRI123'?"),
        bad(20, "    wiring: [TRI123]", "stations[0].wiring: has 1 wirings for 2 connectors"),
        bad(23, "  - {id: dc-1, model: dc-60, zone: b, wiring: MONO1}", "stations[2].wiring: a DC station takes three phases"),
        bad(23, "  - {id: dc-1, model: dc-60, zone: b, max_a: 16}", "stations[2].max_a: a DC connector is limited in power"),
        bad(23, "  - {id: dc-1, model: dc-60, zone: b, max_kw: 90}",
            "stations[2].max_kw: 90 kW is above the rating of EVlink DC 60 kW"),
        bad(22, "  - {id: cp-2, model: generic-ac, zone: a}",
            "stations[1].max_a: missing; OCPP 1.6J AC station has no rating of its own"),
        // licence, R-SITE-3
        bad(1, "licence: ESM", 13, "zones[2].directive: ESM has no dynamic zones; this site needs EDM"),
        bad(1, "licence: EDB", 16, "16:1: stations: 6 stations, but EDB holds 5 stations; this site needs EDM"),
        bad(1, "licence: EDS", 27, "cards[0].vip: EDS has no VIP cards and stations; this site needs EDM"),
        bad(1, "licence: EDB", 25, "inputs: EDB has no digital inputs; this site needs EDM"),
        bad(1, "licence: EDB", 26, "tariffs: EDB has no tariffs; this site needs EDM"),
        bad(1, "licence: ESS", 8, "zones: 3 zones, but ESS holds 1 zone; this site needs EDM"),
        bad(1, "licence: ESS", 8, "zones: 2 levels, but ESS holds 1 level of zones; this site needs EDM"),
        bad(24, "  - {id: \"s-{n}\", model: pro-ac, zone: b, count: 120}", 16,
            "stations: 123 stations, but EDM holds 50 stations; no licence holds"),
        // the rest
        bad(25, "inputs: [{number: 4, name: Grid, max_percent: 50}]", "inputs[0].number: 4 is out of range; from 1 to 3"),
        badInput("source: telepathy", "source: 'telepathy' is not known here"),
        badInput("source: file", "source: needs to know which; write '{file: /run/parkbench/input-1}'"),
        badInput("source: {}", "source: must be one source; write virtual, {file: …}, {modbus: …} or {gpio: …}"),
        badInput("source: {file: /a, gpio: {line: 1}}", "source: must be one source"),
        badInput("source: {modbus: {address: 1}}", "source.modbus.host: missing; give the module's address or name"),
        badInput("source: {modbus: {host: 192.168.0.50}}", "source.modbus.address: missing; say which discrete input"),
        badInput("source: {modbus: {host: \"a b\", address: 1}}", "source.modbus.host: 'a b' is not an address"),
        badInput("source: {modbus: {host: 192.168.0.42, address: 1}}",
            "source.modbus.host: 192.168.0.42 is the address of a meter or station"),
        badInput("source: {modbus: {host: 192.168.0.10, address: 1}}",
            "source.modbus.host: 192.168.0.10 is the address of a meter or station"),
        badInput("source: {modbus: {host: io, address: 65536}}", "source.modbus.address: 65536 is out of range; from 0 to 65535"),
        badInput("source: {modbus: {host: io, address: 0}}, debounce: 50 ms",
            "debounce: debounce (50 ms) is shorter than the poll interval (100 ms)"),
        badInput("source: {modbus: {host: io, address: 0, poll: 1 s}}, lost_after: 2 s",
            "lost_after: lost_after (2 s) is shorter than three poll intervals of 1 s"),
        badInput("source: {gpio: {chip: /dev/gpiochip0}}", "source.gpio.line: missing; say which line of the chip"),
        badInput("active: up", "active: 'up' is not known here"),
        badInput("lost: panic", "lost: 'panic' is not known here"),
        badInput("debounce: 11 s", "debounce: 11 s is out of range; from 0 s to 10 s"),
        bad(25, "inputs: [{number: 1, name: A, max_percent: 5, source: {gpio: {line: 4}}},"
            + " {number: 2, name: B, max_percent: 5, source: {gpio: {line: 4}}}]",
            "inputs[1].source: line 4 of /dev/gpiochip0 is inputs[0].source already (line 25); give each input its own"),
        bad(26, "tariffs: [{name: Peak, max_percent: 90, days: [], slots: [\"08:00-12:00\"]}]", "tariffs[0].days: is empty"),
        bad(26, "tariffs: [{name: Peak, max_percent: 90, days: [mon], slots: [\"8-12\"]}]",
            "tariffs[0].slots[0]: '8-12' is not a time slot"),
        bad(27, "cards: [{id: A}, {id: a}]", "cards[1].id: card 'A' is taken already"),
        bad(27, "cards: [{id: A, zones: [x]}]", "cards[0].zones[0]: there is no zone id 'x'"),
        bad(28, "users: [{name: Admin, role: ADMIN}]", "users[0].name: 'Admin' is the first name anybody tries"),
        // logins and remote energy management, R-SEC-1, R-BEMS-3
        security("max_attempts: 11", "settings.security.max_attempts: 11 is out of range; from 3 to 10"),
        security("hash_iterations: 99999", "settings.security.hash_iterations: 99999 is out of range; from 100000 to 10000000"),
        security("session_idle: 31 min", "settings.security.session_idle: 31 min is out of range; from 1 min to 30 min"),
        security("session_life: 13 h", "settings.security.session_life: 13 h is out of range"),
        security("lock: 10 s", "settings.security.lock: 10 s is out of range; from 30 s to 15 min"),
        security("lock: 120 s, longest_lock: 60 s",
            "settings.security.longest_lock: the longest lock (1 min) is shorter than the first (2 min)"),
        security("password_policy: none", "settings.security.password_policy: 'none' is not known here"),
        security("max_atempts: 5", "settings.security.max_atempts: unknown key; did you mean 'max_attempts'?"),
        remote("enabled: true", "settings.remote_energy_management.login: missing; name the one user who may set reductions"),
        remote("enabled: true, login: alise",
            "settings.remote_energy_management.login: there is no user 'alise'; did you mean 'alice'?"),
        remote("enabled: true, login: alice",
            "settings.remote_energy_management.login: 'alice' has the role USER; reductions are set by one with the role WEBSERVICES"),
        remote("on_heartbeat_loss: panic", "settings.remote_energy_management.on_heartbeat_loss: 'panic' is not known here"),
        remote("heartbeat: 0 s", "settings.remote_energy_management.heartbeat: 0 s is out of range"),
        bad(29, "cpo: {url: \"https://cpo.example\"}", "cpo.url: 'https://cpo.example' is not an OCPP address"));
  }

  private static Arguments security(String keys, String message) {
    return bad(7, "  security: {" + keys + "}", message);
  }

  private static Arguments remote(String keys, String message) {
    return bad(7, "  remote_energy_management: {" + keys + "}", message);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("breaches")
  void aBreachIsToldWithLineAndPath(String yaml, int line, String message) {
    List<Problem> problems = SiteFile.check("s.yaml", yaml);
    String all = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    assertTrue(problems.stream().anyMatch(p -> p.line() == line && p.severity() == Problem.Severity.ERROR
        && p.toString().contains(message)), all);
  }

  @Test
  void fiveMistakesGetFiveMessagesAndNoMore() {
    String yaml = change(change(change(change(change(GOOD,
        2, "nominal_v: 400"),
        12, "    max_a: 250"),
        20, "    wiring: TRI321"),
        21, "    ip: 192.168.0.255"),
        22, "  - {id: cp 2, name: Two, model: pro-ac, zone: a}");
    assertEquals("2,12,20,21,22", errors(yaml).stream().map(p -> Integer.toString(p.line())).collect(Collectors.joining(",")));
  }

  @Test
  void aMisspeltKeyIsNotMissingToo() {
    assertEquals(1, errors(change(GOOD, 12, "    max_amps: 150")).size());
  }

  @Test
  void aMessageIsFilePlacePathAndRemedy() {
    assertEquals("sites/foo.yaml:12:12: zones[1].max_a: 250 A is above its parent 'main' (200 A); lower it or raise the parent",
        SiteFile.check("sites/foo.yaml", change(GOOD, 12, "    max_a: 250")).getFirst().toString());
  }

  @Test
  void aDeviceMayBeOnThisMachine() {
    assertEquals(List.of(), errors(change(GOOD, 21, "    ip: 127.0.0.1")));
  }

  @Test
  void aMeterOfABadModelIsNotWrongToo() {
    String yaml = change(GOOD, 15,
        "  - {id: m1, model: acme}\nmeter_models: [{name: Acme, points: {current_l1: {format: Int32}}}]");
    assertEquals(1, errors(yaml).size(), errors(yaml).toString());
  }

  @Test
  void tri321IsTakenForTri312OnceConfirmed() throws SiteException {
    Site site = SiteFile.parse("s.yaml", change(GOOD, 20, "    wiring: TRI321\n    confirmed: TRI321-is-TRI312"));
    assertEquals(Wiring.TRI312, site.stations().getFirst().connectors().getFirst().wiring());
  }

  @Test
  void subZonesThatAddUpToLessThanTheirParentAreOnlyAWarning() throws SiteException {
    String yaml = change(GOOD, 12, "    max_a: 50");
    List<Problem> problems = SiteFile.check("s.yaml", yaml);
    assertEquals(1, problems.size());
    assertEquals(
        "s.yaml:9:23: zones[0].max_a: warning: its sub-zones add up to 130 A of 200 A; the rest can charge no car, which is "
            + "right only where other loads need it",
        problems.getFirst().toString());
    SiteFile.parse("s.yaml", yaml);
  }

  private static final String ZONE_B = "  - {id: b, parent: main, max_a: [100, 100, 80], directive: dynamic, meter: m1, ";

  private static List<String> exposures(String restOfZoneB) {
    return SiteFile.check("s.yaml", change(GOOD, 13, ZONE_B + restOfZoneB + "}")).stream().map(Problem::toString).toList();
  }

  /** R-LEASE-4: 30 kW are 51.9 A on each phase, and 0.2 A of standby. */
  @Test
  void whatKeepsItsLastSetpointMustFitBesideTheBuildingsPeak() {
    assertEquals(List.of(), exposures("building_peak_a: [40, 40, 27.9]"));
    assertEquals(
        List.of("s.yaml:13:98: zones[2].building_peak_a: warning: what keeps its last setpoint when it is lost (dc-1 52.1 A), and "
            + "the building's peak of 28 A, can make 80.1 A of 80 A, and nobody can take it back; lower the stations' max_kw, hang "
            + "them under a static zone, or raise max_a"),
        exposures("building_peak_a: 28"));
    List<String> full = SiteFile.check("s.yaml", change(GOOD, 23, "  - {id: dc-1, name: Fast, model: dc-60, zone: b}"))
        .stream().map(Problem::toString).toList();
    assertEquals(1, full.size());
    assertTrue(
        full.getFirst().startsWith(
            "s.yaml:13:61: zones[2].directive: warning: what keeps its last setpoint when it is lost (dc-1 104 A) can make 104 A of 80 A"),
        full.getFirst());
  }

  /** R-DI-5, R-LEASE-4: 50 % of the zone's 80 A are 40 A, and a lost DC station that keeps 52.1 A cannot be told of the contact. */
  @Test
  void whatKeepsItsLastSetpointMustFitWithinAHardInput() {
    String input = "inputs: [{number: 1, name: Grid, max_percent: %d, hard: %s}]";
    assertEquals(List.of(), SiteFile.check("s.yaml", change(GOOD, 25, String.format(Locale.ROOT, input, 66, true))));
    assertEquals(List.of(), SiteFile.check("s.yaml", change(GOOD, 25, String.format(Locale.ROOT, input, 50, false))));
    List<String> exposed = SiteFile.check("s.yaml", change(GOOD, 25, String.format(Locale.ROOT, input, 50, true))).stream()
        .map(Problem::toString).toList();
    assertEquals(1, exposed.size());
    assertTrue(
        exposed.getFirst().endsWith(
            "inputs[0].hard: warning: what keeps its last setpoint when it is lost (dc-1 52.1 A) can make 52.1 A of the 40 A that 50 %"
                + " leave of zone b, and nobody can take it back; lower the stations' max_kw, or raise max_percent"),
        exposed.getFirst());
  }

  @Test
  void whatIsLeftWithoutTheMeterMustFitBesideTheBuildingsPeak() {
    assertEquals(List.of(), exposures("degraded_a: 55, building_peak_a: [45, 45, 25]"));
    assertEquals(
        List.of(
            "s.yaml:13:93: zones[2].degraded_a: warning: together with the building's peak of 45 A it makes 100.1 A of 100 A, and "
                + "while the meter is lost nobody sees it; lower it to 55 A"),
        exposures("degraded_a: 55.1, building_peak_a: [45, 45, 25]"));
  }

  private static final String FROM_BREAKER = """
      licence: EDM
      settings: {lease_dynamic: LEASE, guard_percent: GUARD, call_timeout: 10 s}
      zones:
        - {id: main, max_a: 200, directive: dynamic, meter: m, breaker: BREAKER}
      meters: [{id: m, model: MTZ}]
      stations:
        - {id: "s-{n}", model: generic-ac, zone: main, max_a: 32, count: 10}
      """;

  private static String fromBreaker(String lease, String guard, String breaker) {
    return FROM_BREAKER.replace("LEASE", lease).replace("GUARD", guard).replace("BREAKER", breaker);
  }

  private static Margin margin(String lease, String guard, String breaker) throws SiteException {
    Margin margin = SiteFile.parse("s.yaml", fromBreaker(lease, guard, breaker)).zones().getFirst().margin();
    return Objects.requireNonNull(margin);
  }

  /** R-LEASE-5, 8. */
  @Test
  void leaseAndGuardFollowFromTheBreaker() throws SiteException {
    assertEquals(new Margin(Duration.ofSeconds(45), 20), margin("45 s", "2", "{rating_a: 250, curve: MCCB}"));
    assertEquals(new Margin(Duration.ofSeconds(48), 10), margin("from-breaker", "1", "{rating_a: 250, curve: MCCB}"));
    assertEquals(new Margin(Duration.ofSeconds(48), 10), margin("from-breaker", "from-breaker", "{rating_a: 250, curve: MCCB}"));
    assertEquals(new Margin(Duration.ofSeconds(77), 10), margin("from-breaker", "1", "{rating_a: 250, curve: MCCB, tr_s: 16}"));
    assertEquals(new Margin(Duration.ofMinutes(5), 10), margin("from-breaker", "1", "{rating_a: 400, curve: MCCB}"));
    assertEquals(new Margin(Duration.ofMinutes(1), 101), margin("60 s", "from-breaker", "{rating_a: 250, curve: MCCB}"));
    assertEquals(new Margin(Duration.ofSeconds(30), 183), margin("from-breaker", "from-breaker", "{rating_a: 228, curve: MCCB}"));
  }

  @Test
  void aBreakerThatLeavesNoTimeIsTold() {
    String breaker = "{rating_a: 228, curve: MCCB}";
    assertEquals(
        List.of(
            "s.yaml:2:27: settings.lease_dynamic: the breaker of zone 'main' (MCCB 228 A) surely holds 398 A, the worst that can "
                + "come there, for 40.6 s, and it takes 53.5 s: leases of 30 s and the time to react; write guard_percent: from-breaker "
                + "(18.3 % does), lower max_a, or shorten call_timeout"),
        errors(fromBreaker("from-breaker", "1", breaker)).stream().map(Problem::toString).toList());
    assertTrue(
        errors(fromBreaker("from-breaker", "from-breaker", "{rating_a: 200, curve: MCCB}")).getFirst().toString().startsWith(
            "s.yaml:2:56: settings.guard_percent: the breaker of zone 'main' (MCCB 200 A) surely holds 360 A, the worst that can come "
                + "there with 20 % free, for"));
    assertEquals(
        List.of("s.yaml:4:23: zones[0].max_a: warning: 200 A is more than its breaker (MCCB 160 A) is for; lower it to 160 A"),
        SiteFile.check("s.yaml", fromBreaker("30 s", "1", "{rating_a: 160, curve: MCCB}")).stream().map(Problem::toString)
            .toList());
  }

  @Test
  void brokenYamlIsOneMessageAtItsLine() {
    List<Problem> problems = SiteFile.check("s.yaml", change(GOOD, 9, "  - {id: main, max_a: 200"));
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().line() >= 9 && problems.getFirst().message().startsWith("not YAML: "), problems.toString());
  }

  @Test
  void noTextAtAllBreaksTheReader() {
    for (String yaml : List.of("", "# nothing", "- 1", "x", "zones: 3", "zones: []\nstations: {}", "zones: [3]\nstations: [[]]",
        "? [a]\n: b",
        "{licence: [a], zones: {a: b}, stations: 7, settings: [], cards: 1, users: x, tariffs: {}, inputs: {}, cpo: 1, plant: 3, meters: 2, meter_models: 4}",
        "meter_models: [{name: a, points: []}, 4]\nmeters: [{id: m, model: a, phases: 3, serial: []}]",

        "plant: &a {x: *a}", "a: \u0007", "--- 1\n--- 2", "zones: &z [*z]",
        "settings: {unknown_stations: {accept: {zone: a, model: pro-ac}}}\nzones: [{id: a}]")) {
      assertTrue(!errors(yaml).isEmpty(), yaml);
    }
  }

  @Test
  void everyProblemOfABadSiteComesAtOnceInTheOrderOfTheFile() {
    String yaml = IntStream.range(0, 40)
        .mapToObj(i -> String.format(Locale.ROOT, "  - {id: cp-%d, model: nothing, zone: a}", i))
        .collect(Collectors.joining("\n", "licence: EDL\nzones: [{id: a, max_a: 10}]\nstations:\n", "\n"));
    assertEquals(IntStream.range(4, 44).boxed().toList(), errors(yaml).stream().map(Problem::line).toList());
  }

  private static List<Problem> errors(String yaml) {
    return SiteFile.check("s.yaml", yaml).stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
  }

  /** The good site with one line replaced, and what must be told, where if not on that line. */
  private static Arguments bad(int line, String text, String message) {
    return bad(line, text, line, message);
  }

  private static Arguments bad(int line, String text, int toldAt, String message) {
    return Arguments.of(change(GOOD, line, text), toldAt, message);
  }

  /** The text with line {@code line} (from 1) replaced. */
  private static String change(String yaml, int line, String text) {
    String[] lines = yaml.split("\n", -1);
    lines[line - 1] = text;
    return String.join("\n", lines);
  }
}
