package io.parkbench.scenarios.response;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The distribution of step responses as a page that needs nothing but itself: {@code step-response.html}, in the reports' style. */
public final class ResponsePage {
  private static final String STYLE = "/io/parkbench/reports/page/report.css";
  private static final String CHARTS = """
      .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); gap: 12px 28px; }
      .charts figure { margin: 0; } .chart { display: block; width: 100%; height: auto; }
      .chart text { font-size: 12px; fill: var(--soft); } .chart .end { text-anchor: end; } .chart .middle { text-anchor: middle; }
      .chart .grid { stroke: var(--line); fill: none; } .chart .column { fill: var(--current); }
      .chart .course { fill: none; stroke: var(--current); stroke-width: 2; } .chart .mark-at { fill: var(--current); }
      .chart .beyond { fill: var(--bad-fill); } .chart .bound { fill: var(--bad); } .chart .of-bound { fill: var(--bad); font-weight: 600; }
      """;
  private static final List<Double> SHARES = List.of(0.5, 0.9, 0.95, 0.99, 1.0);
  private static final int WORST = 20;

  private final StringBuilder html = new StringBuilder();
  private final ResponseResult result;

  private ResponsePage(ResponseResult result) {
    this.result = result;
  }

  /** Writes the page into {@code folder} and returns its path. */
  public static Path write(Path folder, ResponseResult result) throws IOException {
    Path file = folder.resolve("step-response.html");
    Files.createDirectories(folder);
    return Files.writeString(file, new ResponsePage(result).page());
  }

  private String page() throws IOException {
    String outcome = result.passed() ? "passed" : "failed";
    String title = "Step response, cases " + result.from() + " to " + result.to()
        + (result.quirk() == null ? "" : ", " + result.quirk());
    add("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">");
    add("<title>" + text(title) + "</title><style>" + style() + CHARTS + "</style></head><body>");
    add("<header class=\"top " + outcome + "\"><p class=\"kicker\">Parkbench step response</p><h1>" + text(title) + "</h1>");
    add("<p class=\"verdict\"><span class=\"badge " + outcome + "\">" + outcome + "</span> " + text(headline()) + "</p>");
    tiles();
    add("<dl class=\"facts\"><div class=\"wide\"><dt>Repeat</dt><dd class=\"command\"><code>" + text(result.command())
        + "</code></dd></div></dl></header><main>");
    charts();
    percentiles();
    worst();
    add("</main></body></html>");
    return html.toString();
  }

  private String headline() {
    int out = result.outOfBound().size();
    int tripped = result.tripped().size();
    int all = result.responses().size();
    String bound = out == 0 ? "All " + all + " cases were below the limit again within the bound"
        : out + " of " + all + " cases missed the bound" + (missed() > 0 ? format(", by %.1f s at most", missed()) : "");
    return bound + (tripped == 0 ? "; no breaker tripped." : "; in " + tripped + " a breaker tripped.");
  }

  private double missed() {
    return result.percentile(Response::missedBy, 1);
  }

  private void tiles() {
    int out = result.outOfBound().size();
    int all = result.responses().size();
    add("<ul class=\"tiles\">");
    tile("Within the bound B", all - out + " / " + all, "cases", out == 0 ? "good" : "bad");
    tile("Slowest", format("%.1f s", result.percentile(Response::seconds, 1)),
        format("%.0f %% of its bound at most", 100 * result.percentile(r -> r.seconds() / r.boundS(), 1)), "");
    tile("Median", format("%.1f s", result.percentile(Response::seconds, 0.5)), "until below the limit", "");
    tile("Breakers tripped", Integer.toString(result.tripped().size()),
        format("curve C at %.0f %% of its heat at most", 100 * result.percentile(Response::heat, 1)),
        result.tripped().isEmpty() ? "good" : "bad");
    add("</ul>");
  }

  private void tile(String label, String value, String note, String mood) {
    add("<li class=\"tile " + mood + "\"><span class=\"label\">" + text(label) + "</span><strong>" + text(value)
        + "</strong><span class=\"note\">" + text(note) + "</span></li>");
  }

  private void charts() {
    DistributionChart chart = new DistributionChart(
        result.responses().stream().mapToDouble(Response::seconds).toArray(),
        result.responses().stream().mapToDouble(Response::boundS).toArray());
    add("<section><h2>Until the true current is below the limit again</h2><div class=\"charts\"><figure>" + chart.histogram()
        + "</figure><figure>" + chart.distribution(List.of(0.5, 0.95, 1.0)) + "</figure></div>");
    add("<p class=\"meta\">From the instant at which the building takes half the limit at full charging until no phase is above the"
        + " limit and its tolerance (1 % and 0.5 A) any more, watched for three minutes. B is R-LEASE-5's: meter refresh, poll, tick,"
        + " call time-out, 1 s for the station, 5 s for the car; it differs by the meter's refresh.</p></section>");
  }

  private void percentiles() {
    add("<section><h2>Percentiles</h2><div class=\"scroll\"><table><thead><tr><th>Of the cases, at most</th>");
    SHARES.forEach(share -> add(format("<th class=\"n\">%.0f %%</th>", 100 * share)));
    add("</tr></thead>");
    row("Time until below the limit, s", Response::seconds, 1);
    row("Share of the bound B, %", response -> 100 * response.seconds() / response.boundS(), 0);
    row("Bound missed by, s", Response::missedBy, 1);
    row("Above the limit, As", Response::excessAs, 0);
    row("Highest current, % of the limit", response -> 100 * response.peakA() / response.limitA(), 0);
    row("Heat of a breaker of curve C, % of opening", response -> 100 * response.heat(), 0);
    add("</table></div></section>");
  }

  private void row(String name, ToDoubleFunction<Response> value, int digits) {
    add("<tr><th scope=\"row\">" + text(name) + "</th>");
    SHARES.forEach(share -> add(format("<td class=\"n\">%." + digits + "f</td>", result.percentile(value, share))));
    add("</tr>");
  }

  private void worst() {
    add("<section><h2>Slowest against their bounds</h2><div class=\"scroll\"><table><thead><tr><th class=\"n\">Time, s</th>"
        + "<th class=\"n\">B, s</th><th class=\"n\">As</th><th class=\"n\">Limit, A</th><th class=\"n\">Peak, A</th>"
        + "<th class=\"n\">Stations</th><th>Jump</th><th>Meter</th><th>Repeat</th></tr></thead>");
    for (Response response : result.worst(WORST)) {
      add(format(
          "<tr><td class=\"n%s\">%.1f</td><td class=\"n\">%.1f</td><td class=\"n\">%.0f</td><td class=\"n\">%d</td>"
              + "<td class=\"n\">%.0f</td><td class=\"n\">%d</td><td>%.0f A on %s</td><td>%s, %.1f s</td><td><code>%s</code></td></tr>",
          response.inBound() ? "" : " breach", response.seconds(), response.boundS(), response.excessAs(), response.limitA(),
          response.peakA(), response.stations(), response.jumpA(), response.phase() == 0 ? "all phases" : "L" + response.phase(),
          text(response.meter()), response.refreshS(), text(result.repeat(response))));
    }
    add("</table></div></section>");
  }

  private static String style() throws IOException {
    try (InputStream in = ResponsePage.class.getResourceAsStream(STYLE)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private void add(String piece) {
    html.append(piece).append('\n');
  }
}
