package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModelFile;
import io.parkbench.protocol.meter.WordOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** R-RIG-3: what {@code parkbench probe meter} says of a slave that somebody else wrote, as users run it. */
@Tag("wall-clock")
@Execution(ExecutionMode.CONCURRENT)
class ForeignMeterProbeTest {
  private static final Pattern PORT = Pattern.compile("listens at port (\\d+)");
  private static final String VALUES = """
      {"current_l1": 30, "current_l2": 47, "current_l3": 15, "power_total": 21160, "energy_total": 1545000}""";

  private static PythonPeers peers;

  @TempDir private Path folder;

  @BeforeAll
  static void install() throws Exception {
    peers = PythonPeers.orSkip();
  }

  private String probe(String map, String expected) throws Exception {
    try (Program slave = peers.start("serve_meter", "0", "7", map, VALUES);
        Program probe = Program.parkbench(
            "probe", "meter", "tcp:127.0.0.1:" + slave.await(PORT), "--unit", "7", "--model", "PM5320", "--expect", expected,
            "--watch", "2", "--model-name", "Found", "--out", folder.toString())) {
      assertEquals(0, probe.awaitEnd(), probe::text);
      return probe.text();
    }
  }

  private MeterModel model() throws Exception {
    return MeterModelFile.read("Found.json", Files.readString(folder.resolve("Found.json")));
  }

  @Test
  void oneAsDocumentedHasNoQuirk() throws Exception {
    String said = probe("PM5320", "30,47,15");
    assertTrue(said.contains("No quirk of the catalogue"), said);
    assertEquals(WordOrder.ABCD, model().wordOrder());
  }

  @Test
  void oneWithItsWordsSwappedIsFoundOutAndLearnt() throws Exception {
    String said = probe("PM5320, words swapped", "30,47,15");
    assertTrue(said.contains("[word-swap]"), said);
    assertTrue(said.contains("One quirk of the catalogue"), said);
    assertEquals(WordOrder.CDAB, model().wordOrder());
    assertTrue(Files.readString(folder.resolve("probe.html")).contains("word-swap"), "the sheet says so");
  }

  @Test
  void phasesUnderOtherNamesAreSeenBesideAnotherInstrument() throws Exception {
    String said = probe("PM5320", "15,30,47");
    assertTrue(said.contains("[phase-rotation]"), said);
  }
}
