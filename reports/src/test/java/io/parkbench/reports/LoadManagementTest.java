package io.parkbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run says of a gateway under test (R-BENCH-4). */
class LoadManagementTest {
  private static ScenarioVerdict scenario(Status status, String... tags) {
    return new ScenarioVerdict("x", "f", "n", "u", 1, List.of(tags), status, 1, null, "", null, null, List.of());
  }

  @Test
  void oneThatOnlySpeaksOcppIsToldAsSuch() {
    assertEquals(
        "Load management: 0 of 3 requirements proved, 2 failed, 1 not judged; everything else: 2 of 2 requirements proved."
            + " This gateway speaks OCPP 1.6J and does not manage load.",
        LoadManagement.of(List.of(
            scenario(Status.FAILED, "@R-ALLOC-1", "@R-TOU-3"), scenario(Status.PASSED, "@R-OCPP-1"),
            scenario(Status.PASSED, "@R-AUTH-1", "@realtime"), scenario(Status.SKIPPED, "@R-BEMS-1"))).text());
  }

  @Test
  void aRequirementHasFailedWhereAnyOfItsScenariosHas() {
    assertEquals(
        "Load management: 0 of 1 requirement proved, 1 failed; everything else: 0 of 1 requirement proved, 1 failed.",
        LoadManagement.of(List.of(
            scenario(Status.PASSED, "@R-ALLOC-1"), scenario(Status.FAILED, "@R-ALLOC-1"), scenario(Status.FAILED, "@R-OCPP-1")))
            .text());
  }

  @Test
  void reductionsAreLoadManagementAndTheRestOfTheApiIsNot() {
    assertTrue(List.of("R-ALLOC-11", "R-LEASE-1", "R-DEG-8", "R-DYN-6", "R-TOU-1", "R-DI-2", "R-BEMS-1", "R-BEMS-4").stream()
        .allMatch(LoadManagement::isAbout));
    assertFalse(List.of("R-BEMS-5", "R-BEMS-10", "R-OCPP-1", "R-AUTH-1", "R-CHG-1", "R-SITE-8", "R-SEC-1").stream()
        .anyMatch(LoadManagement::isAbout));
  }
}
