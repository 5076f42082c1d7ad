package io.parkbench.reports.page;

import io.parkbench.kernel.Micros;
import io.parkbench.reports.trace.BuildingTrace;
import io.parkbench.reports.trace.BuildingTrace.Quarter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The building's log as a facility manager reads it: energy per zone and day, with peak, mean setpoint and gaps (R-PLANT-5, R-BEMS-6).
 *
 * @param days the columns
 * @param gaps where values are missing or old, in sentences
 * @param left how many days the table leaves out; null when none
 */
record BuildingView(List<String> days, List<Row> rows, List<String> gaps, @Nullable String left) {
  private static final int DAYS = 31;
  private static final int GAPS = 40;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  /** A zone. */
  record Row(String zone, List<Cell> cells, String total) {}

  /**
   * A zone on a day.
   *
   * @param kwh empty where nothing was logged
   * @param missing how long the gateway was not heard; null where it always was
   */
  record Cell(String kwh, String peak, String setpoint, @Nullable String missing) {}

  boolean hasGaps() {
    return !gaps.isEmpty();
  }

  /** Null where no building was there. */
  static @Nullable BuildingView of(BuildingTrace trace, ZoneId zone, Clock clock) {
    if (trace.isEmpty()) {
      return null;
    }
    TreeSet<LocalDate> all = new TreeSet<>();
    trace.zones().forEach(name -> trace.quarters(name).forEach(quarter -> all.add(day(quarter, zone))));
    List<LocalDate> days = all.stream().limit(DAYS).toList();
    List<Row> rows = trace.zones().stream().map(name -> row(name, trace.quarters(name), days, zone)).toList();
    return new BuildingView(days.stream().map(day -> day.format(DAY)).toList(), rows, BuildingGaps.of(trace, clock, GAPS),
        all.size() > DAYS ? Words.count(all.size() - DAYS, "more day") : null);
  }

  /** The day in which a quarter lies: one that ends at midnight lies in the day before. */
  private static LocalDate day(Quarter quarter, ZoneId zone) {
    return Micros.toInstant(quarter.at() - 1).atZone(zone).toLocalDate();
  }

  private static Row row(String name, List<Quarter> quarters, List<LocalDate> days, ZoneId zone) {
    List<Cell> cells = new ArrayList<>();
    for (LocalDate day : days) {
      cells.add(cell(quarters.stream().filter(quarter -> day(quarter, zone).equals(day)).toList()));
    }
    return new Row(name, cells, Words.kwh(quarters.stream().mapToDouble(Quarter::wh).sum() / 1_000));
  }

  private static Cell cell(List<Quarter> quarters) {
    if (quarters.isEmpty()) {
      return new Cell("", "", "", null);
    }
    double missing = quarters.stream().mapToDouble(Quarter::missingSeconds).sum();
    double peak = quarters.stream().mapToDouble(Quarter::peakKw).filter(kw -> !Double.isNaN(kw)).max().orElse(Double.NaN);
    double mean = quarters.stream().mapToDouble(Quarter::setpointA).filter(a -> !Double.isNaN(a)).average().orElse(Double.NaN);
    return new Cell(Words.kwh(quarters.stream().mapToDouble(Quarter::wh).sum() / 1_000),
        Double.isNaN(peak) ? "" : String.format(Locale.ROOT, "%.1f kW", peak), Double.isNaN(mean) ? "" : Math.round(mean) + " A",
        missing > 0 ? Words.duration(missing) : null);
  }
}
