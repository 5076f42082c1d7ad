package io.parkbench.protocol.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** R-SITE-6: station models are files of one form. */
class StationMakeFileTest {
  @Test
  void writesWhatItReads() {
    for (List<String> names : List.of(StationMakes.BENCH, StationMakes.SITE)) {
      for (String name : names) {
        StationMake make = Objects.requireNonNull(StationMakes.named(name));
        assertEquals(make, StationMakeFile.read(name + ".json", StationMakeFile.write(make)));
      }
    }
  }

  @Test
  void needsLittle() {
    StationMake make = StationMakeFile.read("a.json", """
        {"kind": "station", "name": "acme-22", "connectors": [{"max_a": 32}], "quirks": ["whole-amps-only"]}
        """);
    assertEquals("acme-22", make.title());
    assertEquals("T2", make.connectors().getFirst().socket());
    assertEquals(StationMake.ProfileLimits.USUAL, make.profiles());
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    String message = String.valueOf(assertThrows(MakeException.class, () -> StationMakeFile.read("a.json", """
        {"kind": "stations", "name": "a b", "connectors": [{"socket": "T3"}, {"socket": "CCS2", "max_kw": 60}], "reboot_s": -1,
         "colour": "red"}
        """)).getMessage());
    for (String problem : List.of("kind is 'stations'", "name is 'a b'", "connectors[0].socket is 'T3'",
        "connectors[0].max_a is missing",
        "are of AC and of DC", "reboot_s has to be a number", "colour is unknown")) {
      assertTrue(message.contains(problem), message);
    }
    assertTrue(String.valueOf(assertThrows(MakeException.class, () -> StationMakeFile.read("b.json", "{\n\"a\": }")).getMessage())
        .startsWith("b.json:"));
  }
}
