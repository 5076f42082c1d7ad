package io.parkbench.plant.arrivals;

import static java.time.format.DateTimeFormatter.ISO_DATE_TIME;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.arrivals.ArrivalFileException.Problem;
import io.parkbench.plant.car.CarFile;
import io.parkbench.plant.car.CarModel;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads arrivals from CSV (RFC 4180: commas, fields with commas in double quotes). The first line names the columns, in any
 * order:
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>{@code arrival}, {@code departure}</td><td>ISO 8601, with an offset or in the site's local time</td></tr>
 * <tr><td>{@code wanted_kwh}</td><td>energy wanted from the socket</td></tr>
 * <tr><td>{@code id}</td><td>optional; else {@code row-} and the line number</td></tr>
 * <tr><td>{@code station}, {@code connector}</td><td>optional; empty for any</td></tr>
 * <tr><td>{@code car}</td><td>optional name of the car catalogue, or a model file next to this one (.json); {@value #DEFAULT_CAR} where empty</td></tr>
 * <tr><td>{@code soc}</td><td>optional state of charge on arrival in %; else so that it leaves with 80 %</td></tr>
 * <tr><td>{@code card}</td><td>optional idTag; else {@code CARD-} and the line number</td></tr>
 * </table>
 */
public final class CsvArrivals {
  static final String DEFAULT_CAR = "compact-11kw";

  private static final List<String> NEEDED = List.of("arrival", "departure", "wanted_kwh");
  private static final List<
      String> KNOWN = List.of("id", "arrival", "departure", "station", "connector", "wanted_kwh", "car", "soc", "card");

  private final String file;
  private final ZoneId zone;
  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Set<String> ids = new LinkedHashSet<>();

  private CsvArrivals(String file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
    Path parent = Path.of(file).toAbsolutePath().getParent();
    folder = parent == null ? Path.of("") : parent;
  }

  /**
   * Reads a whole file.
   *
   * @param file how messages call it
   * @param zone of times that have no offset
   * @throws ArrivalFileException with all that is wrong, each with its line and what would be right
   */
  public static RecordedArrivals read(String file, Reader text, ZoneId zone)
      throws ArrivalFileException, IOException {
    CsvArrivals reader = new CsvArrivals(file, zone);
    reader.read(text.readAllAsString());
    if (!reader.problems.isEmpty()) {
      throw new ArrivalFileException(reader.problems);
    }
    long start = reader.arrivals.stream().mapToLong(Arrival::at).min().orElse(0);
    long end = reader.arrivals.stream().mapToLong(Arrival::departure).max().orElse(0);
    return new RecordedArrivals(start, end, 0, reader.arrivals);
  }

  private void read(String text) throws IOException {
    CsvFactory csv = CsvFactory.builder()
        .enable(CsvParser.Feature.WRAP_AS_ARRAY)
        .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
        .enable(CsvParser.Feature.TRIM_SPACES)
        .build();
    List<String> header = List.of();
    try (CsvParser fields = csv.createParser(withoutMark(text))) {
      List<String> row = new ArrayList<>();
      int line = 1;
      for (JsonToken token = fields.nextToken(); token != null; token = fields.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          if (row.isEmpty()) {
            line = fields.currentTokenLocation().getLineNr();
          }
          row.add(fields.getText());
        } else if (token == JsonToken.END_ARRAY && !row.isEmpty()) {
          if (!header.isEmpty()) {
            readRow(header, row, line);
          } else if (headerIsSound(row)) {
            header = List.copyOf(row);
          } else {
            return;
          }
          row.clear();
        }
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problem(line, "is no CSV here: " + e.getOriginalMessage() + "; close every quote, one session a line");
    }
    if (header.isEmpty() && problems.isEmpty()) {
      problem(1, "is empty; the first line names the columns: " + String.join(",", KNOWN));
    }
  }

  /** Spreadsheets begin a file with a byte order mark. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private boolean headerIsSound(List<String> header) {
    int before = problems.size();
    for (String column : header) {
      if (!KNOWN.contains(column)) {
        problem(1, "unknown column '" + column + "'; leave it out, or name it one of " + String.join(", ", KNOWN));
      }
    }
    for (String column : NEEDED) {
      if (!header.contains(column)) {
        problem(1, "the column '" + column + "' is missing; add it to the first line and every row");
      }
    }
    return problems.size() == before;
  }

  private void readRow(List<String> header, List<String> row, int line) {
    if (row.size() != header.size()) {
      problem(line, "has " + row.size() + " fields where the first line names " + header.size()
          + "; put fields with a comma in double quotes");
      return;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      fields.put(header.get(i), row.get(i));
    }
    try {
      Arrival arrival = arrival(fields, line);
      if (!ids.add(arrival.id())) {
        problem(line, "the id '" + arrival.id() + "' is used before; give each session its own");
      }
      arrivals.add(arrival);
    } catch (IllegalArgumentException e) {
      problem(line, String.valueOf(e.getMessage()));
    }
  }

  private Arrival arrival(Map<String, String> fields, int line) {
    CarModel car = CarFile.named(or(fields, "car", DEFAULT_CAR), folder);
    double wantedWh = number(fields, "wanted_kwh", "") * 1_000;
    if (wantedWh < 0) {
      throw new IllegalArgumentException("wanted_kwh is below 0; give the energy wanted, 0 or more");
    }
    String station = or(fields, "station", "");
    double soc = or(fields, "soc", "").isEmpty()
        ? car.arrivesWith(0.8, wantedWh)
        : number(fields, "soc", "") / 100;
    if (!(soc >= 0 && soc <= 1)) {
      throw new IllegalArgumentException("soc is a percentage from 0 to 100");
    }
    long at = instant(fields, "arrival");
    long departure = instant(fields, "departure");
    if (departure <= at) {
      throw new IllegalArgumentException("departure is not after arrival; swap them, or mend the date");
    }
    double connector = number(fields, "connector", "0");
    if (connector != Math.rint(connector) || connector < 0) {
      throw new IllegalArgumentException("connector is a whole number from 1, or empty for any");
    }
    return new Arrival(
        or(fields, "id", "row-" + line),
        at,
        station.isEmpty() ? null : station,
        (int) connector,
        departure,
        wantedWh,
        car,
        soc,
        or(fields, "card", "CARD-" + line));
  }

  private static String or(Map<String, String> fields, String column, String otherwise) {
    String value = fields.getOrDefault(column, "");
    return value.isEmpty() ? otherwise : value;
  }

  private static double number(Map<String, String> fields, String column, String otherwise) {
    String value = or(fields, column, otherwise);
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(column + " is '" + value + "'; give a decimal number such as 12.5", e);
    }
  }

  private long instant(Map<String, String> fields, String column) {
    String value = fields.getOrDefault(column, "");
    try {
      return Micros.of(switch (ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.atZone(zone).toInstant();
        case TemporalAccessor other -> throw new DateTimeException("neither: " + other);
      });
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          column + " is '" + value + "'; give a time such as 2026-03-02T08:15 or 2026-03-02T07:15:00Z", e);
    }
  }

  private void problem(int line, String message) {
    problems.add(new Problem(file, line, message));
  }
}
