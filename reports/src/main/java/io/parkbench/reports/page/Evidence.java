package io.parkbench.reports.page;

import io.parkbench.kernel.Micros;
import io.parkbench.reports.trace.Amps;
import io.parkbench.reports.trace.ConnectorTrace;
import io.parkbench.reports.trace.Trace;
import io.parkbench.reports.trace.ZoneTrace;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a recording contributes to the page: the plots with their words, the most telling ones first and the others
 * folded.
 *
 * @param key names the plot data in the page
 * @param level of its headings: 2 to 5
 * @param problem what was wrong with the recording; null when nothing was
 * @param span the virtual time that it covers; null when it is empty
 * @param counts frames and losses in words
 * @param incidents faults and link troubles, time and sentence
 * @param plots JSON by {@link PlotData}
 * @param thinned what was left out of the plots; null when they are exact
 * @param breaches how many
 * @param building the log of the building's client; null where there is none
 */
record Evidence(String key, int level, @Nullable String problem, @Nullable String span, String counts, List<Incident> incidents,
    List<Figure.ZonePlots> zones, List<Figure.ZonePlots> moreZones, List<Figure.ConnectorPlot> connectors,
    List<Figure.ConnectorPlot> moreConnectors, String plots, @Nullable String thinned, int breaches,
    @Nullable BuildingView building) {

  private static final int ZONES = 4;
  private static final int CONNECTORS = 9;
  private static final int INCIDENTS = 200;

  int sublevel() {
    return level + 1;
  }

  boolean hasIncidents() {
    return !incidents.isEmpty();
  }

  boolean hasZones() {
    return !zones.isEmpty();
  }

  boolean hasMoreZones() {
    return !moreZones.isEmpty();
  }

  int moreZonesCount() {
    return moreZones.size();
  }

  int moreConnectorsCount() {
    return moreConnectors.size();
  }

  boolean hasConnectors() {
    return !connectors.isEmpty();
  }

  boolean hasMoreConnectors() {
    return !moreConnectors.isEmpty();
  }

  /** Something that happened to the links, with the time as text. */
  record Incident(String at, String text) {}

  static Evidence of(String key, int level, Trace trace, ZoneId zone, int budget) throws IOException {
    Clock clock = new Clock(zone, trace.from(), trace.until());
    List<ZoneTrace> zones = telling(trace.zones(), ZONES,
        Comparator.<ZoneTrace>comparingInt(z -> z.breaches().size() + z.breaker().trips().size())
            .thenComparingDouble(ZoneTrace::utilisation).reversed());
    List<ConnectorTrace> connectors = telling(trace.connectors(), CONNECTORS,
        Comparator.<ConnectorTrace>comparingInt(c -> c.setpoint().size()).reversed());
    PlotData data = new PlotData(trace, zones, connectors, budget);

    List<Figure.ZonePlots> zonePlots = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      zonePlots.add(ZoneEvidence.of(zones.get(i), i, clock, trace.until()));
    }
    List<Figure.ConnectorPlot> connectorPlots = new ArrayList<>();
    for (int i = 0; i < connectors.size(); i++) {
      connectorPlots.add(connector(connectors.get(i), i));
    }
    return new Evidence(key, level, trace.problem(), trace.isEmpty() ? null : clock.span(trace.from(), trace.until()),
        counts(trace), incidents(trace, clock), first(zonePlots, ZONES), rest(zonePlots, ZONES),
        first(connectorPlots, CONNECTORS), rest(connectorPlots, CONNECTORS), trace.isEmpty() ? "{}" : data.json(zone),
        data.thinned() ? "Lines of more than " + data.exactUpTo() + " steps are thinned for drawing; every peak is kept."
            : null,
        trace.breaches(), BuildingView.of(trace.building(), zone, clock));
  }

  /** All in their order where they are few; else the most telling first, which are shown, and then the others. */
  private static <T> List<T> telling(java.util.Collection<T> all, int shown, Comparator<T> order) {
    if (all.size() <= shown) {
      return List.copyOf(all);
    }
    List<T> sorted = all.stream().sorted(order).limit(shown).toList();
    List<T> result = new ArrayList<>(sorted);
    all.stream().filter(each -> !sorted.contains(each)).forEach(result::add);
    return result;
  }

  private static <T> List<T> first(List<T> all, int count) {
    return all.subList(0, Math.min(count, all.size()));
  }

  private static <T> List<T> rest(List<T> all, int count) {
    return all.subList(Math.min(count, all.size()), all.size());
  }

  private static Figure.ConnectorPlot connector(ConnectorTrace trace, int index) {
    double wh = trace.stays().stream().mapToDouble(ConnectorTrace.Stay::deliveredWh).filter(w -> !Double.isNaN(w)).sum();
    int stays = trace.stays().size();
    String who = stays == 1 && !trace.stays().getFirst().id().isEmpty() ? trace.stays().getFirst().id()
        : stays + (stays == 1 ? " car" : " cars");
    String energy = wh > 0 ? ", " + String.format(Locale.ROOT, "%.1f kWh", wh / 1000) : "";
    String words = "Setpoint at most " + amps(trace.setpoint().max()) + ", draw at most " + amps(trace.draw().max()) + ".";
    return new Figure.ConnectorPlot(trace.station(), trace.connector(), stays == 0 ? "" : who + energy,
        trace.reasons().list().size(), new Figure("connector", index, 0, "", words, false));
  }

  private static String amps(double value) {
    return Double.isNaN(value) ? "unknown" : Amps.text(value) + " A";
  }

  private static String counts(Trace trace) {
    return String.format(Locale.ENGLISH, "%,d frames", trace.frames())
        + (trace.lost() > 0 ? String.format(Locale.ENGLISH, ", %,d lost", trace.lost()) : "")
        + (trace.isEmpty() ? "" : ", " + Words.duration((trace.until() - trace.from()) / (double) Micros.SECOND));
  }

  private static List<Incident> incidents(Trace trace, Clock clock) {
    return trace.incidents().stream().limit(INCIDENTS).map(note -> new Incident(clock.at(note.instant()), note.text()))
        .toList();
  }
}
