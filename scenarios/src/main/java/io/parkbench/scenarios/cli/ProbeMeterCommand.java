package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.SerialLine;
import io.parkbench.kernel.WallClock;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModelFile;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.rigs.Recorder;
import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import io.parkbench.scenarios.probe.meter.Door;
import io.parkbench.scenarios.probe.meter.Expected;
import io.parkbench.scenarios.probe.meter.MeterBattery;
import io.parkbench.scenarios.probe.meter.MeterTwin;
import io.parkbench.scenarios.probe.meter.MeterUnderTest;
import io.parkbench.scenarios.probe.meter.TcpDoor;
import io.parkbench.wire.LiveNet;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench probe meter}: learns a power meter, real or of anybody's making. */
@Command(
    name = "meter",
    mixinStandardHelpOptions = true,
    header = {"Learns a power meter into a model for the twin.", ""},
    description = {
        "Asks the meter as a Modbus master, puts a battery of probes to it, and leaves a sheet for people (probe.html, with the requests and",
        "replies that prove each verdict), the model by which it is read right, and what its twin has to mislead by. Nothing is written to it.",
        "The more current flows meanwhile, the more can be told."},
    footer = {
        "",
        "Examples:",
        "  parkbench probe meter tcp:192.168.0.40:502 --unit 255 --model PM5320",
        "  parkbench probe meter 'rtu:/dev/ttyUSB0?baud=19200' --unit 3 --model NSX --expect 46,47,45",
        "",
        "Exit codes: 0 probed, whatever was found, 1 nothing could be told, 2 wrong usage."})
final class ProbeMeterCommand implements Callable<Integer> {
  private static final int FRAME_BYTES_MAX = 64 * 1024;
  private static final int PORT_MAX = 65_535;
  private static final int UNIT_MAX = 255;
  private static final int MODBUS_PORT = 502;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "tcp:HOST:PORT",
      description = "Where it is asked: tcp:HOST:PORT, or rtu:PATH?baud=19200&parity=even&stop=1.") private String where;

  @Option(names = "--unit", paramLabel = "U",
      description = "The Modbus unit id, 0 to 255 (default: 255 by TCP, 1 by RTU).") private @Nullable Integer unit;

  @Option(names = "--model", paramLabel = "M",
      description = "Whose registers it should have: ${COMPLETION-CANDIDATES}, or a model file (default: PM5320).",
      completionCandidates = MeterCommand.Models.class) private String model = "PM5320";

  @Option(names = "--expect", paramLabel = "A,B,C", split = ",",
      description = "The currents of L1, L2, L3 that another instrument shows, A.") private double[] expect = {};

  @Option(names = "--watch", paramLabel = "S",
      description = "How long its energy is watched, in s (default: 60).") private int watch = 60;

  @Option(names = "--model-name", paramLabel = "NAME",
      description = "What site files are to call the model (default: probed-meter).") private String name = "probed-meter";

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where sheet and model go (default: runs/probe-DATE-TIME).") private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    MeterModel probed = model();
    Endpoint endpoint = endpoint();
    if (watch < 1) {
      throw new ParameterException(spec.commandLine(), "--watch is 1 or more");
    }
    Expected expected = expected();
    PrintWriter text = spec.commandLine().getOut();
    WallClock time = new WallClock();
    try (Interrupt interrupt = Interrupt.stops(time);
        LiveNet net = new LiveNet(time, new Seed(1), Recorder.hashOnly(), FRAME_BYTES_MAX)) {
      interrupt.after(() -> {});
      Door door = endpoint.port() == 0 ? Door.NONE : new TcpDoor(new InetSocketAddress(endpoint.host(), endpoint.port()));
      MeterUnderTest meter = new MeterUnderTest(time, net.exchange(), endpoint, probed, expected, door, watch * Micros.SECOND);
      return probe(meter, text);
    }
  }

  private int probe(MeterUnderTest meter, PrintWriter text) throws IOException {
    List<Result> results = ProbeRun.put(MeterBattery.battery(), meter, false, where);
    Sheet sheet = MeterTwin.sheet(meter, results, Repeat.of(spec));
    MeterTwin twin = MeterTwin.of(meter, name, sheet);
    int code = ProbeRun.leave(OutFolder.of(out, "probe"), sheet, name, MeterModelFile.write(twin.model()),
        "read by it; --model-file, or meter_models of a site file", text);
    text.println("twin:  plant.meters entry of a meter of model " + meter.model().name() + ": " + twin.twin());
    text.flush();
    return code;
  }

  private MeterModel model() throws IOException {
    MeterModel built = MeterModels.named(model);
    if (built != null) {
      return built;
    }
    Path file = Path.of(model);
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "no meter model is called " + model + "; there are "
          + String.join(", ", MeterModels.names()) + ", or give a file");
    }
    return MeterModelFile.read(model, Files.readString(file));
  }

  private Expected expected() {
    try {
      return expect.length == 0 ? Expected.NOTHING : new Expected(Arrays.stream(expect).boxed().toList());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--expect: " + e.getMessage());
    }
  }

  private Endpoint endpoint() {
    if (unit != null && (unit < 0 || unit > UNIT_MAX)) {
      throw new ParameterException(spec.commandLine(), "--unit is 0 to 255");
    }
    if (where.startsWith("rtu:")) {
      try {
        SerialLine.parse(where.substring(4));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), where + ": " + e.getMessage());
      }
      return new Endpoint(where, where.substring(4), 0, unit == null ? 1 : unit);
    }
    String place = where.startsWith("tcp:") ? where.substring(4) : "";
    int colon = place.lastIndexOf(':');
    String host = colon < 0 ? place : place.substring(0, colon);
    String port = colon < 0 ? String.valueOf(MODBUS_PORT) : place.substring(colon + 1);
    if (host.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > PORT_MAX) {
      throw new ParameterException(spec.commandLine(),
          "'" + where + "' is no place; write tcp:HOST:PORT or rtu:/dev/ttyUSB0?baud=19200");
    }
    return new Endpoint(where, host, Integer.parseInt(port), unit == null ? UNIT_MAX : unit);
  }
}
