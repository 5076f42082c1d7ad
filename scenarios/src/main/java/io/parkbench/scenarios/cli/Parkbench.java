package io.parkbench.scenarios.cli;

import io.parkbench.kernel.RealWorld;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code parkbench} command: where a run begins and the exit code is decided. */
@Command(name = "parkbench", mixinStandardHelpOptions = true, version = "parkbench 0.1.0",
    description = "Test bench and digital twin for EV-charging load management.")
public final class Parkbench {
  private Parkbench() {}

  @RealWorld("ends the process with the command's exit code")
  public static void main(String[] args) {
    System.exit(new CommandLine(new Parkbench()).execute(args));
  }
}
