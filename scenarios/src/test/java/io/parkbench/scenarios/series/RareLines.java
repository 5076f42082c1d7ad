package io.parkbench.scenarios.series;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Frame;
import io.parkbench.kernel.FrameFields;
import io.parkbench.kernel.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Lines that a quiet day does not bring, as a recording has them (the table in ARCHITECTURE.md). */
final class RareLines {
  private static final List<List<String>> LINES = List.of(
      List.of("zone", "\"z\":\"main\",\"limit\":[100,100,100],\"kw\":60.5,\"by\":\"tariff\""),
      List.of("breaker", "\"z\":\"main\",\"device\":\"C 63 A\",\"state\":\"overload\",\"s\":12.5,\"heat\":0.4"),
      List.of("trip",
          "\"z\":\"main\",\"device\":\"C 63 A\",\"phase\":2,\"a\":130.5,\"why\":\"overload\",\"since\":1,\"curve\":[[-1,70]]"),
      List.of("breach", "\"z\":\"main\",\"phase\":1,\"a\":66.2,\"limit\":63,\"since\":1"),
      List.of("setpoint",
          "\"station\":\"p1-01\",\"connector\":1,\"tx\":1,\"a\":6,\"why\":{\"rule\":\"floor\",\"text\":\"…\",\"held\":\"room\"}"),
      List.of("bems-log", "\"z\":\"main\",\"wh\":1500,\"kw\":7.5,\"a\":12.5,\"what\":\"link-down\",\"s\":30"),
      List.of("bems", "\"e\":\"alarm-raised\",\"what\":\"meter main\",\"priority\":2,\"category\":\"fault\",\"text\":\"…\""),
      List.of("request", "\"l\":\"bems\",\"s\":0,\"m\":\"GET\",\"p\":\"/zones\",\"status\":200,\"size\":12"),
      List.of("pin", "\"pin\":\"di-1\",\"level\":1"),
      List.of("input", "\"input\":1,\"active\":true,\"source\":\"good\""),
      List.of("fault", "\"e\":\"on\",\"what\":\"half-open\",\"on\":\"p1-01\""),
      List.of("restart", "\"e\":\"stopped\""));

  private static final String STATE_OF_CHARGE = "[2,\"9\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{\"timestamp\":\"t\","
      + "\"sampledValue\":[{\"value\":\"55\",\"measurand\":\"SoC\",\"unit\":\"Percent\"}]}]}]";

  private RareLines() {}

  static void tell(Recording recording, long at) {
    for (List<String> line : LINES) {
      recording.line(at, line.getFirst(), json -> raw(json, line.getLast()));
    }
    Frame frame = new Frame(Frame.Opcode.TEXT, STATE_OF_CHARGE);
    recording.line(at, "frame", new FrameFields("p1-01", Direction.UP, at, frame, false));
  }

  /** The fields as they stand in a file. */
  private static void raw(JsonGenerator json, String fields) {
    try {
      json.writeRaw("," + fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
