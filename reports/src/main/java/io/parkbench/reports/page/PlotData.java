package io.parkbench.reports.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Micros;
import io.parkbench.reports.trace.Amps;
import io.parkbench.reports.trace.BreakerTrace;
import io.parkbench.reports.trace.ConnectorTrace;
import io.parkbench.reports.trace.Notes;
import io.parkbench.reports.trace.StepSeries;
import io.parkbench.reports.trace.Trace;
import io.parkbench.reports.trace.ZoneTrace;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The series of one recording as compact JSON for the page's script: times in ms since the one before (the first: since
 * the recording began), values in A with two decimals. Safe inside a script element.
 */
final class PlotData {
  /** A series of so many steps or fewer is drawn exactly. */
  static final int EXACT = 2_000;

  private final Trace trace;
  private final List<ZoneTrace> zones;
  private final List<ConnectorTrace> connectors;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final int most;

  /**
   * @param zones in the order by which figures refer to them
   * @param connectors likewise
   * @param budget about how many steps all series together may have; longer series are thinned for it
   */
  PlotData(Trace trace, List<ZoneTrace> zones, List<ConnectorTrace> connectors, int budget) {
    this.trace = trace;
    this.zones = zones;
    this.connectors = connectors;
    int limit = EXACT;
    while (limit > 60 && steps(limit) > budget) {
      limit /= 2;
    }
    this.most = limit;
  }

  /** The number of steps up to which series are exact in this recording's plots. */
  int exactUpTo() {
    return most;
  }

  /** Whether any series had to be thinned. */
  boolean thinned() {
    return steps(Integer.MAX_VALUE) > steps(most);
  }

  private long steps(int limit) {
    long steps = 0;
    for (ZoneTrace zone : zones) {
      for (List<Integer> phases : ZoneEvidence.groups(zone)) {
        for (StepSeries series : shown(zone, phases.getFirst())) {
          steps += Math.min(limit, series.size());
        }
      }
    }
    for (ConnectorTrace connector : connectors) {
      steps += Math.min(limit, connector.setpoint().size()) + Math.min(limit, connector.draw().size());
    }
    return steps;
  }

  private static List<StepSeries> shown(ZoneTrace zone, int phase) {
    return List.of(zone.limit(phase), zone.leased(phase), zone.current(phase), zone.load(phase));
  }

  String json(ZoneId zone) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("t0", ms(trace.from()));
      json.writeNumberField("t1", ms(trace.until()));
      json.writeStringField("tz", zone.getId().equals("Z") ? "UTC" : zone.getId());
      json.writeArrayFieldStart("zones");
      for (ZoneTrace each : zones) {
        zone(json, each);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("connectors");
      for (ConnectorTrace each : connectors) {
        connector(json, each);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("texts");
      for (String each : texts.keySet()) {
        json.writeString(each);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private void zone(JsonGenerator json, ZoneTrace zone) throws IOException {
    json.writeStartArray();
    for (List<Integer> phases : ZoneEvidence.groups(zone)) {
      int phase = phases.getFirst();
      json.writeStartObject();
      series(json, "limit", zone.limit(phase));
      series(json, "leased", zone.leased(phase));
      series(json, "current", zone.current(phase));
      if (!zone.load(phase).isZero()) {
        series(json, "load", zone.load(phase));
        json.writeBooleanField("stack", zone.isDynamic());
      }
      json.writeArrayFieldStart("breaches");
      for (BreakerTrace.Trip trip : zone.breaker().trips()) {
        if (trip.phase() == phase) {
          span(json, trip.instant(), trip.instant());
        }
      }
      for (ZoneTrace.Breach breach : zone.breaches()) {
        if (breach.concerns(phase)) {
          span(json, breach.since(), zone.end(breach, trace.until()));
        }
      }
      json.writeEndArray();
      notes(json, "by", zone.binding().list());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void connector(JsonGenerator json, ConnectorTrace connector) throws IOException {
    json.writeStartObject();
    series(json, "setpoint", connector.setpoint());
    series(json, "draw", connector.draw());
    json.writeArrayFieldStart("stays");
    for (ConnectorTrace.Stay stay : connector.stays()) {
      span(json, stay.from(), Math.min(stay.until(), trace.until()));
    }
    json.writeEndArray();
    notes(json, "why", connector.reasons().list());
    json.writeEndObject();
  }

  private void series(JsonGenerator json, String name, StepSeries exact) throws IOException {
    StepSeries series = exact.thinned(most);
    List<Integer> drawn = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      if (i + 1 == series.size() || ms(series.instant(i)) != ms(series.instant(i + 1))) {
        drawn.add(i);
      }
    }
    json.writeArrayFieldStart(name);
    json.writeStartArray();
    long before = ms(trace.from());
    for (int i : drawn) {
      json.writeNumber(ms(series.instant(i)) - before);
      before = ms(series.instant(i));
    }
    json.writeEndArray();
    json.writeStartArray();
    for (int i : drawn) {
      if (Double.isNaN(series.value(i))) {
        json.writeNull();
      } else {
        json.writeNumber(Amps.text(series.value(i)));
      }
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void notes(JsonGenerator json, String name, List<Notes.Note> notes) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeStartArray();
    long before = ms(trace.from());
    for (Notes.Note note : notes) {
      json.writeNumber(ms(note.instant()) - before);
      before = ms(note.instant());
    }
    json.writeEndArray();
    json.writeStartArray();
    for (Notes.Note note : notes) {
      json.writeNumber(texts.computeIfAbsent(note.text(), text -> texts.size()));
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void span(JsonGenerator json, long from, long until) throws IOException {
    json.writeStartArray();
    json.writeNumber(ms(from) - ms(trace.from()));
    json.writeNumber(ms(until) - ms(trace.from()));
    json.writeEndArray();
  }

  private static long ms(long instant) {
    return Math.floorDiv(instant, Micros.MILLISECOND);
  }
}
