package io.parkbench.rigs.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.rigs.ReadySites;
import io.parkbench.rigs.hardware.Abilities;
import io.parkbench.rigs.hardware.BoundSite;
import io.parkbench.rigs.hardware.Need;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A rig file is read with all that is wrong with it, and changes nothing of a site but addresses and what is too high (R-RIG-1, R-RIG-4). */
class RigReaderTest {
  private static final String DESK = """
      ocpp: {port: 8890}
      stations:
        - {station: [a, cp-1], identity: ACME-1, max_a: 16, ev: person}
      meters:
        - {meter: meter-hall, ip: 10.0.0.7, unit: 3}
      inputs:
        - {input: 1, source: {gpio: {line: 17}}}
      safety: {zones: {desk: 20}}
      """;

  @Test
  void everyProblemIsToldAtOnceWithItsPlaceAndARemedy() {
    SiteException bad = assertThrows(SiteException.class, () -> RigReader.parse("rig.yaml", """
        ocpp: {prot: 8890}
        stations:
          - {station: cp-1, ev: robot}
          - {station: cp-1, max_a: 16, ev: {command: [a], tcp: "b:1"}}
        meters:
          - {meter: m, ip: 10.0.0.7, serial: /dev/ttyUSB0}
        inputs:
          - {input: 1, source: virtual}
          - {input: 2, source: {gpio: {line: 1}}, driver: write}
        """));
    String text = String.valueOf(bad.getMessage());
    for (String part : List.of("rig.yaml:1:8: ocpp.prot: unknown key; did you mean 'port'?",
        "stations[0].max_a: missing; give the current per phase", "stations[0].ev: 'robot' is not known here",
        "station cp-1 is bound already", "stations[1].ev: is one driver", "meters[0].ip: a meter is on a serial line or on TCP",
        "a virtual contact is not real", "only a file can be written")) {
      assertTrue(text.contains(part), part + "\nnot in\n" + text);
    }
  }

  @Test
  void anEmptyRigIsRefused() {
    assertTrue(String.valueOf(assertThrows(SiteException.class, () -> RigReader.parse("r", "patience: 5 s")).getMessage())
        .contains("binds nothing"));
  }

  @Test
  void aBoundSiteDiffersInAddressesAndWhatIsTooHighOnly() throws Exception {
    Site site = ReadySites.load("mixed-bench");
    Site bound = BoundSite.of(RigReader.parse("desk.yaml", DESK), site);
    assertEquals(160, connectorDa(bound, "cp-1"), "as the rig allows");
    assertEquals(320, connectorDa(bound, "v-07"), "as before");
    assertEquals("10.0.0.7", bound.meters().getFirst().ipAddress());
    assertEquals(3, bound.meters().getFirst().unit());
    assertEquals("line 17 of /dev/gpiochip0", bound.inputs().getFirst().contact().source().text());
    assertEquals(200, zoneDa(bound, "desk"));
    assertEquals(1000, zoneDa(bound, "hall"));
    assertEquals(site.settings(), bound.settings());
    assertEquals(site.stations().size(), bound.stations().size());
  }

  @Test
  void whatARigCannotGiveIsKnownBeforehand() throws Exception {
    Abilities abilities = new Abilities(RigReader.parse("desk.yaml", DESK), ReadySites.load("mixed-bench"));
    assertEquals(null, abilities.lacks(Need.CAR, "cp-1"));
    assertEquals(null, abilities.lacks(Need.SIMULATED, "v-01"));
    assertTells("nobody tells what its pilot offers", abilities.lacks(Need.OFFER, "cp-1"));
    assertTells("nothing measures it", abilities.lacks(Need.CURRENT, "cp-1"));
    assertTells("charger cp-1 (ACME-1) is real", abilities.lacks(Need.SIMULATED, "cp-1"));
    assertTells("nobody moves its contact", abilities.lacksAtInput(Need.CONTACT, 1));
    assertEquals(List.of("desk", "main"), abilities.unjudged().stream().map(Abilities.Unjudged::zone).toList());
    assertEquals(null, abilities.lacksInZone("hall"));
  }

  private static int connectorDa(Site site, String station) {
    return site.stations().stream().filter(one -> one.id().equals(station)).findFirst().orElseThrow().connectors().getFirst()
        .maxDa();
  }

  private static int zoneDa(Site site, String zone) {
    return site.zones().stream().filter(one -> one.id().equals(zone)).findFirst().orElseThrow().maxDa().minDa();
  }

  private static void assertTells(String words, @Nullable String told) {
    assertTrue(String.valueOf(told).contains(words), String.valueOf(told));
  }
}
