package io.parkbench.scenarios.cli;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.rigs.ReadySites;
import io.parkbench.rigs.check.Finding;
import io.parkbench.rigs.check.RigCheck;
import io.parkbench.rigs.file.RigFile;
import io.parkbench.rigs.file.RigReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench rig}: rigs with real devices. */
@Command(
    name = "rig",
    mixinStandardHelpOptions = true,
    header = {"Looks at rigs with real devices.", ""},
    description = "A rig file says which devices of a site are real, and where; rigs/README.md shows how to write one.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = RigCommand.Check.class,
    footer = {"", "Examples:", "  parkbench rig check rigs/desk.yaml",
        "  parkbench run features/rig --rig rigs/desk.yaml"})
final class RigCommand {
  /** {@code parkbench rig check}: tries every binding. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      header = {"Tries every device of a rig file.", ""},
      description = {
          "Tries every device that a rig file binds: whether it can be reached, is the one that is meant, has the right",
          "time and what a run needs; and says what to do where not. Waits for chargers to dial, at most the file's",
          "'patience'. Charges nobody and moves nothing. Exit 0 where all is well, 1 where something is not."},
      footer = {"", "Example:", "  parkbench rig check rigs/desk.yaml"})
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The rig file.") private Path file;

    @Option(names = "--site", paramLabel = "F",
        description = "The ready site or site file that tells the models of its meters (default: the rig file's 'site').") private @Nullable String siteName;

    @Override
    public Integer call() throws IOException, SiteException {
      RigFile rig = RigReader.load(file);
      return check(rig, siteName, spec.commandLine().getOut()) ? Parkbench.PASS : Parkbench.FAILED;
    }
  }

  /** Checks a rig and prints what was found; whether all is well. */
  static boolean check(RigFile rig, @Nullable String siteName, PrintWriter out) throws IOException, SiteException {
    String named = siteName != null ? siteName : rig.site();
    Site site = named == null ? null : ReadySites.load(named);
    out.println("checking the rig " + rig.name() + ", at most " + rig.patience().toSeconds() + " s …");
    out.flush();
    List<Finding> findings = RigCheck.of(rig, site, finding -> {
      out.println(finding);
      out.flush();
    });
    return findings.stream().noneMatch(Finding::isFailure);
  }
}
