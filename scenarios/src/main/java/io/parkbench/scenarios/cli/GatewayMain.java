package io.parkbench.scenarios.cli;

import picocli.CommandLine;

/** The gateway alone, as its own program: what the jar of a release starts. Takes the options of {@code parkbench gateway}. */
public final class GatewayMain {
  private GatewayMain() {}

  public static void main(String[] args) {
    CommandLine line = Parkbench.told(new CommandLine(new GatewayCommand()));
    line.setCommandName("java -jar parkbench-gateway.jar");
    Exit.with(line.execute(args));
  }
}
