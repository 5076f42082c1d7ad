package io.parkbench.rigs;

import io.parkbench.gateway.site.Problem;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sites that come with Parkbench (R-SITES-1), and any other by its file. */
public final class ReadySites {
  /** What {@code parkbench sites} lists, in this order. */
  public static final List<String> NAMES = List.of(
      "shedding-example", "park1", "residential", "office", "office-dynamic", "office-bems", "office-20-meters", "mixed-bench",
      "customer-case",
      "car-park", "campus-100", "acn-54", "acn-54-50kw", "acn-54-building");

  private ReadySites() {}

  /**
   * The site of a ready name or else of a file.
   *
   * @throws SiteException with everything that is wrong with it
   * @throws IOException when there is neither a ready site nor a readable file; the message names the ready ones
   */
  public static Site load(String nameOrFile) throws IOException, SiteException {
    if (NAMES.contains(nameOrFile)) {
      return checked(nameOrFile + ".yaml", text(nameOrFile));
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "no ready site and no file is called '" + nameOrFile + "'; ready sites: " + String.join(", ", NAMES));
    }
    return checked(nameOrFile, Files.readString(file));
  }

  /**
   * The site that a text describes, the plant's parts of it checked as well.
   *
   * @param name what messages call the file
   */
  public static Site checked(String name, String yaml) throws SiteException {
    Site site = SiteFile.parse(name, yaml);
    List<Problem> problems = PlantSection.check(site).stream()
        .map(mistake -> new Problem(
            name, line(yaml, mistake.value()), 1, mistake.path(), mistake.message(), Problem.Severity.ERROR))
        .toList();
    if (!problems.isEmpty()) {
      throw new SiteException(problems);
    }
    return site;
  }

  /** The first line on which a value is written, from 1. */
  private static int line(String yaml, String value) {
    int at = value.isEmpty() ? -1 : yaml.indexOf(value);
    return at < 0 ? 1 : 1 + (int) yaml.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /** The text of a ready site, which begins with a comment that says what it shows. */
  public static String text(String name) {
    try (InputStream in = ReadySites.class.getResourceAsStream("/sites/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalArgumentException("no ready site is called '" + name + "'");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a ready site shows: its first comment, in one line. */
  public static String description(String name) {
    StringBuilder words = new StringBuilder();
    for (String line : text(name).lines().toList()) {
      if (!line.startsWith("#") || line.equals("#")) {
        break;
      }
      words.append(words.isEmpty() ? "" : " ").append(line.substring(1).strip());
    }
    return words.toString();
  }
}
