package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Recording;
import java.util.LinkedHashMap;
import java.util.Map;

/** How zones' limits and sessions' setpoints have moved, by the recording of a running bench. */
final class History implements Recording {
  private final Map<String, Course> limits = new LinkedHashMap<>();
  private final Map<Place, Course> setpoints = new LinkedHashMap<>();

  @Override
  public void line(long instant, String kind, Fields fields) {
    if (kind.equals("zone")) {
      JsonNode line = Wire.read(fields);
      JsonNode amps = line.path("limit");
      limit(line.path("z").asText()).put(instant, amps.path(0).asDouble(), amps.path(1).asDouble(), amps.path(2).asDouble());
    } else if (kind.equals("setpoint")) {
      JsonNode line = Wire.read(fields);
      setpoint(new Place(line.path("station").asText(), line.path("connector").asInt())).put(instant, line.path("a").asDouble());
    }
  }

  Course limit(String zone) {
    return limits.computeIfAbsent(zone, id -> new Course());
  }

  Course setpoint(Place place) {
    return setpoints.computeIfAbsent(place, at -> new Course());
  }

  /** Of all connectors that had a session. */
  Map<Place, Course> setpoints() {
    return setpoints;
  }
}
