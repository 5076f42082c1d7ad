package io.parkbench.scenarios.cli;

import picocli.CommandLine.Model.CommandSpec;

/** The command line that repeats what was asked for. */
final class Repeat {
  private Repeat() {}

  static String of(CommandSpec spec) {
    return "parkbench " + String.join(" ", spec.root().commandLine().getParseResult().originalArgs().stream()
        .map(Repeat::quoted)
        .toList());
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w./:=@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
