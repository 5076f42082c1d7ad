package io.parkbench.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Peers on {@code ocpp-rpc}, an OCPP 1.6J library for Node with a strict mode of its own making: installed once into
 * {@code target}, from the lock file. Where Node, npm or the package cannot be had, the test is skipped and says so.
 */
final class StrictPeers {
  private static final List<
      String> FILES = List.of("package.json", "package-lock.json", "tell.mjs", "strict-client.mjs", "strict-server.mjs");

  private final Path folder;

  private StrictPeers(Path folder) {
    this.folder = folder;
  }

  /** The peers, ready to be started. */
  static StrictPeers orSkip() throws IOException, InterruptedException {
    String version = Peers.run(Path.of("."), "node", "--version");
    Assumptions.assumeTrue(
        version.matches("v(1[89]|[2-9]\\d)\\..*"), () -> "skipped: needs Node 18 or newer, 'node --version' says: " + version);
    Path folder = Files.createDirectories(Path.of("target", "strict-peers").toAbsolutePath());
    boolean changed = Peers.copy("/node", FILES, folder).stream().anyMatch(file -> file.startsWith("package"));
    if (changed || !Files.isDirectory(folder.resolve("node_modules/ocpp-rpc"))) {
      String said = Peers.run(
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
}
