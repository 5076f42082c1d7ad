package io.parkbench.scenarios.gate;

import com.samskivert.mustache.Mustache;
import io.parkbench.reports.JUnitXml;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.StepVerdict;
import io.parkbench.reports.Verdicts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Leaves a gate's verdict: {@code gate.html}, one page; {@code gate.md} for a CI server's summary; {@code junit.xml}. */
public final class GateReport {
  private static final String STYLE = "/io/parkbench/reports/page/report.css";
  private static final int NAMED = 5;

  private GateReport() {}

  /**
   * Writes the three files and returns the page.
   *
   * @param command the command that repeats it
   */
  public static Path write(Path folder, GateResult result, String command) throws IOException {
    Files.createDirectories(folder);
    JUnitXml.write(new Verdicts(result.checks().stream().map(check -> verdict(check, command)).toList()),
        folder.resolve("junit.xml"));
    Files.writeString(folder.resolve("gate.md"), markdown(result));
    try (Reader template = new InputStreamReader(stream(GateReport.class, "gate.mustache"), StandardCharsets.UTF_8)) {
      Path page = folder.resolve("gate.html");
      return Files.writeString(page, Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(template)
          .execute(view(result, command)));
    }
  }

  /** A rule as the page shows it. */
  record Row(String rule, String text, String about, String outcome, String was, String is, String allowed, List<String> details,
      String more) {
    static Row of(Check check) {
      int left = Math.max(0, check.details().size() - NAMED);
      return new Row(
          check.rule().key(), check.rule().text(), check.about(), check.outcome().word(), check.was(), check.is(), check.allowed(),
          check.details().subList(0, check.details().size() - left), left == 0 ? "" : "… and " + left + " more");
    }

    boolean hasDetails() {
      return !details.isEmpty() && outcome.equals("broken");
    }

    /** The class of its badge. */
    String mood() {
      return switch (outcome) {
        case "broken" -> "failed";
        case "kept" -> "proved";
        default -> "open";
      };
    }
  }

  private static Map<String, Object> view(GateResult result, String command) throws IOException {
    try (InputStream style = stream(JUnitXml.class, STYLE)) {
      return Map.of(
          "style", new String(style.readAllBytes(), StandardCharsets.UTF_8), "outcome", result.passed() ? "passed" : "failed",
          "headline", result.headline(), "command", command, "rows", rows(result), "unjudged", String.join("; ", unjudged(result)),
          "was", versions(result.baseline()), "is",
          versions(result.release()));
    }
  }

  /** What was judged: the broken ones first, then in the order of the rules. */
  private static List<Row> rows(GateResult result) {
    return Stream.concat(
        result.broken().stream(), result.checks().stream().filter(check -> check.isJudged() && !check.isBroken())).map(Row::of)
        .toList();
  }

  /** What was not, and why. */
  private static List<String> unjudged(GateResult result) {
    return result.checks().stream().filter(check -> !check.isJudged()).map(check -> check.title() + " (" + message(check) + ")")
        .toList();
  }

  private static String versions(Figures figures) {
    return figures.versions().isEmpty() ? "not told"
        : String.join(", ", figures.versions().entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
  }

  private static String markdown(GateResult result) {
    StringBuilder text = new StringBuilder("## Release gate: " + (result.passed() ? "passed" : "FAILED") + "\n\n")
        .append(result.headline()).append("\n\n| rule | verdict | was | is | tolerated |\n| --- | --- | --- | --- | --- |\n");
    for (Row row : rows(result)) {
      text.append("| ").append(cell(row.rule() + (row.about().isEmpty() ? "" : ": " + row.about()))).append(" | ")
          .append(row.outcome().equals("broken") ? "**broken**" : row.outcome()).append(" | ").append(cell(row.was())).append(" | ")
          .append(cell(row.is())).append(" | ").append(cell(row.allowed())).append(" |\n");
    }
    unjudged(result).forEach(each -> text.append("\nNot judged: ").append(cell(each)).append('\n'));
    for (Row row : rows(result)) {
      if (row.outcome().equals("broken") && !row.details().isEmpty()) {
        text.append("\n**").append(row.rule()).append("**\n\n");
        row.details().forEach(detail -> text.append("- ").append(cell(detail)).append('\n'));
        if (!row.more().isEmpty()) {
          text.append("- ").append(row.more()).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String cell(String raw) {
    return raw.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }

  private static ScenarioVerdict verdict(Check check, String command) {
    Status status = check.isBroken() ? Status.FAILED : check.isJudged() ? Status.PASSED : Status.SKIPPED;
    List<StepVerdict> details = check.details().stream().map(detail -> new StepVerdict(detail, status, null)).toList();
    return new ScenarioVerdict(
        check.title(), "gate: " + check.rule().group(), check.title(), "gate", 1, List.of(), status, 0,
        status == Status.PASSED ? null : message(check), command, null, null, details);
  }

  /** A check in one line. */
  public static String message(Check check) {
    return switch (check.outcome()) {
      case KEPT, BROKEN -> "was " + check.was() + ", is " + check.is() + ", tolerated: " + check.allowed();
      case OFF -> "off";
      case NOT_JUDGED -> String.join("; ", check.details());
    };
  }

  private static InputStream stream(Class<?> beside, String name) {
    return Objects.requireNonNull(beside.getResourceAsStream(name), name);
  }
}
