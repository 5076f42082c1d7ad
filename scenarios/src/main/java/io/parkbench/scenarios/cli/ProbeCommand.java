package io.parkbench.scenarios.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkbench probe}: learns a device into a model. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    header = {"Learns a real device into a model for the twin.", ""},
    description = {
        "Puts a battery of probes to a device, and leaves a sheet for people (probe.html) and a model file that a site file can name."},
    synopsisSubcommandLabel = "DEVICE",
    subcommands = {ProbeChargerCommand.class, ProbeMeterCommand.class})
final class ProbeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "say what is to be probed: parkbench probe charger --identity ID, or parkbench probe meter tcp:HOST:PORT");
  }
}
