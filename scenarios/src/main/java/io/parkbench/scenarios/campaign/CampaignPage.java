package io.parkbench.scenarios.campaign;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A campaign's result as a page that needs nothing but itself: {@code campaign.html}, in the reports' style. */
public final class CampaignPage {
  private static final String STYLE = "/io/parkbench/reports/page/report.css";

  private final StringBuilder html = new StringBuilder();

  private CampaignPage() {}

  /**
   * Writes the page into {@code folder} and returns its path.
   */
  public static Path write(Path folder, CampaignResult result, CampaignSummary summary) throws IOException {
    Path file = folder.resolve("campaign.html");
    Files.createDirectories(folder);
    return Files.writeString(file, new CampaignPage().page(result, summary));
  }

  private String page(CampaignResult result, CampaignSummary summary) throws IOException {
    String outcome = summary.passed() ? "passed" : "failed";
    String title = "Campaign " + result.from() + " to " + result.to() + ", profile " + result.profile()
        + (result.policy() == LeasePolicy.LEASES ? "" : ", policy " + result.policy().word());
    add("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">");
    add("<title>" + text(title) + "</title><style>" + style() + "</style></head><body>");
    add("<header class=\"top " + outcome + "\"><p class=\"kicker\">Parkbench campaign</p><h1>" + text(title) + "</h1>");
    add("<p class=\"verdict\"><span class=\"badge " + outcome + "\">" + outcome + "</span> " + text(headline(summary)) + "</p>");
    tiles(result, summary);
    add("<dl class=\"facts\"><div class=\"wide\"><dt>Repeat</dt><dd class=\"command\"><code>" + text(result.command())
        + "</code></dd></div></dl></header><main>");
    failures(result, summary);
    energy(summary);
    probes(summary);
    summary.pairs().forEach(this::pairs);
    allowed(summary);
    add("</main></body></html>");
    return html.toString();
  }

  private static String headline(CampaignSummary summary) {
    long reached = summary.probes().values().stream().filter(count -> count > 0).count();
    return summary.failing().isEmpty()
        ? "Every limit was kept and everything healed in " + summary.seeds() + " cases; " + reached + " of "
            + summary.probes().size() + " rare states were reached."
        : summary.failing().size() + " of " + summary.seeds() + " cases failed.";
  }

  private void tiles(CampaignResult result, CampaignSummary summary) {
    add("<ul class=\"tiles\">");
    tile("Cases passed", summary.seeds() - summary.failing().size() + " / " + summary.seeds(), "seeds",
        summary.failing().isEmpty() ? "good" : "bad");
    long checks = result.verdicts().stream().mapToLong(SeedVerdict::checks).sum();
    long breaches = result.verdicts().stream().flatMap(verdict -> verdict.breaches().stream())
        .filter(breach -> breach.allowedBy().isEmpty()).count();
    tile("Limit breaches", Long.toString(breaches), checks + " checks", breaches == 0 ? "good" : "bad");
    double hours = result.verdicts().stream().mapToDouble(SeedVerdict::simulatedS).sum() / 3_600;
    tile("Simulated", String.format(Locale.ROOT, "%.0f h", hours), "of site life", "");
    long dynamic = result.verdicts().stream().filter(SeedVerdict::dynamic).count();
    tile("With dynamic zones", Long.toString(dynamic), "meters, traps, building loads", "");
    long lowered = result.verdicts().stream().filter(SeedVerdict::lowered).count();
    tile("With lowered limits", Long.toString(lowered), "tariffs, inputs, reductions over the API", "");
    tile("Allowed breaches", Integer.toString(summary.allowed().size()), "by declared quirks, or by the building alone", "");
    add("</ul>");
  }

  private void tile(String label, String value, String note, String mood) {
    add("<li class=\"tile " + mood + "\"><span class=\"label\">" + text(label) + "</span><strong>" + text(value)
        + "</strong><span class=\"note\">" + text(note) + "</span></li>");
  }

  private void failures(CampaignResult result, CampaignSummary summary) {
    if (summary.failing().isEmpty()) {
      return;
    }
    add("<section><h2>Failures</h2>");
    for (SeedVerdict verdict : summary.failing()) {
      add("<article class=\"failure\"><h3>Seed " + verdict.seed() + "</h3><p class=\"meta\">" + verdict.severity().word()
          + (verdict.dynamic() ? ", dynamic zones" : "") + (verdict.lowered() ? ", lowered limits, " : ", ")
          + verdict.size().stations() + " stations, " + verdict.size().cars() + " cars, " + verdict.size().faults() + " faults, "
          + verdict.size().quirks() + " quirks</p>");
      verdict.failures().stream().limit(5)
          .forEach(failure -> add("<pre>" + text(failure.kind().word() + ": " + failure.text()) + "</pre>"));
      add("<p class=\"command\"><code>" + text(result.repeat(verdict.seed())) + "</code></p></article>");
    }
    add("</section>");
  }

  private void energy(CampaignSummary summary) {
    add("<section><h2>Energy</h2><div class=\"scroll\"><table><thead><tr><th>Class of seeds</th><th class=\"n\">Seeds</th>"
        + "<th class=\"n\">Delivered, kWh</th><th class=\"n\">All-knowing, kWh</th><th class=\"n\">Share</th>"
        + "<th class=\"n\">Asked for</th><th class=\"n\">Unmanaged, kWh</th><th class=\"n\">Overload prevented, Ah</th></tr></thead>");
    summary.energy().forEach((name, energy) -> add(String.format(
        Locale.ROOT, "<tr><td>%s</td><td class=\"n\">%d</td><td class=\"n\">%.1f</td><td class=\"n\">%.1f</td>"
            + "<td class=\"n%s\">%.1f %%</td><td class=\"n\">%s</td><td class=\"n\">%.1f</td><td class=\"n\">%.1f</td></tr>",
        text(name), energy.seeds(), energy.delivered(), energy.perfect(), energy.enough() ? "" : " breach", 100 * energy.share(),
        energy.least() == 0 ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * energy.least()), energy.unmanaged(),
        energy.overloadAs() / 3_600)));
    add("</table></div></section>");
  }

