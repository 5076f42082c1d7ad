package io.parkbench.scenarios.probe.page;

import com.samskivert.mustache.Mustache;
import io.parkbench.kernel.Micros;
import io.parkbench.scenarios.probe.Figure;
import io.parkbench.scenarios.probe.Proof;
import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import io.parkbench.scenarios.probe.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Prints a {@link Sheet} as one HTML file that loads nothing and runs nothing, in the manner of the reports. */
public final class SheetPage {
  private static final String STYLE = "/io/parkbench/reports/page/report.css";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
      .withZone(java.time.ZoneOffset.UTC);

  private SheetPage() {}

  /** A figure at the top. */
  record Tile(String label, String value, String note, String mood) {}

  /** A quirk found: its word, and where it was seen. */
  record Found(String word, String sentence, String key) {}

  /** The probes under one heading. */
  record Group(String name, List<Row> rows) {}

  /** A probe. */
  record Row(String key, String title, String mood, String verdict, String sentence, String quirks, String figures, String took,
      List<Line> proof) {
    boolean hasProof() {
      return !proof.isEmpty();
    }

    int lines() {
      return proof.size();
    }
  }

  /** A frame. */
  record Line(String at, String from, String text) {}

  /**
   * Writes the page, over what is there.
   *
   * @param model the model file beside it, or empty where there is none
   */
  public static void write(Path file, Sheet sheet, String model) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (InputStream style = stream(SheetPage.class, STYLE);
        InputStreamReader template = new InputStreamReader(stream(SheetPage.class, "probe.mustache"), StandardCharsets.UTF_8);
        Writer out = Files.newBufferedWriter(file)) {
      Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(template).execute(Map.of(
          "style", new String(style.readAllBytes(), StandardCharsets.UTF_8),
          "sheet", sheet,
          "model", model,
          "headline", headline(sheet),
          "tiles", tiles(sheet),
          "found", found(sheet),
          "groups", groups(sheet)), out);
    }
  }

  /** What it came to, in a sentence. */
  public static String headline(Sheet sheet) {
    int odd = sheet.oddities().size();
    int quirks = sheet.quirks().size();
    return (quirks == 0 ? "No quirk of the catalogue"
        : quirks == 1 ? "One quirk of the catalogue" : quirks + " quirks of the catalogue")
        + (odd == 0 ? "" : odd == 1 ? ", and one deviation without a name" : ", and " + odd + " deviations without a name")
        + " in " + sheet.results().size() + " probes; " + sheet.count(Verdict.UNSURE) + " could not tell.";
  }

  private static List<Tile> tiles(Sheet sheet) {
    List<Tile> tiles = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      tiles.add(new Tile(verdict.words(), Integer.toString(sheet.count(verdict)), "probes", switch (verdict) {
        case SOUND -> "good";
        case QUIRK -> sheet.count(verdict) > 0 ? "bad" : "";
        case UNSURE, UNTRIED -> "";
      }));
    }
    return tiles;
  }

  private static List<Found> found(Sheet sheet) {
    List<Found> found = new ArrayList<>();
    for (Result result : sheet.results()) {
      if (result.verdict() == Verdict.QUIRK) {
        found.add(new Found(String.join(", ", result.finding().quirks()), result.finding().sentence(), result.id()));
      }
    }
    return found;
  }

  private static List<Group> groups(Sheet sheet) {
    return sheet.groups().stream().map(group -> new Group(group.name(), group.results().stream().map(SheetPage::row).toList()))
        .toList();
  }

  private static Row row(Result result) {
    return new Row(result.id(), result.title(), switch (result.verdict()) {
      case SOUND -> "passed";
      case QUIRK -> "failed";
      case UNSURE, UNTRIED -> "open";
    }, result.verdict().words(), result.finding().sentence(), String.join(", ", result.finding().quirks()),
        String.join(", ", result.finding().figures().stream().map(SheetPage::words).toList()),
        String.format(Locale.ROOT, "%.1f s", result.seconds()), result.proof().stream().map(SheetPage::line).toList());
  }

  private static String words(Figure figure) {
    return figure.name() + " " + (figure.value() == Math.rint(figure.value()) ? String.format(Locale.ROOT, "%.0f", figure.value())
        : String.format(Locale.ROOT, "%.3g", figure.value()));
  }

  private static Line line(Proof proof) {
    return new Line(TIME.format(Micros.toInstant(proof.instant())), proof.from().word(), proof.text());
  }

  private static InputStream stream(Class<?> from, String name) {
    return Objects.requireNonNull(from.getResourceAsStream(name), name);
  }
}
