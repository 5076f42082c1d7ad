package io.parkbench.scenarios.sim;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real sessions, which are not part of the project. */
final class SharedData {
  private SharedData() {}

  /** A file of {@code ../shared/data} beside the repository or further up; without it the test is skipped. */
  static Path file(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "skipped: no ../shared/data/" + name + " beside this repository");
    throw new IllegalStateException("not reached");
  }
}
