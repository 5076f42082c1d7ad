package io.parkbench.interop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Peers on {@code ocpp-rpc}, an OCPP 1.6J library for Node with a strict mode of its own making: installed once into
 * {@code target}, from the lock file. Where Node, npm or the package cannot be had, the test is skipped and says so.
 */
final class StrictPeers {
  private static final List<
      String> FILES = List.of("package.json", "package-lock.json", "tell.mjs", "strict-client.mjs", "strict-server.mjs");
  private static final int INSTALL_SECONDS = 120;

  private final Path folder;

  private StrictPeers(Path folder) {
    this.folder = folder;
  }

  /** The peers, ready to be started. */
  static StrictPeers orSkip() throws IOException, InterruptedException {
    String version = run(Path.of("."), "node", "--version");
    Assumptions.assumeTrue(
        version.matches("v(1[89]|[2-9]\\d)\\..*"), () -> "skipped: needs Node 18 or newer, 'node --version' says: " + version);
    Path folder = Files.createDirectories(Path.of("target", "strict-peers").toAbsolutePath());
    boolean installed = Files.isDirectory(folder.resolve("node_modules/ocpp-rpc"));
    for (String file : FILES) {
      installed &= copy(file, folder) || !file.startsWith("package");
    }
    if (!installed) {
      String said = run(
          folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1",
          "--fetch-retry-mintimeout=1000", "--fetch-timeout=30000");
      Assumptions.assumeTrue(
          Files.isDirectory(folder.resolve("node_modules/ocpp-rpc")),
          () -> "skipped: npm could not install ocpp-rpc: " + said);
    }
    return new StrictPeers(folder);
  }

  /** Starts one of our scripts. */
  Program start(String script, String... arguments) throws IOException {
    String[] command = new String[arguments.length + 2];
    command[0] = "node";
    command[1] = script + ".mjs";
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    return Program.start(script, folder, command);
  }

  /** True if the file was there already, the same. */
  private static boolean copy(String file, Path folder) throws IOException {
    try (InputStream in = StrictPeers.class.getResourceAsStream("/node/" + file)) {
      if (in == null) {
        throw new IOException("no resource /node/" + file);
      }
      byte[] bytes = in.readAllBytes();
      Path to = folder.resolve(file);
      if (Files.exists(to) && java.util.Arrays.equals(Files.readAllBytes(to), bytes)) {
        return true;
      }
      Files.write(to, bytes);
      return false;
    }
  }

  /** What a command says; skips the test where there is no such command or it takes too long. */
  private static String run(Path folder, String... command) throws IOException, InterruptedException {
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
}
