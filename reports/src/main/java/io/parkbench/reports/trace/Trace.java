package io.parkbench.reports.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one recording tells: zones and connectors in the order in which they first appear, incidents, counts. */
public final class Trace {
  private final Map<String, ZoneTrace> zones = new LinkedHashMap<>();
  private final Map<String, ConnectorTrace> connectors = new LinkedHashMap<>();
  private final BuildingTrace building = new BuildingTrace();
  private final List<Notes.Note> incidents = new ArrayList<>();
  long from = Long.MAX_VALUE;
  long until = Long.MIN_VALUE;
  long frames;
  long lost;
  @Nullable String problem;

  ZoneTrace zone(String id) {
    return zones.computeIfAbsent(id, ZoneTrace::new);
  }

  ConnectorTrace connector(String station, int connector) {
    return connectors.computeIfAbsent(station + '\n' + connector, key -> new ConnectorTrace(station, connector));
  }

  void incident(long instant, String text) {
    incidents.add(new Notes.Note(instant, text));
  }

  public Collection<ZoneTrace> zones() {
    return zones.values();
  }

  public Collection<ConnectorTrace> connectors() {
    return connectors.values();
  }

  /** What the building's client logged. */
  public BuildingTrace building() {
    return building;
  }

  /** Faults and troubles of the links, as sentences. */
  public List<Notes.Note> incidents() {
    return incidents;
  }

  /** Whether there is no line with an instant. */
  public boolean isEmpty() {
    return from > until;
  }

  /** Instant of the earliest line, µs since 1970; meaningless when {@link #isEmpty()}. */
  public long from() {
    return from;
  }

  /** Instant of the latest line, µs since 1970; meaningless when {@link #isEmpty()}. */
  public long until() {
    return until;
  }

  /** OCPP frames in both directions. */
  public long frames() {
    return frames;
  }

  /** Frames that never arrived. */
  public long lost() {
    return lost;
  }

  /** What was wrong with the recording, for a person; null when it was read to its end. */
  public @Nullable String problem() {
    return problem;
  }

  public int breaches() {
    return zones.values().stream().mapToInt(zone -> zone.breaches().size()).sum();
  }
}
