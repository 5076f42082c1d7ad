package io.parkbench.scenarios.cli;

import io.parkbench.scenarios.campaign.CampaignPage;
import io.parkbench.scenarios.campaign.CampaignResult;
import io.parkbench.scenarios.campaign.CampaignSummary;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** A campaign's summary for the terminal. */
final class CampaignText {
  private CampaignText() {}

  static void print(PrintWriter text, CampaignSummary summary) {
    text.println("Energy by class of seeds (kWh; share of the all-knowing allocator's):");
    summary.energy().forEach((name, energy) -> text.printf(
        Locale.ROOT, "  %-11s %5d seeds %11.1f of %11.1f  %5.1f %%%s; unmanaged %.1f kWh with %.0f As of overload%n", name,
        energy.seeds(), energy.delivered(), energy.perfect(), 100 * energy.share(),
        energy.least() == 0 ? "" : String.format(Locale.ROOT, " (at least %.0f %%%s)", 100 * energy.least(),
            energy.enough() ? "" : ": NOT REACHED"),
        energy.unmanaged(), energy.overloadAs()));
    text.println("Rare states reached:");
    summary.probes().forEach((probe, count) -> text.printf(
        Locale.ROOT, "  %7d  %s%s%n", count, probe.text(), summary.missed().contains(probe) ? "  NEVER REACHED" : ""));
    summary.pairs().forEach((table, cells) -> {
      text.println("Met, " + table + ":");
      StringBuilder line = new StringBuilder(" ");
      cells.forEach((cell, count) -> {
        String item = " " + cell + " " + count + ";";
        if (line.length() + item.length() > Terminal.columns()) {
          text.println(line);
          line.setLength(1);
        }
        line.append(item);
      });
      text.println(line);
    });
    if (!summary.allowed().isEmpty()) {
      text.println("Breaches within what a declared bounded quirk, or the building alone, allows:");
      for (CampaignSummary.Allowed allowed : summary.allowed()) {
        SeedVerdict.BreachNote breach = allowed.breach();
        text.printf(
            Locale.ROOT, "  seed %d: %s %s: %.1f above %.1f for %.0f s, %.0f %s, %s%n", allowed.seed(), breach.zone(), breach.row(),
            breach.peak(), breach.limit(), breach.lastsS(), breach.excessSeconds(), breach.unit(),
            String.join(", ", breach.allowedBy()));
      }
    }
    text.printf(Locale.ROOT, "%d seeds, %d failing%n", summary.seeds(), summary.failing().size());
  }

  /** Leaves the page, says where all of it is and what it comes to; returns the exit code. */
  static int end(PrintWriter text, Path folder, CampaignResult result, CampaignSummary summary, boolean passed) throws IOException {
    text.println("campaign: " + folder.resolve("campaign.json"));
    text.println("report: " + CampaignPage.write(folder, result, summary));
    return verdict(text, passed);
  }

  /** The last line; returns the exit code. */
  static int verdict(PrintWriter text, boolean passed) {
    text.println(passed ? "PASSED" : "FAILED");
    text.flush();
    return passed ? Parkbench.PASS : Parkbench.FAILED;
  }
}
