package io.parkbench.plant.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a day's profile from CSV. The first line names the columns, separated by commas, or by semicolons (then with decimal commas
 * as well as points):
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>{@code time}</td><td>{@code 06:15} or {@code 06:15:30} at the site, or seconds since the start, below 86400</td></tr>
 * <tr><td>{@code l1_a,l2_a,l3_a}</td><td>current per supply phase, A</td></tr>
 * <tr><td>or {@code a}</td><td>current of each phase alike, A</td></tr>
 * <tr><td>or {@code kw}</td><td>power over all phases, kW</td></tr>
 * </table>
 *
 * A row holds until the next one, the last until the first of the next day. Negative numbers feed in.
 */
public final class ProfileCsv {
  private static final List<List<String>> HEADERS = List.of(
      List.of("time", "l1_a", "l2_a", "l3_a"), List.of("time", "a"), List.of("time", "kw"));

  private final String file;
  private final double volts;
  private final List<String> mistakes = new ArrayList<>();
  private final Map<LocalTime, LoadAmps> points = new TreeMap<>();
  private List<String> header = List.of();
  private String separator = ",";
  private boolean bySeconds;

  private ProfileCsv(String file, double volts) {
    this.file = file;
    this.volts = volts;
  }

  /** Reads a file as {@link #read(String, String, ZoneId, double)} does; one that cannot be read fails likewise. */
  public static DayProfile read(Path file, ZoneId zone, double volts) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file.toAbsolutePath() + " cannot be read (" + e.getClass().getSimpleName() + "); is it there, and UTF-8?", e);
    }
    return read(file.toString(), text, zone, volts);
  }

  /**
   * Reads a text.
   *
   * @param file how messages call it
   * @param zone of the times of day
   * @param volts line to neutral, by which powers become currents
   * @throws IllegalArgumentException with all that is wrong, each with its line and what would be right
   */
  public static DayProfile read(String file, String text, ZoneId zone, double volts) {
    ProfileCsv reader = new ProfileCsv(file, volts);
    List<String> lines = text.startsWith("\uFEFF") ? text.substring(1).lines().toList() : text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        reader.line(i + 1, lines.get(i));
      }
    }
    if (reader.points.isEmpty() && reader.mistakes.isEmpty()) {
      reader.mistake(1, "has no rows; the first line names the columns, like time,l1_a,l2_a,l3_a, and rows follow");
    }
    if (!reader.mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", reader.mistakes));
    }
    return new DayProfile(reader.bySeconds ? Daily.sinceStart(reader.points) : Daily.local(reader.points, zone));
  }

  private void line(int number, String line) {
    if (!header.isEmpty()) {
      row(number, fields(line));
    } else if (mistakes.isEmpty()) {
      separator = line.contains(";") ? ";" : ",";
      List<String> columns = fields(line);
      if (HEADERS.contains(columns)) {
        header = columns;
      } else {
        mistake(number, "names the columns " + String.join(separator, columns)
            + "; write time,l1_a,l2_a,l3_a or time,a or time,kw (or with semicolons)");
      }
    }
  }

  private List<String> fields(String line) {
    return Arrays.stream(line.split(separator, -1))
        .map(field -> field.strip().replaceAll("^\"(.*)\"$", "$1").strip())
        .toList();
  }

  private void row(int line, List<String> fields) {
    if (fields.size() != header.size()) {
      mistake(line, "has " + fields.size() + " fields where the first line names " + header.size() + "; separate them by '"
          + separator + "'");
      return;
    }
    try {
      LocalTime time = time(fields.getFirst());
      LoadAmps amps = amps(fields);
      if (points.put(time, amps) != null) {
        mistake(line, "the time " + fields.getFirst() + " is there before; give each time once");
      }
    } catch (IllegalArgumentException e) {
      mistake(line, String.valueOf(e.getMessage()));
    }
  }

  private LoadAmps amps(List<String> fields) {
    return switch (header.size()) {
      case 4 -> new LoadAmps(number(fields, 1), number(fields, 2), number(fields, 3));
      default -> header.getLast().equals("kw") ? LoadAmps.ofKw(number(fields, 1), volts) : LoadAmps.all(number(fields, 1));
    };
  }

  private double number(List<String> fields, int column) {
    String text = separator.equals(";") ? fields.get(column).replace(',', '.') : fields.get(column);
    if (!text.matches("[-+]?\\d{1,9}(\\.\\d{1,12})?")) {
      throw new IllegalArgumentException(
          header.get(column) + " is '" + fields.get(column) + "'; give a decimal number such as 12.5");
    }
    return Double.parseDouble(text);
  }

  private LocalTime time(String text) {
    boolean seconds = text.matches("\\d{1,6}(\\.\\d{1,6})?");
    if (!points.isEmpty() && seconds != bySeconds) {
      throw new IllegalArgumentException("time is '" + text + "'; write all times of the file as times of day, or all as seconds");
    }
    bySeconds = seconds;
    if (seconds) {
      double second = Double.parseDouble(text);
      if (second >= 86_400) {
        throw new IllegalArgumentException("time is '" + text + "'; a profile lasts a day, so give seconds below 86400");
      }
      return LocalTime.ofNanoOfDay(Math.round(second * 1e6) * 1_000);
    }
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "time is '" + text + "'; give a time of day such as 06:15, or seconds since the start", e);
    }
  }

  private void mistake(int line, String message) {
    mistakes.add(file + ":" + line + ": " + message);
  }
}
