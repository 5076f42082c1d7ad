package io.parkbench.scenarios.cli;

import io.parkbench.kernel.RealWorld;

/** The end of the process. */
@RealWorld("a command line ends with its exit code")
final class Exit {
  private Exit() {}

  static void with(int code) {
    System.exit(code);
  }
}
