package io.parkbench.scenarios.cli;

import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import io.parkbench.scenarios.probe.Verdict;
import io.parkbench.scenarios.probe.page.SheetPage;
import java.io.PrintWriter;
import java.util.Locale;

/** A sheet in the terminal: whatever is not as it should be, and what it comes to. */
final class ProbeText {
  private ProbeText() {}

  static void print(Sheet sheet, PrintWriter text) {
    for (Result result : sheet.results()) {
      if (result.verdict() != Verdict.SOUND) {
        text.printf(Locale.ROOT, "%-16s %-24s %s%s%n", result.verdict().words(), result.id(),
            result.finding().quirks().isEmpty() ? "" : result.finding().quirks() + " ", result.finding().sentence());
      }
    }
    text.println(SheetPage.headline(sheet));
  }
}
