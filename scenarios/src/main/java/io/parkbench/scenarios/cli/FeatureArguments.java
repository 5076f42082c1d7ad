package io.parkbench.scenarios.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The features that a command is given, or those that come with Parkbench. */
final class FeatureArguments {
  private FeatureArguments() {}

  /** What was asked for; all there are if that is nothing. */
  static List<String> or(List<String> asked) throws IOException {
    return asked.isEmpty() ? List.of(all().toString()) : asked;
  }

  /** Beside the launcher, or here. */
  private static Path all() throws IOException {
    Path folder = Path.of(System.getProperty("parkbench.root", ""), "features");
    Path here = Path.of("").toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder 'features' here; name the feature files to run");
    }
    Path whole = folder.toAbsolutePath().normalize();
    return whole.startsWith(here) ? here.relativize(whole) : whole;
  }
}
