package io.parkbench.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.Licence;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.site.SiteTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R-SITE-7, R-SITE-3: what an edit of the site does at once, what waits, and what is refused with the reader's own words. */
class SiteEditorTest {
  private static final String SITE = """
      # comments go
      licence: EDS
      zones:
        - {id: main, max_a: 100, auth: all}
        - {id: north, parent: main, max_a: 63}
      stations:
        - {id: "cp-{n:02}", name: "Bay {n}", model: pro-ac, zone: north, count: 3, first: 7, serial: "S{n}", ip: 192.168.0.10}
        - {id: last, model: pro-ac, zone: north, plant: {name: 5, loads: [1.50, "2"]}}
      tariffs: [{name: Peak, max_percent: 50, days: [mon], slots: ["08:00-12:00"]}]
      inputs: [{number: 1, name: DSO, max_percent: 0, hold: 2 s}]
      cards: [{id: 0042, comment: 17}]
      """;

  private final SiteEditor editor = new SiteEditor(site(SITE));

  private static Site site(String yaml) {
    try {
      return SiteFile.parse("garage.yaml", yaml);
    } catch (SiteException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome prepare(Part part, String key, String entry) {
    return editor.prepare(editor.present(), Edit.Put.of(part, key, json(entry)));
  }

  private Outcome.Ready done(Outcome outcome) {
    Outcome.Ready ready = assertInstanceOf(Outcome.Ready.class, outcome, outcome::toString);
    editor.commit(ready.after());
    return ready;
  }

  private Outcome.Ready put(Part part, String key, String entry) {
    return done(prepare(part, key, entry));
  }

  private static List<Outcome.Fault> faults(Outcome outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString).faults();
  }

  @Test
  void theTreeReadBackIsTheSameSiteWithEachStationOnItsOwn() {
    Site read = site(SITE);
    ObjectNode tree = SiteTree.of(read);
    Site again = site(SiteTree.text(tree));
    assertEquals(read.stations(), again.stations());
    assertEquals(read.zones(), again.zones());
    assertEquals(read.inputs(), again.inputs());
    assertEquals(read.cards(), again.cards());
    assertEquals("garage", again.name());
    assertEquals(4, tree.get("stations").size());
    assertEquals(
        json(
            "{\"id\":\"cp-08\",\"name\":\"Bay 8\",\"model\":\"pro-ac\",\"zone\":\"north\",\"serial\":\"S8\",\"ip\":\"192.168.0.11\"}"),
        tree.get("stations").get(1));
    assertEquals(SiteTree.text(tree), SiteTree.text(SiteTree.of(again)));
  }

  @Test
  void aStaticZonesMaximumCountsAtOnceAndItsNameWaits() {
    assertTrue(put(Part.ZONES, "north", "{\"id\":\"north\",\"parent\":\"main\",\"max_a\":40}").live());
    assertEquals(PerPhase.all(400), running().zones().get(1).maxDa());
    assertFalse(editor.present().pending());
    assertFalse(put(Part.ZONES, "north", "{\"id\":\"north\",\"name\":\"N\",\"parent\":\"main\",\"max_a\":40}").live());
    assertEquals("north", running().zones().get(1).name());
    assertEquals("N", editor.present().next().site().zones().get(1).name());
    assertEquals(
        List.of(new Waiting("zones/north", "changed", SiteTree.plain(json("{\"id\":\"north\",\"parent\":\"main\",\"max_a\":40}")),
            SiteTree.plain(json("{\"id\":\"north\",\"name\":\"N\",\"parent\":\"main\",\"max_a\":40}")))),
        Waiting.in(editor.present()));
  }

  @Test
  void aMaximumGoesAheadOfWhatWaitsInTheSameZone() {
    put(Part.ZONES, "north", "{\"id\":\"north\",\"name\":\"N\",\"parent\":\"main\",\"max_a\":63}");
    assertTrue(put(Part.ZONES, "north", "{\"id\":\"north\",\"name\":\"N\",\"parent\":\"main\",\"max_a\":20}").live());
    assertEquals(PerPhase.all(200), running().zones().get(1).maxDa());
    assertEquals("north", running().zones().get(1).name());
    assertTrue(editor.present().pending());
    editor.commit(SiteEditor.dropped(editor.present()));
    assertFalse(editor.present().pending());
    assertEquals(PerPhase.all(200), editor.present().next().site().zones().get(1).maxDa());
  }

  @Test
  void tariffsInputsCardsCountAtOnce() {
    assertTrue(put(Part.TARIFFS, "Night", "{\"name\":\"Night\",\"max_percent\":90,\"days\":[\"sun\"],\"slots\":[\"22:00-06:00\"]}")
        .live());
    assertTrue(put(Part.INPUTS, "1", "{\"number\":1,\"name\":\"DSO\",\"max_percent\":30}").live());
    assertTrue(put(Part.CARDS, "NEW", "{\"id\":\"NEW\"}").live());
    assertTrue(done(editor.prepare(editor.present(), new Edit.Remove(Part.CARDS, "0042"))).live());
    assertEquals(2, running().tariffs().size());
    assertEquals(30, running().inputs().getFirst().maxPercent());
    assertEquals("NEW", running().cards().getFirst().idTag());
    assertFalse(editor.present().pending());
  }

  @Test
  void aTariffThatStandsOnWhatWaitsWaitsToo() {
    assertTrue(members(Map.of("licence", json("{\"l\":\"EDM\"}").get("l")), "").live());
    assertFalse(put(Part.ZONES, "south", "{\"id\":\"south\",\"parent\":\"main\",\"max_a\":32}").live());
    String tariff = "{\"name\":\"Night\",\"max_percent\":90,\"days\":[\"sun\"],\"slots\":[\"22:00-06:00\"],\"off_in\":[\"south\"]}";
    assertFalse(put(Part.TARIFFS, "Night", tariff).live());
    assertEquals(1, running().tariffs().size());
    assertEquals(List.of("zones/south", "tariffs/Night"), Waiting.in(editor.present()).stream().map(Waiting::path).toList());
  }

  @Test
  void stationsMetersSettingsWait() {
    assertFalse(put(Part.STATIONS, "new", "{\"id\":\"new\",\"model\":\"pro-ac\",\"zone\":\"north\"}").live());
    assertFalse(members(Map.of("settings", json("{\"call_timeout\":\"5 s\"}")), "settings").live());
    assertEquals(4, running().stations().size());
    assertEquals(5, editor.present().next().site().stations().size());
  }

  private Outcome.Ready members(Map<String, @Nullable JsonNode> values, String prefix) {
    return done(editor.prepare(editor.present(), new Edit.Members(new LinkedHashMap<>(values), prefix)));
  }

  @Test
  void aLargerLicenceCountsAtOnceAndASmallerOneWaits() {
    assertTrue(members(Map.of("licence", json("{\"l\":\"EDL\"}").get("l")), "").live());
    assertEquals(Licence.EDL, running().licence());
    assertFalse(members(Map.of("licence", json("{\"l\":\"EDS\"}").get("l")), "").live());
    assertEquals(Licence.EDL, running().licence());
  }

  @Test
  void allThatIsWrongIsToldAtItsPlaceWithTheReadersRemedyAndChangesNothing() {
    Configuration before = editor.present();
    List<
        Outcome.Fault> faults = faults(prepare(Part.ZONES, "north", "{\"id\":\"north\",\"parent\":\"mian\",\"max_a\":[63,\"x\"]}"));
    assertTrue(faults.stream().anyMatch(fault -> "/parent".equals(fault.pointer()) && fault.text().contains("main")),
        faults::toString);
    assertTrue(faults.stream().anyMatch(fault -> "/max_a".equals(fault.pointer())), faults::toString);
    assertSame(before, editor.present());
  }

  @Test
  void whatIsWrongElsewhereIsNamedThere() {
    List<Outcome.Fault> faults = faults(editor.prepare(editor.present(), new Edit.Remove(Part.ZONES, "north")));
    assertEquals(4, faults.size());
    assertNull(faults.getFirst().pointer());
    assertTrue(faults.getFirst().text().startsWith("stations[0].zone: there is no zone id 'north'"), faults::toString);
  }

  @Test
  void aLicenceThatDoesNotHoldTheSiteIsRefusedWithTheOneThatWould() {
    String zone = "{\"id\":\"deep\",\"parent\":\"main\",\"max_a\":32}";
    List<Outcome.Fault> faults = faults(prepare(Part.ZONES, "deep", zone));
    assertTrue(faults.getFirst().text().contains("this site needs ESM"), faults::toString);
  }

  @Test
  void noLineOfAFileIsNamedThatNobodyHasSeen() {
    List<Outcome.Fault> faults = faults(
        prepare(Part.STATIONS, "other", "{\"id\":\"other\",\"name\":\"Bay 7\",\"model\":\"pro-ac\",\"zone\":\"north\"}"));
    assertEquals("/name", faults.getFirst().pointer());
    assertEquals("station name 'Bay 7' is taken already by stations[0].name; choose another", faults.getFirst().text());
  }

  @Test
  void anyTextComesBackAsItWas() {
    for (String text : List.of("null", "~", "yes", "1e3", "0x1F", "- a", "a: b", "#", "\u2028", "\ufeffx", "\ud83d\udd0c",
        "a\u0000b", "'\"", "{n}", "<<")) {
      ObjectNode tree = SiteTree.of(site(SITE));
      tree.putObject("plant").put("odd", text).put(text, "key");
      Site read = site(SiteTree.text(tree));
      assertEquals(text, read.plant().get("odd"));
      assertNotNull(read.plant().get(text), text);
      assertEquals(tree, SiteTree.of(read));
    }
  }

  private Site running() {
    return editor.present().running().site();
  }
}
