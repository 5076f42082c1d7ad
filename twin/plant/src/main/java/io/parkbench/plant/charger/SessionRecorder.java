package io.parkbench.plant.charger;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code session} lines of one station: transactions always, with the register in Wh; plugs only of cars that came without
 * an arrival, since whoever sends arrivals records their coming and going.
 */
final class SessionRecorder {
  private final Loop loop;
  private final Recording recording;
  private final String station;
  private final @Nullable String[] arrivals;
  private final double[] registersAtPlug;

  SessionRecorder(Loop loop, Recording recording, String station, int connectors) {
    this.loop = loop;
    this.recording = recording;
    this.station = station;
    arrivals = new String[connectors + 1];
    registersAtPlug = new double[connectors + 1];
  }

  /** A car has been plugged in, by an arrival or by hand. */
  void plugged(Connector connector, @Nullable String arrival) {
    arrivals[connector.number] = arrival;
    registersAtPlug[connector.number] = connector.trueWh();
    line("plugged", connector, null, 0);
  }

  void unplugged(Connector connector) {
    line("unplugged", connector, null, connector.trueWh() - registersAtPlug[connector.number]);
    arrivals[connector.number] = null;
  }

  void started(Connector connector) {
    line("start", connector, null, connector.trueWh());
  }

  void stopped(Connector connector, Transaction transaction) {
    line("stop", connector, transaction.id(), connector.trueWh());
  }

  private void line(String event, Connector connector, @Nullable Integer transaction, double wh) {
    String arrival = arrivals[connector.number];
    recording.line(loop.now(), "session", json -> {
      json.writeStringField("e", event);
      json.writeStringField("station", station);
      json.writeNumberField("connector", connector.number);
      if (transaction != null) {
        json.writeNumberField("tx", transaction);
      }
      if (arrival != null) {
        json.writeStringField("id", arrival);
      }
      json.writeNumberField("wh", Math.round(wh));
    });
  }
}
