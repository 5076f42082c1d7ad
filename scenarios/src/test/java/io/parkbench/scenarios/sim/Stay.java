package io.parkbench.scenarios.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A session as its file tells it, read apart from the code under test: minutes from the file's start, kWh, kW.
 *
 * @param from minute of plugging in
 * @param to minute of leaving
 */
record Stay(String id, int from, int to, double wantedKwh, double maxKw) {
  static List<Stay> read(Path file) throws IOException {
    List<Stay> stays = new ArrayList<>();
    for (JsonNode session : new ObjectMapper().readTree(file.toFile()).path("sessions")) {
      stays.add(
          new Stay(
              session.path("session_id").textValue(),
              session.path("arrival_min").intValue(),
              session.path("departure_min").intValue(),
              session.path("requested_kwh").doubleValue(),
              session.path("max_power_kw").doubleValue()));
    }
    return stays;
  }

  /** What it asks for, as far as its power and its stay allow. */
  double feasibleKwh() {
    return Math.min(wantedKwh, maxKw * (to - from) / 60);
  }

  boolean spans(int begin, int end) {
    return from <= begin && end <= to;
  }
}
