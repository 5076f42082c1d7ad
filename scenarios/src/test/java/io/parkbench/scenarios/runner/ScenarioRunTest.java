package io.parkbench.scenarios.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.Verdicts;
import io.parkbench.rigs.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a scenario, above all of one that fails (R-BENCH-1). */
class ScenarioRunTest {
  private static final String CHARGING = """
      Feature: Two cars
        @R-ALLOC-2
        Scenario: They share
          Given a zone main of 32 A
          And the stations
            | id |
            | a  |
            | b  |
          And a sedan-22kw plugs in at a
          And 1 min passes
          When a sedan-22kw plugs in at b
      """;

  @TempDir Path folder;

  private Verdicts run(String feature, String tags) throws IOException, BadFeatureException {
    return new ScenarioRun(List.of(feature), tags.isEmpty() ? null : tags, Rig.MEMORY, 1, folder.resolve("run"))
        .run(Map.of(), (verdict, done, all) -> {})
        .verdicts();
  }

  private ScenarioVerdict only(String text) throws IOException, BadFeatureException {
    Path file = Files.writeString(folder.resolve("two.feature"), text);
    return run(file.toString(), "").scenarios().getFirst();
  }

  @Test
  void aVerdictHasTagsStepsRecordingAndTheCommandThatRepeatsIt() throws Exception {
    ScenarioVerdict verdict = only(CHARGING + "    Then within 10 s b may draw 16 A\n");
    assertEquals(Status.PASSED, verdict.status(), verdict.message());
    assertEquals(List.of("R-ALLOC-2"), verdict.requirements());
    assertEquals(6, verdict.steps().size());
    assertEquals("parkbench run " + folder.resolve("two.feature") + ":3 --rig memory --seed 1", verdict.repeat());
    assertTrue(Files.size(folder.resolve("run").resolve(Objects.requireNonNull(verdict.recording()))) > 0);
    assertNotNull(verdict.hash());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      now b may draw 16 A                                            | but b may draw 0 A
      within 10 s b may draw 17 A                                    | but b may draw 16 A
      after 10 s a draws 32 A                                        | but a draws 16 A
      throughout 1 min a may draw 32 A                               | but a may draw 16 A
      at no time during 1 min b draws 16 A                           | but b draws 16 A
      within 10 s the gateway explains b by "full"                   | but the gateway explains b by share
      throughout 1 min every phase of main carries at most 30 A      | but the highest phase of main carries 32 A
      within 5 s the gateway has 3 sessions                          | but open sessions: 2
      """)
  void aClaimThatDoesNotHoldTellsWhatIsSoInsteadWhenAndWhy(String claim, String instead) throws Exception {
    ScenarioVerdict verdict = only(CHARGING + "    Then " + claim + "\n");
    assertEquals(Status.FAILED, verdict.status());
    String message = String.valueOf(verdict.message());
    assertTrue(message.contains("expected " + claim.substring(0, 3)), message);
    assertTrue(message.contains(instead), message);
    assertTrue(message.contains("after the start"), message);
    assertTrue(message.contains("setpoint"), message);
  }

  @Test
  void whatElseChangedIsNoticed() throws Exception {
    ScenarioVerdict verdict = only(CHARGING + "    Then within 10 s b may draw 16 A\n    And nothing else changed\n");
    assertTrue(String.valueOf(verdict.message()).contains("a may draw 32 A\nbut a may draw 16 A"), verdict.message());
  }

  @Test
  void aStepThatNobodyKnowsFailsTheScenario() throws Exception {
    ScenarioVerdict verdict = only(CHARGING + "    Then the gateway sings\n");
    assertEquals(Status.FAILED, verdict.status());
    assertTrue(String.valueOf(verdict.message()).contains("no step is defined for: Then the gateway sings"), verdict.message());
  }

  @Test
  void theLineOfOneExampleRunsThatOneAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("rows.feature"), """
        Feature: Sizes
          Scenario Outline: <licence> is enough
            Given the licence <licence>
            And 15 stations, 1 zones and 1 levels
            Then the site is accepted

            Examples:
              | licence |
              | ESS     |
              | ESM     |
        """);
    List<ScenarioVerdict> verdicts = run(file + ":10", "").scenarios();
    assertEquals(List.of("ESM is enough"), verdicts.stream().map(ScenarioVerdict::name).toList());
  }

  @Test
  void whatCannotBeRunIsRefusedWithAReason() throws IOException {
    Path good = Files.writeString(folder.resolve("good.feature"), CHARGING);
    Path bad = Files.writeString(folder.resolve("bad.feature"),
        "Feature: Bad\n Scenario: Table\n  Given a\n  | a | b |\n  | c |\n");
    assertRefused("no such feature file", folder.resolve("none.feature").toString(), "");
    assertRefused("bad.feature\n(5:3): inconsistent cell count", bad.toString(), "");
    assertRefused("'@a (' is no tag expression", good.toString(), "@a (");
    assertRefused("no scenario matches", good.toString(), "@R-NONE-1");
  }

  private void assertRefused(String reason, String feature, String tags) {
    BadFeatureException refused = assertThrows(BadFeatureException.class, () -> run(feature, tags));
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
  }
}
