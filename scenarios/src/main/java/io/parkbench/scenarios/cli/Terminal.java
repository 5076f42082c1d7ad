package io.parkbench.scenarios.cli;

import java.io.Console;

/** The terminal this runs in. */
final class Terminal {
  private static final int USUAL_COLUMNS = 110;

  private Terminal() {}

  /** Whether a person sits at both ends, and not a file or a pipe. */
  @SuppressWarnings("SystemConsoleNull") // its contract allows null, and the null checker holds it to that
  static boolean isThere() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }
}
