package io.parkbench.plant.arrivals;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the real data that may lie in {@code ../shared} above the repository; tests that need it are skipped without. */
final class Shared {
  private Shared() {}

  static Path data(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared").resolve("data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "skipped: no ../shared/data/" + name + " beside this repository");
    throw new IllegalStateException("not reached");
  }

  /** A file of our own making among the test resources. */
  static Path own(String name) {
    return Path.of("src/test/resources/arrivals").resolve(name);
  }
}
