package io.parkbench.scenarios.cli;

import java.util.Map;
import picocli.CommandLine.IVersionProvider;

/** What took part in a run. */
final class Versions implements IVersionProvider {
  static final String PARKBENCH = "0.1.0-SNAPSHOT";

  @Override
  public String[] getVersion() {
    return new String[] {"parkbench " + PARKBENCH, "java " + Runtime.version()};
  }

  /** The program, and the machine it runs on: speeds of two runs compare only where that is the same. */
  static Map<String, String> all() {
    return Map.of(
        "parkbench", PARKBENCH, "java", Runtime.version().toString(), "os",
        System.getProperty("os.name") + " " + System.getProperty("os.arch"), "processors",
        Integer.toString(Runtime.getRuntime().availableProcessors()));
  }
}
