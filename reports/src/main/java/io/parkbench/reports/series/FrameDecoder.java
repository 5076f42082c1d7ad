package io.parkbench.reports.series;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells what stations say of their connectors in StatusNotification and MeterValues (OCPP 1.6J); other frames are passed over. */
final class FrameDecoder {
  private static final String ENERGY = "Energy.Active.Import.Register";

  private final PointStream points;
  private final SampleGate samples = new SampleGate();

  FrameDecoder(PointStream points) {
    this.points = points;
  }

  void frame(long at, JsonNode line) {
    JsonNode call = line.path("f");
    if (!LineDecoder.text(line, "d").equals("up") || call.path(0).asInt() != 2) {
      return;
    }
    String station = LineDecoder.text(line, "l");
    JsonNode payload = call.path(3);
    String connector = LineDecoder.text(payload, "connectorId");
    switch (call.path(2).asText()) {
      case "StatusNotification" -> points.state(Field.STATUS, at, LineDecoder.text(payload, "status"), station, connector);
      case "MeterValues" -> {
        if (samples.passes(station, connector, at)) {
          samples(at, payload.path("meterValue"), station, connector);
        }
      }
      default -> {
        // an answer is owed to it, not a point
      }
    }
  }

  private void samples(long at, JsonNode values, String station, String connector) {
    for (JsonNode value : values) {
      for (JsonNode sample : value.path("sampledValue")) {
        if (!sample.has("phase")) {
          sample(at, sample, station, connector);
        }
      }
    }
  }

  private void sample(long at, JsonNode sample, String station, String connector) {
    double value = sample.path("value").asDouble(Double.NaN);
    switch (sample.path("measurand").asText(ENERGY)) {
      case ENERGY -> points.put(
          Field.ENERGY, at, LineDecoder.text(sample, "unit").equals("kWh") ? 1_000 * value : value, station, connector);
      case "SoC" -> points.put(Field.STATE_OF_CHARGE, at, value, station, connector);
      default -> {
        // the true draw is in lines of its own
      }
    }
  }
}
