package io.parkbench.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.kernel.Micros;
import io.parkbench.reports.Comparison;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.StepVerdict;
import io.parkbench.reports.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence page says what the run folder holds, loads nothing, and survives what a folder may do to it (R-BENCH-1). */
class ReportTest {
  private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" class=\"data\">(.*?)</script>",
      Pattern.DOTALL);

  @TempDir Path path;

  @Test
  void theVerdictComesFirstAndFailuresBeforeEverythingElse() throws IOException {
    String html = page(SampleRun.scenarios(path));

    assertInOrder(html, "<h1>Sharing the current</h1>", "1 of 2 scenarios failed.", "1 / 2", "Failures",
        "A station that keeps its old setpoint is contained", "Breach: 66.5 A on L1", "Requirements", "Scenarios");
    assertTrue(html.contains("<code>parkbench run features/alloc/disobedient.feature:31 --rig memory --seed 42</code>"));
  }

  @Test
  void everyRequirementUnderTestHasItsVerdictAndItsScenarios() throws IOException {
    String html = page(SampleRun.scenarios(path));
    String matrix = html.substring(html.indexOf("class=\"matrix\""), html.indexOf("id=\"scenarios\""));

    assertInOrder(matrix, "R-ALLOC<", "2 failed, 1 proved, 13 not covered", "R-ALLOC-1<", "failed", "R-ALLOC-11<", "failed",
        "R-ALLOC-2<", "proved", "R-ALLOC-3<", "not covered", "R-LEASE<", "R-LEASE-5<", "failed", "R-LEASE-3<", "skipped",
        "R-SITE<");
    assertTrue(html.contains("Not covered (116)"));
    assertInOrder(html, "Not covered at all:", "R-SITE<", "R-DYN<");
  }

  @Test
  void aFailureLeadsToItsPlotAndToItsMoment() throws IOException {
    RunFolder folder = SampleRun.scenarios(path);
    List<ScenarioVerdict> verdicts = Objects.requireNonNull(folder.verdicts()).scenarios().stream()
        .map(v -> v.status() != Status.FAILED ? v
            : new ScenarioVerdict(v.id(), v.feature(), v.name(), v.uri(), v.line(), v.tags(), v.status(), v.seconds(),
                "expected 63 A\nat 2026-01-05T09:35:33.5Z, 2 h after the start", v.repeat(), v.recording(), v.hash(), v.steps()))
        .toList();
    folder.write(new Verdicts(verdicts));
    String html = page(folder);

    assertInOrder(html, "href=\"#failures\"", "id=\"failures\"", "href=\"#s2-plot\"", "id=\"s2-plot\"",
        "data-key=\"s2\" data-failed=\"1767605733500\"");
    assertFalse(html.contains("href=\"#s1-plot\""), "what passed is not among the failures");
  }

  @Test
  void anotherRunBesideItShowsWhatIsNotAsItWas() throws IOException {
    RunFolder folder = SampleRun.scenarios(path.resolve("is"));
    RunFolder other = SampleRun.scenarios(path.resolve("was"));
    List<ScenarioVerdict> now = Objects.requireNonNull(folder.verdicts()).scenarios();
    other.write(new Verdicts(List.of(now.get(0), passed(now.get(1)))));
    String html = Files.readString(Report.write(folder.path(), other.path()));

    assertInOrder(html, "6 changes; 2 of 2 recordings are the same.", "Failed</th>", ">0<", ">1<",
        "A station that keeps its old setpoint is contained</a>", "passed<", "failed<", "R-ALLOC-1<", "proved<", "failed<",
        "R-LEASE-5<",
        "The same with a cable cut", "absent<", "skipped<");
    assertTrue(
        Files.readString(Report.write(folder.path(), folder.path())).contains("Every scenario and requirement is as it was;"));
    assertThrows(IOException.class, () -> Report.write(folder.path(), path));
  }

  private static ScenarioVerdict passed(ScenarioVerdict v) {
    return new ScenarioVerdict(v.id(), v.feature(), v.name(), v.uri(), v.line(), v.tags(), Status.PASSED, v.seconds(), null,
        v.repeat(), v.recording(), v.hash(), v.steps());
  }

  @Test
  void aSimulationBesideItselfIsTheSame() throws IOException {
    RunFolder folder = SampleRun.simulation(path);
    assertTrue(Files.readString(Report.write(path, folder.path())).contains("The recordings are the same to the bit."));
  }

  @Test
  void whatThePlotsShowIsAlsoSaid() throws IOException {
    String html = page(SampleRun.scenarios(path));

    assertTrue(html.contains("Breach on L1 from 10:35:03 to 10:37:03: 66.5 A against a limit of 63 A."));
    assertTrue(html.contains("Above the limit at most 2 min at a time"));
    assertTrue(html.contains("Above the limit at most 3 s at a time, by up to 12.6 A (63 A of 50.4 A at 10:00:00); no breach."));
    assertTrue(html.contains("Power limit over all phases, at the end: 40 kW."));
    assertTrue(html.contains("car-1, 14.3 kWh"));
  }

  @Test
  void thePlotsShowLimitLeasedSumAndTrueCurrentOfEveryInstant() throws IOException {
    JsonNode data = plots(page(SampleRun.scenarios(path))).get(1);
    JsonNode mainL1 = data.at("/zones/0/0");
    long noon = SampleRun.START + 75 * Micros.MINUTE;

    assertEquals("Europe/Paris", data.get("tz").asText());
    assertEquals(63, at(data, mainL1.get("limit"), SampleRun.START));
    assertEquals(50.4, at(data, mainL1.get("limit"), noon));
    assertEquals(50.4, at(data, mainL1.get("leased"), noon), 0.01);
    assertEquals(50.4, at(data, mainL1.get("current"), noon), 0.01);
    assertEquals(63, at(data, mainL1.get("current"), SampleRun.BREACH - 1_000), 0.01);
    assertEquals(66.5, at(data, mainL1.get("current"), SampleRun.BREACH), 0.01);
    assertEquals(63, at(data, mainL1.get("leased"), SampleRun.BREACH), 0.01);
    assertEquals(10.5, at(data, data.at("/connectors/2/setpoint"), SampleRun.BREACH));
    assertEquals(14, at(data, data.at("/connectors/2/draw"), SampleRun.BREACH));
    long start = SampleRun.START / 1_000;
    assertEquals(SampleRun.BREACH / 1_000 - start, mainL1.at("/breaches/0/0").asLong());
    assertEquals(SampleRun.CALM / 1_000 - start, mainL1.at("/breaches/0/1").asLong());
    assertEquals(2, data.at("/zones/0").size(), "L2 and L3 look alike and are drawn once");
  }

  @Test
  void aSimulationShowsItsSiteItsEnergyAndTheLeastServedFirst() throws IOException {
    String html = page(SampleRun.simulation(path));

    assertInOrder(html, "Every limit was kept for 3 h.", "54,321 checks", "27,000 ×", "<h2 id=\"site\">",
        "80.5 kWh of 100.5 kWh requested were delivered (80 %)", ">car-6<", "62 %", ">car-2<", "100 %");
    assertEquals(1, plots(html).size());
  }

  @Test
  void thePageLoadsNothingAndRunsNothingButItsOwnScripts() throws IOException {
    String html = page(SampleRun.scenarios(path));

    assertFalse(Pattern.compile("(src|href|action)\\s*=\\s*[\"']?\\s*(https?:|//|data:)|@import|url\\(").matcher(html).find());
    assertTrue(html.contains("default-src &#39;none&#39;"));
    assertEquals(2, count(html, "sha256-"));
    assertEquals(4, count(html, "</script>"), "chart library, page script, two recordings");
  }

  @Test
  void hostileNamesAreText() throws IOException {
    String bad = SampleRun.HOSTILE;
    RunFolder folder = RunFolder.create(path);
    SampleRun.record(folder.recording("x"), true, bad);
    folder.write(new RunInfo(RunInfo.FORMAT, bad, bad, bad, 1, bad, Map.of(bad, bad), bad, bad));
    folder.write(new Verdicts(List.of(new ScenarioVerdict(bad, bad, bad, bad, 1, List.of("@R-ALLOC-1", "@" + bad), Status.FAILED,
        0, bad, bad, "recordings/x.jsonl.zst", bad, List.of(new StepVerdict(bad, Status.FAILED, bad))))));
    String html = page(folder);

    assertFalse(html.contains("<script>alert"));
    assertEquals(3, count(html, "</script>"));
    assertTrue(plots(html).getFirst().get("texts").size() > 0);
  }

  @Test
  void policiesStandSideBySide() throws IOException {
    RunFolder folder = RunFolder.create(path);
    folder.write(new RunInfo(RunInfo.FORMAT, "Policies", "parkbench compare-policies", "memory", 1, null, Map.of(), null, null,
        "leases, none"));
    List<Comparison.Overload> over = List.of(new Comparison.Overload("main", 1, 1_300, 1_234, 95),
        new Comparison.Overload("main", 2, 1_300, 1_234, 95), new Comparison.Overload("main", 3, 20, 0, 4));
    folder.write(new Comparison(List.of("leases", "none"), List.of(new Comparison.Scenario("loss", "A <station> is lost",
        "features/deg/loss.feature", 7, List.of(new Comparison.Outcome(8, List.of()), new Comparison.Outcome(12.3, over))))));
    String html = page(folder);

    assertInOrder(html, "By leases every limit was kept.", "2,468 As", "in breaches, in 1 of 1 scenario",
        "everything it could still be drawing", "setpoints have no end", "2,620", "2,468", "1 / 1", "12.3");
    assertInOrder(html, "A &lt;station&gt; is lost", "features/deg/loss.feature:7", "main L1, L2 each", "1,234", "+ 66", "main L3",
        "+ 20");
    assertEquals(new RunFolder(path).comparison(), folder.comparison());
  }

  @Test
  void aMissingRecordingIsSaid() throws IOException {
    RunFolder folder = SampleRun.scenarios(path);
    Files.delete(folder.recording("equal-percentage"));

    assertTrue(page(folder).contains("The recording is missing."));
  }

  @Test
  void aTruncatedRecordingIsDrawnAsFarAsItGoes() throws IOException {
    RunFolder folder = SampleRun.scenarios(path);
    Path file = folder.recording("equal-percentage");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 20));
    String html = page(folder);

    assertTrue(html.contains("The recording ends after line"));
    assertEquals(2, plots(html).size());
  }

  @Test
  void aFileThatIsNoRecordingIsSaid() throws IOException {
    RunFolder folder = SampleRun.scenarios(path);
    Files.writeString(folder.recording("equal-percentage"), "not zstd");

    assertTrue(page(folder).contains("The recording ends after line 0"));
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    assertThrows(IOException.class, () -> Report.write(path));
  }

  @Test
  void fiftyScenariosStayBelowFiveMegabytes() throws IOException {
    RunFolder folder = SampleRun.scenarios(path);
    ScenarioVerdict one = Objects.requireNonNull(folder.verdicts()).scenarios().getFirst();
    List<ScenarioVerdict> fifty = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      fifty.add(one);
    }
    folder.write(new Verdicts(fifty));
    Path page = Report.write(path);

    assertTrue(Files.size(page) < 5_000_000, Files.size(page) + " bytes");
    assertTrue(Files.readString(page).contains("All 50 scenarios passed."));
  }

  private static String page(RunFolder folder) throws IOException {
    return Files.readString(Report.write(folder.path()));
  }

  private static List<JsonNode> plots(String html) throws IOException {
    List<JsonNode> plots = new ArrayList<>();
    Matcher matcher = DATA.matcher(html);
    while (matcher.find()) {
      plots.add(new ObjectMapper().readTree(matcher.group(1)));
    }
    return plots;
  }

  /** The value of a step line of the page at that instant (µs). */
  private static double at(JsonNode data, JsonNode series, long instant) {
    long t = data.get("t0").asLong();
    double value = Double.NaN;
    for (int i = 0; i < series.get(0).size(); i++) {
      t += series.get(0).get(i).asLong();
      if (t <= instant / 1_000) {
        value = series.get(1).get(i).asDouble();
      }
    }
    return value;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static void assertInOrder(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      assertTrue(at >= 0, "missing, or not in its place: " + part);
      from = at + part.length();
    }
  }
}
