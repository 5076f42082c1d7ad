package io.parkbench.reports.page;

import io.parkbench.reports.Summary;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as the template needs it: energy totals, and the sessions with the least served first.
 *
 * @param share delivered by requested energy
 * @param served how many sessions got what they asked for, in words
 * @param feasible what would have been possible without limits, kWh; null where not told
 * @param left how many sessions the table leaves out; null when none
 * @param evidence null without a recording
 */
record SimulationView(String requested, String delivered, String share, String served, @Nullable String feasible,
    String counts, List<Row> sessions, @Nullable String left, boolean times, @Nullable Evidence evidence) {

  private static final int ROWS = 300;
  /** A session is served when it got so much of what it asked for. */
  private static final double SERVED = 0.99;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  /** A session; {@code percent} is delivered by requested, 0 to 100, for the bar. */
  record Row(String id, String station, String arrived, String departed, String requested, String delivered,
      String feasible, String ratio, long percent) {}

  static SimulationView of(Summary summary, ZoneId zone, @Nullable Evidence evidence) {
    List<Summary.Session> all = summary.sessions();
    double requested = all.stream().mapToDouble(Summary.Session::requestedKwh).sum();
    double delivered = all.stream().mapToDouble(Summary.Session::deliveredKwh).sum();
    boolean told = !all.isEmpty() && all.stream().allMatch(session -> session.feasibleKwh() != null);
    double feasible = all.stream().mapToDouble(s -> s.feasibleKwh() == null ? 0 : s.feasibleKwh()).sum();
    long served = all.stream().filter(session -> ratio(session) >= SERVED).count();
    List<Row> rows = all.stream().sorted(Comparator.comparingDouble(SimulationView::ratio)).limit(ROWS)
        .map(session -> row(session, zone)).toList();
    return new SimulationView(Words.kwh(requested), Words.kwh(delivered), percent(requested == 0 ? 1 : delivered / requested),
        Words.count(served) + " fully served", told ? Words.kwh(feasible) : null,
        Words.count(summary.events(), "event") + ", " + Words.count(summary.frames(), "frame") + ", "
            + Words.duration(summary.simulatedSeconds()) + " in " + Words.duration(summary.cpuSeconds()) + " of processor time",
        rows, all.size() > ROWS ? Words.count(all.size() - ROWS) : null,
        all.stream().anyMatch(session -> session.arrived() != null), evidence);
  }

  private static Row row(Summary.Session session, ZoneId zone) {
    double ratio = ratio(session);
    return new Row(session.id(), session.connector() == null ? session.station() : session.station() + " · " + session.connector(),
        time(session.arrived(), zone), time(session.departed(), zone), Words.kwh(session.requestedKwh()),
        Words.kwh(session.deliveredKwh()), session.feasibleKwh() == null ? "" : Words.kwh(session.feasibleKwh()), percent(ratio),
        Math.round(100 * Math.clamp(ratio, 0, 1)));
  }

  private static double ratio(Summary.Session session) {
    return session.requestedKwh() > 0 ? session.deliveredKwh() / session.requestedKwh() : 1;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String time(@Nullable String instant, ZoneId zone) {
    if (instant == null) {
      return "";
    }
    try {
      return Instant.parse(instant).atZone(zone).format(TIME);
    } catch (DateTimeException notIso) {
      return instant;
    }
  }
}
