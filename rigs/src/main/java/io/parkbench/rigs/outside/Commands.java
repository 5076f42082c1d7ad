package io.parkbench.rigs.outside;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines that start a gateway of its own; they share what {@code parkbench gateway} takes. */
final class Commands {
  private Commands() {}

  /**
   * An executable jar, with the Java that runs the bench. The first ones leave an archive of their classes beside the folders, from which
   * later ones start in half the time.
   *
   * @param folder holds the site file and the inputs; the gateway keeps its own things in it
   */
  static List<String> jar(Path java, Path jar, Path folder) {
    List<String> command = new ArrayList<>(List.of(
        java.toString(), "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
        "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + folder.resolveSibling("classes.jsa"), "-Xlog:cds=off",
        "-Xlog:aot=off", "-jar", jar.toString()));
    command.addAll(arguments(folder, folder.resolve("state")));
    return command;
  }

  /** A container; it is in the bench's own network, so that it finds the meters, and sees the folder where the bench has it. */
  static List<String> image(String image, Path folder, String name) {
    List<String> command = new ArrayList<>(List.of(
        "docker", "run", "--rm", "--name", name, "--network", "host", "--volume", folder + ":" + folder + ":ro", image, "gateway"));
    command.addAll(arguments(folder, Path.of("/tmp/parkbench-state")));
    return command;
  }

  private static List<String> arguments(Path folder, Path state) {
    return List.of("--site", folder.resolve("site.yaml").toString(), "--bind", "127.0.0.1", "--ocpp-port", "0", "--api-port", "0",
        "--state", state.toString());
  }
}
