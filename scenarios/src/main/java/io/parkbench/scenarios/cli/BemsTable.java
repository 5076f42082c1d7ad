package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Time;
import io.parkbench.plant.bems.Alarm;
import io.parkbench.plant.bems.Bems;
import io.parkbench.plant.bems.Point;
import io.parkbench.plant.bems.SiteMap;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints what a building's client knows: its zones, its stations, and the alarms that stand. */
final class BemsTable {
  private static final String LINE = "  %-24s %10s %10s %10s %11s  %s%n";

  private final Bems bems;
  private final PrintWriter out;

  BemsTable(Bems bems, PrintWriter out) {
    this.bems = bems;
    this.out = out;
  }

  /** Prints a table now and then, whatever has come by then. */
  void watch(Time time, Duration every) {
    time.after(every.plusSeconds(1), () -> {
      print(time.now());
      watch(time, every);
    });
  }

  void print(long now) {
    Map<String, Point> points = new LinkedHashMap<>();
    bems.points().forEach(point -> points.put(point.path(), point));
    out.println();
    out.println(Micros.toInstant(now).truncatedTo(ChronoUnit.SECONDS) + (bems.isLinkUp() ? "" : "  [Offline]"));
    out.printf(Locale.ROOT, LINE, "zone, station", "phase 1 A", "phase 2 A", "phase 3 A", "power kW", "setpoint, status");
    for (SiteMap.Zone zone : bems.map().zones()) {
      String path = "Zones/Zone-" + zone.id() + "/";
      row(zone.name(), path + "Zone", points, value(points, path + "ZoneSetPointCurrent(A)"));
    }
    for (SiteMap.Station station : bems.map().stations()) {
      String path = "Zones/Zone-" + station.zone() + "/Station-" + station.id() + "/Station";
      String name = station.friendlyName().isEmpty() ? station.ocppIdentifier() : station.friendlyName();
      row("  " + name, path, points,
          value(points, path + "OverallSetPointCurrent") + ", " + value(points, path + "Status"));
    }
    for (Alarm alarm : bems.alarms()) {
      out.println("  alarm " + plain(alarm.source()) + " (priority " + alarm.priority() + ", " + alarm.category().word() + "): "
          + plain(alarm.text()));
    }
    out.flush();
  }

  private void row(String name, String path, Map<String, Point> points, String last) {
    out.printf(Locale.ROOT, LINE, plain(name), number(points, path + "OverallRmsCurrentPhase1"),
        number(points, path + "OverallRmsCurrentPhase2"), number(points, path + "OverallRmsCurrentPhase3"),
        number(points, path + "OverallActivePowerTotal"), plain(last));
  }

  private static String number(Map<String, Point> points, String path) {
    Point point = points.get(path);
    return point == null || !(point.value() instanceof Number number) ? "-"
        : String.format(Locale.ROOT, "%.2f%s", number.doubleValue(), point.state() == Point.State.OFFLINE ? "*" : "");
  }

  private static String value(Map<String, Point> points, String path) {
    Point point = points.get(path);
    return point == null ? "-" : point.value() + (point.unit().isEmpty() ? "" : " " + point.unit());
  }

  /** What a server sends must not steer the terminal. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