  private void probes(CampaignSummary summary) {
    add("<section><h2>Rare states</h2><table><thead><tr><th>What was reached</th><th class=\"n\">How often</th></tr></thead>");
    summary.probes().forEach((probe, count) -> add("<tr class=\"" + (count == 0 ? "failed" : "passed") + "\"><td>"
        + text(probe.text()) + "</td><td class=\"n" + (count == 0 ? " breach" : "") + "\">" + count + "</td></tr>"));
    add("</table></section>");
  }

  /** A table of one kind of pair, what never met left empty. */
  private void pairs(String title, Map<String, Integer> cells) {
    Map<String, Map<String, Integer>> rows = new TreeMap<>();
    Collection<String> columns = new TreeSet<>();
    cells.forEach((cell, count) -> {
      String[] part = cell.split(" × ", 2);
      rows.computeIfAbsent(part[0], key -> new TreeMap<>()).put(part[1], count);
      columns.add(part[1]);
    });
    add("<section><h2>Met: " + text(title) + "</h2><div class=\"scroll\"><table><thead><tr><th></th>");
    columns.forEach(column -> add("<th class=\"n\">" + text(column) + "</th>"));
    add("</tr></thead>");
    rows.forEach((row, counts) -> {
      add("<tr><th scope=\"row\">" + text(row) + "</th>");
      columns.forEach(column -> add("<td class=\"n\">" + (counts.containsKey(column) ? counts.get(column) : "") + "</td>"));
      add("</tr>");
    });
    add("</table></div></section>");
  }

  private void allowed(CampaignSummary summary) {
    if (summary.allowed().isEmpty()) {
      return;
    }
    add("<section><h2>Breaches that a declared bounded quirk, or the building alone, explains</h2><div class=\"scroll\"><table><thead><tr><th>Seed</th>"
        + "<th>Zone</th><th class=\"n\">Peak</th><th class=\"n\">Limit</th><th class=\"n\">Lasted, s</th>"
        + "<th class=\"n\">As (kWs)</th><th>Because of</th></tr></thead>");
    for (CampaignSummary.Allowed allowed : summary.allowed()) {
      SeedVerdict.BreachNote breach = allowed.breach();
      add(String.format(
          Locale.ROOT, "<tr><td>%d</td><td>%s %s</td><td class=\"n\">%.1f</td><td class=\"n\">%.1f</td><td class=\"n\">%.0f</td>"
              + "<td class=\"n\">%.0f</td><td>%s</td></tr>",
          allowed.seed(), text(breach.zone()), breach.row(), breach.peak(), breach.limit(), breach.lastsS(),
          breach.excessSeconds(), text(String.join(", ", breach.allowedBy()))));
    }
    add("</table></div></section>");
  }

  private static String style() throws IOException {
    try (InputStream in = CampaignPage.class.getResourceAsStream(STYLE)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private void add(String piece) {
    html.append(piece).append('\n');
  }
}
