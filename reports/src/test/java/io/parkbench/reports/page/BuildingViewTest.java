package io.parkbench.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Micros;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-PLANT-5, R-BEMS-6: the report shows energy per zone and day as a facility manager reads it, and where it has gaps. */
class BuildingViewTest {
  /** Midnight in Paris before the day of 23 hours. */
  private static final long START = Micros.of(Instant.parse("2026-03-28T23:00:00Z"));

  @TempDir Path path;

  /** Two days; a link that is down from 10:00 to 10:40 of the first, and a station that is lost in Roof afterwards. */
  private String page() throws IOException {
    RunFolder folder = RunFolder.create(path);
    try (JsonLines lines = new JsonLines(new ZstdOutputStream(Files.newOutputStream(folder.recording("sim")), 1))) {
      for (int quarter = 1; quarter <= 4 * 47; quarter++) {
        long at = START + quarter * 15L * Micros.MINUTE;
        double missing = quarter == 37 || quarter == 38 ? 900 : quarter == 39 ? 600 : 0;
        line(lines, at, "Hall", 1_000, quarter == 50 ? 44 : 4, quarter < 4 * 23 + 1 ? 63 : 32, missing > 0 ? "link-down" : null,
            missing);
        line(lines, at, "Roof", 0, 0, 40,
            missing > 0 ? "link-down" : quarter == 40 || quarter == 41 ? "station-disconnected" : null,
            missing);
      }
    }
    folder.write(new RunInfo(RunInfo.FORMAT, "Hall", "parkbench sim hall", "memory", 7, null, Map.of(), null, "Europe/Paris"));
    folder.write(new Summary("h", 169_200, 0.4, 27_000, 12_345, 6_789, new Summary.Invariants(54_321, 0, 0), List.of()));
    return Files.readString(Report.write(path));
  }

  private static void line(
      JsonLines lines, long at, String zone, int wh, double kw, double amps, @Nullable String what, double seconds) {
    lines.line(at, "bems-log", json -> {
      json.writeStringField("z", zone);
      json.writeNumberField("wh", wh);
      if (seconds < 900) {
        json.writeNumberField("kw", kw);
        json.writeNumberField("a", amps);
      }
      if (what != null) {
        json.writeStringField("what", what);
      }
      if (seconds > 0) {
        json.writeNumberField("s", seconds);
      }
    });
  }

  @Test
  void eachZoneHasItsEnergyByTheDaysOfTheSite() throws IOException {
    String html = page();
    String table = html.substring(html.indexOf("<table class=\"building\">"), html.indexOf("As the building"));
    assertTrue(table.contains("Sun 29 Mar</th><th scope=\"col\" class=\"n\">Mon 30 Mar"), table);
    assertTrue(table.contains("92.0 kWh<span class=\"share\">peak 44.0 kW</span><span class=\"share\">setpoint 63 A</span>"
        + "<span class=\"gap\">40 min missing</span>"), "23 hours: " + table);
    assertTrue(table.contains("96.0 kWh<span class=\"share\">peak 4.0 kW</span><span class=\"share\">setpoint 32 A</span></td>"),
        table);
    assertTrue(table.contains("<td class=\"n\">188.0 kWh</td>"), table);
  }

  @Test
  void gapsAreSaidWithTheirReasonsOnceForAllZones() throws IOException {
    String html = page();
    assertTrue(html.contains("All zones, 29 Mar 10:00:00 to 29 Mar 10:45:00: the gateway did not answer for 40 min;"), html);
    assertTrue(html.contains("Roof, 29 Mar 10:45:00 to 29 Mar 11:15:00: a station was not connected"), html);
    assertEquals(2, html.split("<li>", -1).length - 1);
  }

  @Test
  void aRunWithoutABuildingSaysNothingOfOne(@TempDir Path other) throws IOException {
    assertFalse(Files.readString(Report.write(SampleRun.simulation(other).path())).contains("class=\"building\""));
  }
}
