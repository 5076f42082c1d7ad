package io.parkbench.plant.arrivals;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.arrivals.ArrivalFileException.Problem;
import io.parkbench.plant.car.CarModel;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads charging sessions of ACN-Data (Caltech) from JSON, in two forms: the list of sessions in minutes from {@code t0},
 * and the event queue of ACN-Sim, a dump of its objects in periods from an instant that the file does not tell.
 */
public final class AcnData {
  private static final double VOLTS = 208;
  private static final double MAX_KW = 6.6;
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();

  private AcnData(String file) {
    this.file = file;
  }

  /**
   * Reads a whole file of either form.
   *
   * @param file how messages call it
   * @param queueStart instant of period 0 (of 5 minutes) where the file is an event queue, µs
   * @throws ArrivalFileException with all sessions that cannot be used and why
   */
  public static RecordedArrivals read(String file, byte[] json, long queueStart) throws ArrivalFileException {
    AcnData reader = new AcnData(file);
    RecordedArrivals recorded = reader.read(reader.parse(json), queueStart);
    if (!reader.problems.isEmpty()) {
      throw new ArrivalFileException(reader.problems);
    }
    return recorded;
  }

  private JsonNode parse(byte[] json) throws ArrivalFileException {
    ObjectMapper mapper = new ObjectMapper();
    try {
      JsonNode root = mapper.readTree(json);
      // ACN-Sim's dumps are commonly saved as a JSON text within a JSON string.
      return root.isTextual() ? mapper.readTree(root.textValue()) : root;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ArrivalFileException(List.of(new Problem(file, line, "is no JSON: " + e.getOriginalMessage())));
    } catch (IOException e) {
      throw ArrivalFileException.of(file, "cannot be read: " + e.getMessage());
    }
  }

  private RecordedArrivals read(JsonNode root, long queueStart) throws ArrivalFileException {
    if (root.path("sessions").isArray()) {
      return sessions(root);
    }
    if (root.path("context_dict").isObject()) {
      return queue(root.path("context_dict"), queueStart);
    }
    throw ArrivalFileException.of(
        file,
        "is neither a list of sessions (an object with 't0' and 'sessions') nor an event queue of ACN-Sim"
            + " (an object with 'context_dict'); save the sessions in one of these forms");
  }

  private RecordedArrivals sessions(JsonNode root) throws ArrivalFileException {
    long start;
    try {
      start = Micros.of(OffsetDateTime.parse(root.path("t0").asText()).toInstant());
    } catch (DateTimeException e) {
      throw ArrivalFileException.of(
          file, "t0 is '" + root.path("t0").asText() + "'; give a time with offset such as 2019-03-05T00:00:00-08:00");
    }
    double volts = root.path("voltage").asDouble(VOLTS);
    int place = 0;
    for (JsonNode session : root.path("sessions")) {
      String where = "sessions[" + place++ + "]";
      add(
          where,
          session.path("session_id").asText(where),
          text(session, "station_id"),
          instant(where, session, "arrival_min", start, Micros.MINUTE),
          instant(where, session, "departure_min", start, Micros.MINUTE),
          number(where, session, "requested_kwh"),
          session.path("max_power_kw").asDouble(MAX_KW),
          volts);
    }
    long end = start + root.path("horizon_min").asLong() * Micros.MINUTE;
    return new RecordedArrivals(start, Math.max(end, lastDeparture()), volts, arrivals);
  }

  private RecordedArrivals queue(JsonNode objects, long start) {
    long period = Micros.of(PERIOD);
    for (JsonNode object : objects) {
      if (!object.path("class").asText().endsWith(".PluginEvent")) {
        continue;
      }
      String where = "plug-in event of period " + object.path("attributes").path("timestamp").asText();
      JsonNode car = attributes(objects, object.path("attributes").path("ev"));
      if (car == null) {
        problem(where, "refers to no object 'ev' of the file; dump the whole queue");
        continue;
      }
      JsonNode battery = attributes(objects, car.path("_battery"));
      add(
          where,
          car.path("_session_id").asText(where),
          text(car, "_station_id"),
          instant(where, car, "_arrival", start, period),
          instant(where, car, "_departure", start, period),
          number(where, car, "_requested_energy"),
          battery == null ? MAX_KW : battery.path("_max_power").asDouble(MAX_KW),
          VOLTS);
    }
    return new RecordedArrivals(start, Math.max(start, lastDeparture()), VOLTS, arrivals);
  }

  private static @Nullable JsonNode attributes(JsonNode objects, JsonNode reference) {
    JsonNode object = objects.path(reference.asText()).path("attributes");
    return object.isObject() ? object : null;
  }

  private static @Nullable String text(JsonNode object, String field) {
    return object.path(field).isTextual() ? object.path(field).textValue() : null;
  }

  private double number(String where, JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isNumber()) {
      problem(where, "has no number '" + field + "'");
    }
    return value.asDouble();
  }

  private long instant(String where, JsonNode object, String field, long start, long unit) {
    return start + Math.round(number(where, object, field) * unit);
  }

  private void add(
      String where, String id, @Nullable String station, long at, long departure, double kwh, double maxKw, double volts) {
    if (kwh < 0 || departure <= at || maxKw <= 0) {
      problem(where, "session " + id + " must depart after it arrives, want 0 kWh or more and have a power above 0");
      return;
    }
    CarModel car = CarModel.named("acn-6.6kw").withMaxAmps(maxKw * 1_000 / volts);
    String idTag = "ACN-" + (arrivals.size() + 1);
    arrivals.add(new Arrival(id, at, station, 0, departure, kwh * 1_000, car, 0, idTag));
  }

  private long lastDeparture() {
    return arrivals.stream().mapToLong(Arrival::departure).max().orElse(Long.MIN_VALUE);
  }

  private void problem(String where, String message) {
    problems.add(new Problem(file, 0, where + " " + message));
  }
}
