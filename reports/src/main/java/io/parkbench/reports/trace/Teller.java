package io.parkbench.reports.trace;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sorts the lines of a recording into the series of a {@link Trace}. */
final class Teller {
  private final Trace trace;

  Teller(Trace trace) {
    this.trace = trace;
  }

  /** Takes in one line; a kind that the reports have no use for is passed over. */
  void tell(Line line) {
    switch (String.valueOf(line.kind)) {
      case "frame" -> trace.frames++;
      case "lost" -> trace.lost++;
      case "zone" -> zone(line, trace.zone(need(line.zone, "z")));
      case "leased" -> phases(line, line.amps, trace.zone(need(line.zone, "z"))::leased);
      case "current" -> phases(line, line.amps, trace.zone(need(line.zone, "z"))::current);
      case "load" -> phases(line, line.amps, trace.zone(need(line.zone, "z"))::load);
      case "breaker" -> trace.zone(need(line.zone, "z")).breaker().state(line.t, need(line.what, "device"), line.seconds);
      case "trip" -> trip(line, trace.zone(need(line.zone, "z")));
      case "breach" -> breach(line, trace.zone(need(line.zone, "z")));
      case "setpoint" -> setpoint(line, connector(line));
      case "draw" -> connector(line).draw().add(line.t, highest(line.amps));
      case "session" -> session(line, connector(line));
      case "fault" -> trace.incident(line.t,
          "Fault " + need(line.event, "e") + ": " + describe(line.what) + (line.detail == null ? "" : " on " + line.detail));
      case "link" -> link(line);
      case "bems-log" ->
          trace.building().add(need(line.zone, "z"), new BuildingTrace.Quarter(line.t, Double.isNaN(line.wh) ? 0 : line.wh,
              line.kw, line.amps[0], line.what == null ? "" : line.what, Double.isNaN(line.seconds) ? 0 : line.seconds));
      default -> {
        // other parts of the bench record kinds of their own
      }
    }
  }

  private void zone(Line line, ZoneTrace zone) {
    phases(line, line.limit, zone::limit);
    if (!Double.isNaN(line.kw) || !zone.power().isEmpty()) {
      zone.power().add(line.t, line.kw);
    }
    if (line.by != null) {
      zone.binding().add(line.t, line.by);
    }
  }

  private static void phases(Line line, double[] amps, java.util.function.IntFunction<StepSeries> series) {
    for (int phase = 0; phase < 3; phase++) {
      if (!Double.isNaN(amps[phase])) {
        series.apply(phase).add(line.t, amps[phase]);
      }
    }
  }

  private static void breach(Line line, ZoneTrace zone) {
    if (line.phase < 0 || line.phase > 3) {
      throw new IllegalArgumentException("breach on phase " + line.phase);
    }
    long since = line.since == Line.NONE ? line.t : line.since;
    double value = line.phase == 0 ? line.kw : line.amps[0];
    zone.breaches().add(new ZoneTrace.Breach(since, line.t, line.phase - 1, value, line.limit[0]));
  }

  private void trip(Line line, ZoneTrace zone) {
    if (line.phase < 1 || line.phase > 3) {
      throw new IllegalArgumentException("trip on phase " + line.phase);
    }
    long since = line.since == Line.NONE ? line.t : line.since;
    zone.breaker().trip(new BreakerTrace.Trip(line.t, line.phase - 1, line.amps[0], since));
    trace.incident(line.t, "Breaker of " + zone.id() + " tripped: " + describe(line.what));
  }

  private static void session(Line line, ConnectorTrace connector) {
    String event = need(line.event, "e");
    connector.session(line.t, event, line.id, line.wh);
    if ((event.equals("stop") || event.equals("unplugged")) && !connector.setpoint().isEmpty()) {
      // a setpoint is a session's: it ends with it
      connector.setpoint().add(line.t, Double.NaN);
      connector.reasons().add(line.t, "none: the session is over");
    }
  }

  private static void setpoint(Line line, ConnectorTrace connector) {
    connector.setpoint().add(line.t, line.amps[0]);
    String text = line.text != null ? line.text : line.rule;
    connector.reasons().add(line.t,
        String.format(Locale.ROOT, "%s A", Amps.text(line.amps[0])) + (text == null ? "" : ": " + text));
  }

  private void link(Line line) {
    String event = need(line.event, "e");
    if (!event.equals("open")) {
      trace.incident(line.t,
          "Link " + describe(line.link) + ": " + event + (line.detail == null ? "" : " (" + line.detail + ")"));
    }
  }

  private ConnectorTrace connector(Line line) {
    return trace.connector(need(line.station, "station"), line.connector);
  }

  private static double highest(double[] amps) {
    double highest = 0;
    for (double a : amps) {
      highest = a > highest ? a : highest;
    }
    return highest;
  }

  private static String need(@Nullable String value, String field) {
    if (value == null) {
      throw new IllegalArgumentException("no field " + field);
    }
    return value;
  }

  private static String describe(@Nullable String value) {
    return value == null ? "?" : value;
  }
}
