package io.parkbench.scenarios.cli;

import io.parkbench.gateway.allocation.cases.CaseException;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.plant.arrivals.ArrivalFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line: {@code parkbench COMMAND …}. Exit codes: 0 pass, 1 a scenario or invariant failed, 2 usage or bad file. */
@Command(
    name = "parkbench",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = "A hardware-in-the-loop test bench and digital twin for EV-charging load management.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
        "",
        "Examples:",
        "  parkbench demo                                   a car park, live in this terminal",
        "  parkbench sim campus-100 --days 1                a site lives for a day; ends in a report",
        "  parkbench run --tags @R-ALLOC-4 --rig loopback   scenarios of a requirement, over real sockets",
        "",
        "Exit codes: 0 pass, 1 a scenario or an invariant failed, 2 wrong usage or a bad file."},
    subcommands = {
        RunCommand.class,
        ComparePoliciesCommand.class,
        SimCommand.class,
        CampaignCommand.class,
        StepResponseCommand.class,
        GateCommand.class,
        ReportCommand.class,
        SitesCommand.class,
        RigCommand.class,
        DemoCommand.class,
        SeriesCommand.class,
        AllocateCommand.class,
        GatewayCommand.class,
        ChargerCommand.class,
        MeterCommand.class,
        ProbeCommand.class,
        BemsCommand.class,
        PlainCentralCommand.class})
public final class Parkbench {
  static final int PASS = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private static final int HELP_COLUMNS = 100;

  private Parkbench() {}

  public static void main(String[] args) {
    int code = commandLine().execute(args);
    Exit.with(code);
  }

  static CommandLine commandLine() {
    return told(new CommandLine(new Parkbench()));
  }

  /** The same manners for every program of the project. */
  static CommandLine told(CommandLine line) {
    line.setExecutionExceptionHandler(Parkbench::explain);
    line.setUsageHelpWidth(HELP_COLUMNS);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  /** A bad file or value is the user's to mend: its message, no stack trace, exit 2. Anything else is ours. */
  private static int explain(Exception e, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    switch (e) {
      case NoSuchFileException missing -> err.println("parkbench: no such file: " + missing.getFile());
      case SiteException bad -> err.println(bad.getMessage());
      case CaseException bad -> err.println(bad.getMessage());
      case ArrivalFileException bad -> err.println(bad.getMessage());
      case IOException bad -> err.println("parkbench: " + bad.getMessage());
      case UncheckedIOException bad -> err.println("parkbench: " + words(bad));
      case IllegalArgumentException bad -> err.println("parkbench: " + bad.getMessage());
      default -> {
        e.printStackTrace(err);
        return FAILED;
      }
    }
    return USAGE;
  }

  /** Its own words, or its cause's where those are in a wrapper that says the class only. */
  private static String words(UncheckedIOException bad) {
    IOException cause = bad.getCause();
    boolean wrapped = cause != null && cause.getClass() == IOException.class && cause.toString().equals(bad.getMessage());
    return String.valueOf(cause != null && wrapped ? cause.getMessage() : bad.getMessage());
  }
}
