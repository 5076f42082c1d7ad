package io.parkbench.rigs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.Problem;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Wiring;
import io.parkbench.gateway.site.Zone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-SITES-1: the ready sites are good site files, and what their comments say of them is so. */
class ReadySitesTest {

  @ParameterizedTest
  @ValueSource(strings = {"shedding-example", "residential", "office", "office-dynamic", "office-bems", "office-20-meters",
      "customer-case", "car-park", "park1", "campus-100", "acn-54", "acn-54-50kw", "acn-54-building"})
  void aReadySiteIsGoodFitsItsSchemaAndSaysWhatItShows(String name) throws IOException {
    String text = text(name);
    List<Problem> errors = SiteFile.check(name + ".yaml", text).stream().filter(p -> p.severity() == Problem.Severity.ERROR)
        .toList();
    assertEquals(List.of(), errors);
    assertEquals(List.of(), schemaErrors(text));
    assertTrue(text.startsWith("# "), "starts with a comment that says what it shows");
  }

  @Test
  void theSchemaRefusesWhatTheReaderRefuses() throws IOException {
    for (String bad : List.of(
        "licence: XXL\nzones: [{id: a, max_a: 10}]\nstations: []\n",
        "licence: ESS\nzones: [{id: a, max_amps: 10}]\nstations: []\n",
        "licence: ESS\nzones: [{id: a, max_a: lots}]\nstations: []\n",
        "licence: ESS\nzones: [{id: a, max_a: 10}]\nstations: [{id: s, model: parking}]\n",
        "licence: ESS\nzones: [{id: a, max_a: 10}]\nstations: []\nsettings: {call_timeout: soon}\n")) {
      assertTrue(!schemaErrors(bad).isEmpty(), bad);
      assertTrue(!SiteFile.check("bad.yaml", bad).isEmpty(), bad);
    }
  }

  @Test
  void theCampusIsAsLargeAsASiteMayBe() throws Exception {
    Site site = site("campus-100");
    assertEquals(100, site.stations().size());
    assertEquals(20, site.zones().size());
    assertEquals(40, connectors(site).filter(c -> c.wiring().phases() == 1).count());
    for (Zone zone : site.zones()) {
      assertTrue(possibleDa(site, zone) > zone.maxDa().minDa(), zone.id() + " can never bind");
    }
  }

  @Test
  void theOfficeHasTwoSubZonesOf250Amperes() throws Exception {
    Site site = site("office");
    assertEquals(25, site.stations().size());
    List<Zone> below = site.subZones(site.zones().getFirst());
    assertEquals(List.of(2500, 2500), below.stream().map(z -> z.maxDa().minDa()).toList());
    assertEquals(List.of(13, 12), below.stream().map(z -> site.stationsOn(z).size()).toList());
  }

  @Test
  void theDynamicOfficeIsTheOfficeWithABuildingThatItsBreakerMeters() throws Exception {
    Site site = site("office-dynamic");
    assertEquals(site("office").stations(), site.stations());
    Zone main = site.zones().getFirst();
    assertTrue(main.dynamic());
    assertEquals(6300, main.maxDa().minDa());
    assertEquals(List.of(2500, 2500), site.subZones(main).stream().map(z -> z.maxDa().minDa()).toList());
    assertEquals("MTZ", site.meters().getFirst().model().name());
    assertEquals(List.of(), PlantSection.check(site));
  }

  @Test
  void theOfficeWithItsBuildingsClientIsTheOfficeWithOneWhoMayLimitIt() throws Exception {
    Site site = site("office-bems");
    assertEquals(site("office").stations(), site.stations());
    assertEquals(site("office").zones(), site.zones());
    assertTrue(site.settings().remote().isWriter("building"));
    assertEquals(List.of(), PlantSection.check(site));
  }

  @Test
  void theCustomerCaseWants562Kilowatts() throws Exception {
    Site site = site("customer-case");
    int ac = connectors(site).filter(c -> !c.dc()).mapToInt(Connector::maxW).sum();
    int dc = site.stations().stream().map(Station::feederW).filter(Objects::nonNull).mapToInt(w -> w).sum();
    assertEquals(562, (ac + dc) / 1000.0, 10);
  }

  @Test
  void park1NeedsFloorsOf34Amperes() throws Exception {
    // R-DEG-2
    assertEquals(340, connectors(site("park1")).mapToInt(Connector::floorDa).sum());
    assertEquals(510, site("park1").zones().getFirst().maxDa().minDa());
  }

  @Test
  void theAcnGarageHas54StationsOf6600WattsAndALimitThatNeverBinds() throws Exception {
    Site site = site("acn-54");
    assertEquals(54, connectors(site).count());
    assertTrue(connectors(site).allMatch(c -> c.maxW() == 6656 && c.wiring().phases() == 1));
    assertTrue(possibleDa(site, site.zones().getFirst()) <= site.zones().getFirst().maxDa().minDa());
    assertEquals(50_000, site("acn-54-50kw").zones().getFirst().maxW());
    assertEquals(site.stations(), site("acn-54-50kw").stations());
  }

  @Test
  void theResidentialStationsAreSpreadOverThePhases() throws Exception {
    List<Wiring> wirings = connectors(site("residential")).map(Connector::wiring).toList();
    assertEquals(List.of(4L, 3L, 3L),
        Stream.of(Wiring.MONO1, Wiring.MONO2, Wiring.MONO3).map(w -> wirings.stream().filter(w::equals).count()).toList());
  }

  /** The most that the connectors under a zone can draw on its fullest phase, zones below it disregarded, in 0.1 A. */
  private static int possibleDa(Site site, Zone zone) {
    int[] da = new int[3];
    for (Station station : site.stations()) {
      if (isUnder(site, site.zone(station.zone()), zone)) {
        for (Connector connector : station.connectors()) {
          for (int c = 1; c <= connector.wiring().phases(); c++) {
            da[connector.wiring().supplyPhase(c) - 1] += connector.maxDa();
          }
        }
      }
    }
    return Math.max(da[0], Math.max(da[1], da[2]));
  }

  private static boolean isUnder(Site site, @Nullable Zone zone, Zone top) {
    return zone != null && (zone.equals(top) || zone.parent() != null && isUnder(site, site.zone(zone.parent()), top));
  }

  private static Stream<Connector> connectors(Site site) {
    return site.stations().stream().flatMap(s -> s.connectors().stream());
  }

  private static Site site(String name) throws IOException, SiteException {
    return SiteFile.parse(name + ".yaml", text(name));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(ReadySitesTest.class.getResourceAsStream("/sites/" + name + ".yaml"), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<com.networknt.schema.Error> schemaErrors(String yaml) throws IOException {
    try (InputStream in = Objects.requireNonNull(SiteFile.class.getResourceAsStream("site.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in).validate(yaml, InputFormat.YAML);
    }
  }
}
