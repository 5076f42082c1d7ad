package io.parkbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written into a run folder is what is read from it, under the names that other tools rely on. */
class RunFolderTest {
  @TempDir Path path;

  @Test
  void aRunOfScenariosIsReadAsWritten() throws IOException {
    RunFolder folder = RunFolder.create(path);
    RunInfo run = new RunInfo(RunInfo.FORMAT, "All", "parkbench run", "memory", 7, null, Map.of("java", "25"), null,
        "Europe/Paris");
    Path recording = folder.recording("equal-share");
    Verdicts verdicts = new Verdicts(
        List.of(
            new ScenarioVerdict(
                "equal-share", "Sharing", "Equal percentage", "features/alloc.feature", 12,
                List.of("@R-ALLOC-2", "@slow", "@R-ALLOC-14"), Status.FAILED, 0.25, "too much", "parkbench run x",
                folder.name(recording), "ab", List.of(new StepVerdict("Given x", Status.PASSED, null)))));
    folder.write(run);
    folder.write(verdicts);

    assertEquals(run, folder.run());
    assertEquals(verdicts, folder.verdicts());
    assertEquals("recordings/equal-share.jsonl.zst", folder.name(recording));
    assertEquals(List.of("R-ALLOC-2", "R-ALLOC-14"), verdicts.scenarios().getFirst().requirements());
    assertNull(folder.summary());
    assertTrue(Files.readString(path.resolve("verdicts.json")).contains("\"status\" : \"failed\""));
  }

  @Test
  void aSummaryHasTheNamesOfTheCommandLineContract() throws IOException {
    RunFolder folder = RunFolder.create(path);
    Summary summary = new Summary("ab", 86400, 2, 43200, 10, 20, new Summary.Invariants(5, 0, 0),
        List.of(new Summary.Session("s1", "P1", 1, null, null, 10, 9.5, null)));
    folder.write(summary);

    assertEquals(summary, folder.summary());
    String text = Files.readString(path.resolve("summary.json"));
    for (String name : List.of("hash", "simulated_seconds", "cpu_seconds", "simulated_seconds_per_cpu_second",
        "events", "frames", "invariants", "checked", "broken", "sessions", "id", "station", "requested_kwh",
        "delivered_kwh")) {
      assertTrue(text.contains("\"" + name + "\""), name);
    }
  }
}
