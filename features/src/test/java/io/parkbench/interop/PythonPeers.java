package io.parkbench.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Modbus masters and slaves on {@code pymodbus}: installed once into {@code target}, in the version and with the hash that
 * {@code requirements.txt} pins. Where Python, pip or the package cannot be had, the test is skipped and says so.
 */
final class PythonPeers {
  private static final String PINNED = "requirements.txt";
  private static final List<String> FILES = List.of(PINNED, "maps.py", "acme.json", "read_meter.py", "serve_meter.py");

  private final Path folder;

  private PythonPeers(Path folder) {
    this.folder = folder;
  }

  /** The peers, ready to be started. */
  static PythonPeers orSkip() throws IOException, InterruptedException {
    String version = Peers.run(Path.of("."), "python3", "--version");
    Assumptions.assumeTrue(
        version.matches("Python 3\\.[1-9]\\d.*"),
        () -> "skipped: needs Python 3.10 or newer, 'python3 --version' says: " + version);
    Path folder = Files.createDirectories(Path.of("target", "python-peers").toAbsolutePath());
    Path installed = folder.resolve("pymodbus");
    boolean changed = Peers.copy("/python", FILES, folder).contains(PINNED);
    if (changed || !Files.isDirectory(installed)) {
      String said = Peers.run(
          folder, "python3", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps",
          "--only-binary", ":all:", "--require-hashes", "--retries", "1", "--timeout", "30", "--upgrade", "--target", ".", "-r",
          PINNED);
      Assumptions.assumeTrue(Files.isDirectory(installed), () -> "skipped: pip could not install pymodbus: " + said);
    }
    return new PythonPeers(folder);
  }

  /** One of the files beside the scripts. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** Starts one of our scripts. */
  Program start(String script, String... arguments) throws IOException {
    String[] command = new String[arguments.length + 2];
    command[0] = "python3";
    command[1] = script + ".py";
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    return Program.start(script, folder, command);
  }
}
