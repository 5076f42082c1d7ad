package io.parkbench.gateway.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-SITE-6: a station's model may be a file next to the site file. */
class StationModelFileTest {
  private static final String SITE = """
      licence: ESS
      zones: [{id: main, max_a: 63}]
      stations:
        - {id: CP-1, model: MODEL, zone: main}
      """;

  @TempDir Path folder;

  private Site load(String model) throws IOException, SiteException {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE.replace("MODEL", model));
    return SiteFile.load(file);
  }

  @Test
  void isFoundByNameOrFile() throws IOException, SiteException {
    Files.writeString(folder.resolve("acme-11.json"),
        """
            {"kind": "station", "name": "acme-11", "title": "Acme 11", "connectors": [{"max_a": 16, "floor_a": 8}], "quirks": ["late-reply"]}
            """);
    Site site = load("acme-11.json");
    assertEquals(site.stations().getFirst().model(), load("acme-11").stations().getFirst().model());
    assertEquals(160, site.stations().getFirst().connectors().getFirst().maxDa());
    assertEquals(80, site.stations().getFirst().connectors().getFirst().floorDa());
    assertEquals("acme-11", site.ownModels().getFirst().key());

    // an edit over the API is a text without a folder
    Site edited = SiteFile.parse("site", site.text(), site.ownModels());
    assertEquals(site.stations(), edited.stations());
  }

  @Test
  void saysWhereItLooked() throws IOException {
    String missing = String.valueOf(assertThrows(SiteException.class, () -> load("acme-12")).getMessage());
    assertTrue(missing.contains("put a model file acme-12.json next to the site file"), missing);
    Files.writeString(folder.resolve("acme-12.json"), "{\"kind\": \"station\", \"name\": \"acme-12\"}");
    String broken = String.valueOf(assertThrows(SiteException.class, () -> load("acme-12")).getMessage());
    assertTrue(broken.contains("connectors is missing"), broken);
    Files.writeString(folder.resolve("acme-12.json"), """
        {"kind": "station", "name": "other", "connectors": [{"max_a": 16}]}
        """);
    String other = String.valueOf(assertThrows(SiteException.class, () -> load("acme-12")).getMessage());
    assertTrue(other.contains("give file and model the same name"), other);
  }
}
