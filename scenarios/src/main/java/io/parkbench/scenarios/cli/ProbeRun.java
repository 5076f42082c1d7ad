package io.parkbench.scenarios.cli;

import io.parkbench.scenarios.probe.Battery;
import io.parkbench.scenarios.probe.Probe;
import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import io.parkbench.scenarios.probe.Subject;
import io.parkbench.scenarios.probe.Verdict;
import io.parkbench.scenarios.probe.page.SheetPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What probing a charger and probing a meter have in common: progress, what is left in the folder, what is said in the terminal. */
final class ProbeRun {
  private ProbeRun() {}

  /** Puts the battery, and shows how far it is. */
  static <D extends Subject> List<Result> put(Battery<D> battery, D device, boolean risky, String name) {
    try (Progress progress = new Progress("probe " + name, "probes", battery.probes().size())) {
      return battery.run(device, risky, new Battery.Listener() {
        @Override
        public void begins(int number, Probe<?> probe) {
          progress.done(number);
        }

        @Override
        public void ended(int number, Result result) {
          progress.done(number + 1);
        }
      });
    }
  }

  /**
   * Writes sheet and model, and prints whatever is not as it should be.
   *
   * @param model the file of that name
   * @param use what can be done with the model
   * @return the exit code
   */
  static int leave(Path folder, Sheet sheet, String name, String model, String use, PrintWriter text) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".json");
    Files.writeString(file, model);
    Path page = folder.resolve("probe.html");
    SheetPage.write(page, sheet, file.getFileName().toString());
    for (Result result : sheet.results()) {
      if (result.verdict() != Verdict.SOUND) {
        text.printf(Locale.ROOT, "%-16s %-24s %s%s%n", result.verdict().words(), result.id(),
            result.finding().quirks().isEmpty() ? "" : result.finding().quirks() + " ", result.finding().sentence());
      }
    }
    text.println(SheetPage.headline(sheet));
    text.println("sheet: " + page);
    text.println("model: " + file + "  (" + use + ")");
    text.flush();
    return sheet.count(Verdict.SOUND) + sheet.count(Verdict.QUIRK) > 0 ? Parkbench.PASS : Parkbench.FAILED;
  }
}
