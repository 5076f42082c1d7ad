package io.parkbench.interop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What it takes to set up programs that somebody else wrote; whatever is missing skips the test and says so. */
final class Peers {
  private static final int INSTALL_SECONDS = 120;

  private Peers() {}

  /** What a command says, also if it fails; skips the test where there is no such command or it takes too long. */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Process process;
    Path said = Files.createTempFile("parkbench-", ".txt");
    try {
      process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile())
          .start();
    } catch (IOException e) {
      return abort("skipped: there is no " + command[0] + " here (" + e.getMessage() + ")");
    }
    try {
      if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
        return abort("skipped: '" + String.join(" ", command) + "' takes more than " + INSTALL_SECONDS + " s");
      }
      return Files.readString(said).strip();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.deleteIfExists(said);
    }
  }

  /** Copies files from our resources; returns those that were not there before, the same. */
  static List<String> copy(String resources, List<String> files, Path folder) throws IOException {
    List<String> fresh = new ArrayList<>();
    for (String file : files) {
      try (InputStream in = Peers.class.getResourceAsStream(resources + "/" + file)) {
        if (in == null) {
          throw new IOException("no resource " + resources + "/" + file);
        }
        byte[] bytes = in.readAllBytes();
        Path to = folder.resolve(file);
        if (!Files.exists(to) || !Arrays.equals(Files.readAllBytes(to), bytes)) {
          Files.write(to, bytes);
          fresh.add(file);
        }
      }
    }
    return fresh;
  }
}
