package io.parkbench.scenarios.cli;

import io.parkbench.gateway.site.Problem;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.rigs.ReadySites;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** The site that a command is told: a ready one or a file, whose warnings are printed. */
final class SiteArgument {
  private SiteArgument() {}

  static Site load(String nameOrFile, CommandSpec spec) throws IOException, SiteException {
    Site site = ReadySites.load(nameOrFile);
    if (!ReadySites.NAMES.contains(nameOrFile)) {
      PrintWriter err = spec.commandLine().getErr();
      for (Problem warning : SiteFile.check(nameOrFile, Files.readString(Path.of(nameOrFile)))) {
        err.println(warning);
      }
      err.flush();
    }
    return site;
  }
}
