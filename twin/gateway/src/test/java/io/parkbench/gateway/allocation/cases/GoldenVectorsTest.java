package io.parkbench.gateway.allocation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** R-ALLOC-13: golden vectors hold within 0.1 A. */
class GoldenVectorsTest {

  @TestFactory
  Stream<DynamicTest> guideExamplesHold() throws Exception {
    return tests(own("guide-examples.json"));
  }

  /** R-ALLOC-12, R-ALLOC-14, R-DEG-5: to the tenth of an ampere and the watt; {@code dc_vectors.py} beside the file makes it. */
  @TestFactory
  Stream<DynamicTest> dcVectorsHold() throws Exception {
    return own("dc.json").cases().stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> {
      assertEquals(one.expectedDa(), one.setpointsDa());
      assertEquals(one.expectedW(), one.limitsW(one.setpointsDa()));
    }));
  }

  private static AllocationCases own(String file) throws Exception {
    try (InputStream in = GoldenVectorsTest.class.getResourceAsStream("/allocation/" + file)) {
      assertNotNull(in);
      return AllocationCases.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @TestFactory
  Stream<DynamicTest> sharedVectorsHoldWhereTheyAreFound() throws Exception {
    Optional<Path> file = shared("golden/allocation.json");
    assumeTrue(file.isPresent(), "skipped: no ../shared/golden/allocation.json beside this repository");
    return tests(AllocationCases.load(file.get()));
  }

  private static Stream<DynamicTest> tests(AllocationCases cases) {
    return cases.cases().stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> holds(one)));
  }

  private static void holds(AllocationCase one) {
    var setpoints = one.setpointsDa();
    assertEquals(one.expectedDa().keySet(), setpoints.keySet());
    one.expectedDa().forEach((session, expected) -> {
      Integer setpoint = setpoints.get(session);
      assertNotNull(setpoint);
      assertEquals(expected, setpoint, 1, one.id() + ", session " + session);
    });
  }

  /** A file under the folder {@code shared} beside this repository or beside one of the folders it lies in. */
  private static Optional<Path> shared(String file) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolve("shared").resolve(file);
      if (Files.exists(candidate)) {
        return Optional.of(candidate);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
