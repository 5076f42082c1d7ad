package io.parkbench.scenarios.cli;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.rigs.ReadySites;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parkbench sites}: what sites there are. */
@Command(
    name = "sites",
    mixinStandardHelpOptions = true,
    header = {"Lists the ready sites.", ""},
    description = "Lists the ready sites, or prints one as a starting point for a file of your own.")
final class SitesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--show", paramLabel = "SITE", description = "Print this site's file.") private String shown;

  @Override
  public Integer call() throws IOException, SiteException {
    PrintWriter out = spec.commandLine().getOut();
    if (shown != null) {
      out.print(ReadySites.text(shown));
      out.flush();
      return Parkbench.PASS;
    }
    for (String name : ReadySites.NAMES) {
      Site site = ReadySites.load(name);
      out.printf(
          Locale.ROOT, "%-17s %3d stations, %2d zones, %s%n", name, site.stations().size(), site.zones().size(), site.licence());
      out.println("                  " + ReadySites.description(name));
    }
    return Parkbench.PASS;
  }
}
