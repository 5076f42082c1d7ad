package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes stations and connectors out of service and back. Never tried again by itself; later pulls show whether it is so. */
final class AvailabilityWriter {
  private static final long PATIENCE = 5 * Micros.MINUTE;

  private final Session session;
  private final Loop loop;
  private final Outcomes outcomes;
  private final Map<String, Expected> expected = new TreeMap<>();

  private record Expected(String what, int station, int connector, boolean available, long since, boolean scheduled) {}

  AvailabilityWriter(Session session, Loop loop, Outcomes outcomes) {
    this.session = session;
    this.loop = loop;
    this.outcomes = outcomes;
  }

  /** @param connector 0 for the whole station */
  void set(SiteMap map, int station, int connector, boolean available, String reason, Consumer<Outcome> then) {
    String place = station + (connector == 0 ? "" : "/" + connector);
    String what = "make station " + place + (available ? " available" : " unavailable");
    SiteMap.Station known = map.station(station);
    if (known == null || connector != 0 && known.connectors().stream().noneMatch(c -> c.id() == connector)) {
      then.accept(outcomes.add(Outcome.notSent(loop.now(), what, "setup knows no such place; run setup again if it is new")));
      return;
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("available", available);
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    session.ask("PUT", "/stations/" + station + "/connectors/" + connector + "/availability", WebHeaders.NONE, body, reply -> {
      Outcome outcome = outcomes.add(Outcome.of(loop.now(), what, reply));
      if (outcome.isTaken()) {
        expected.put(place, new Expected(
            what, station, connector, available, loop.now(), outcome.result() == Outcome.Result.SCHEDULED));
      } else {
        expected.remove(place);
      }
      then.accept(outcome);
    });
  }

  /** Compares what was taken with what a pull shows. */
  void look(SiteStatus status) {
    for (Map.Entry<String, Expected> entry : List.copyOf(new ArrayList<>(expected.entrySet()))) {
      Expected wanted = entry.getValue();
      Boolean shown = shown(status.station(wanted.station), wanted.connector);
      if (shown != null && shown == wanted.available) {
        tell(entry.getKey(), wanted, Outcome.Result.SEEN);
      } else if (!wanted.scheduled && loop.now() - wanted.since > PATIENCE) {
        tell(entry.getKey(), wanted, Outcome.Result.NOT_SEEN);
      }
    }
  }

  private void tell(String place, Expected wanted, Outcome.Result result) {
    expected.remove(place);
    outcomes.add(new Outcome(loop.now(), wanted.what, result, 0, "", "", 0));
  }

  private static @Nullable Boolean shown(SiteStatus.@Nullable Station station, int connector) {
    if (station == null || connector == 0) {
      return station == null ? null : station.available();
    }
    SiteStatus.Connector told = station.connectors().get(connector);
    if (told == null || told.status().isEmpty() || told.status().equals("unknown")) {
      return null;
    }
    return !told.status().equals("unavailable") && !told.status().equals("not available");
  }
}
