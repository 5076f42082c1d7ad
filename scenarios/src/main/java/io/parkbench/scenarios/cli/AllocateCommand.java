package io.parkbench.scenarios.cli;

import io.parkbench.gateway.allocation.cases.AllocationCases;
import io.parkbench.gateway.allocation.cases.CaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench allocate}: the allocator alone. */
@Command(
    name = "allocate",
    mixinStandardHelpOptions = true,
    header = {"Shares the current of the cases in a file.", ""},
    description = {
        "Allocates the current of each case in a file and prints the setpoints as JSON:",
        "{\"cases\":[{\"id\":…,\"setpoints_a\":{session:A,…}}]}. Licence bounds do not apply.",
        "",
        "A session with \"dc\": true has max_w, min_w, efficiency, power_factor and standby_w in place of",
        "wiring, conductors, max_a and min_a; its setpoint is what it takes from each supply phase, and",
        "limits_w what it may give. It counts at 0.9 of the case's voltage_v, or at its measured_v. A",
        "session with \"lost\": true keeps held_a, or held_w of DC."})
final class AllocateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CASES.json", description = "Cases in the format parkbench-allocation/1.") private Path file;

  @Override
  public Integer call() throws IOException, CaseException {
    PrintWriter out = spec.commandLine().getOut();
    AllocationCases.load(file).answer(out);
    out.println();
    out.flush();
    return Parkbench.PASS;
  }
}
