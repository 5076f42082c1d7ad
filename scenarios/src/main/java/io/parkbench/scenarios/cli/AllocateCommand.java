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
        "{\"cases\":[{\"id\":…,\"setpoints_a\":{session:A,…}}]}. Licence bounds do not apply."})
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
