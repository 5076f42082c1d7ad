package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Seed;
import io.parkbench.kernel.SerialLine;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.meter.MeterDevice;
import io.parkbench.plant.meter.MeterSetup;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.plant.meter.SteadyFeeder;
import io.parkbench.plant.meter.VirtualMeter;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModelFile;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.protocol.meter.Point;
import io.parkbench.wire.modbus.LiveModbus;
import io.parkbench.wire.modbus.SlaveHabits;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkbench meter}: one simulated power meter alone. */
@Command(
    name = "meter",
    mixinStandardHelpOptions = true,
    header = {"Runs one simulated power meter alone, for any Modbus master.", ""},
    description = {
        "Runs one simulated power meter alone on the wall clock, for any Modbus master: TCP, or RTU on a",
        "serial line. Says what it shows in which registers, and who asks for what. Stays up until interrupted."},
    footer = {
        "",
        "Examples:",
        "  parkbench meter --model PM5320 --port 5020 --currents 46.5,47.25,45",
        "  parkbench meter --model NSX --serial '/dev/ttyUSB0?baud=9600' --unit 3",
        "  parkbench meter --model MTZ --port 5020 --trap word-swap"})
final class MeterCommand implements Callable<Integer> {
  private static final int UNIT_TCP = 255;
  private static final int UNIT_SERIAL = 1;
  private static final int UNIT_SERIAL_MAX = 247;
  private static final int PHASES = 3;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1") private Make make = new Make();

  @ArgGroup(multiplicity = "1") private Place place = new Place();

  @Option(names = "--host", paramLabel = "H",
      description = "The address to serve at (default: all).") private @Nullable String host;

  @Option(names = "--unit", paramLabel = "U",
      description = "The Modbus unit id (default: 255 over TCP, 1 on a serial line).") private @Nullable Integer unit;

  @Option(names = "--currents", paramLabel = "A,B,C", split = ",",
      description = "The currents of L1, L2, L3 in A; negative ones are exported (default: 10,10,10).") private double[] currents = {
          10, 10, 10};

  @Option(names = "--kwh", paramLabel = "E", description = "The energy counted before (default: 0).") private double kwh;

  @Option(names = "--trap", paramLabel = "T", description = "How it misleads, any number of: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Traps.class, converter = TrapConverter.class) private List<MeterTrap> traps = new ArrayList<>();

  /** Whose registers it has. */
  static final class Make {
    @Option(names = "--model", required = true, paramLabel = "M", description = "A built-in model: ${COMPLETION-CANDIDATES}.",
        completionCandidates = Models.class) private @Nullable String name;

    @Option(names = "--model-file", required = true, paramLabel = "F",
        description = "A custom model (JSON).") private @Nullable Path file;
  }

  /** Where it is asked. */
  static final class Place {
    @Option(names = "--port", required = true, paramLabel = "P",
        description = "The TCP port; 0 takes a free one.") private @Nullable Integer port;

    @Option(names = "--serial", required = true, paramLabel = "PATH",
        description = "A serial device instead, as PATH?baud=19200&parity=even&stop=1.") private @Nullable String line;
  }

  /** The models there are, for the help. */
  static final class Models implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return MeterModels.names().iterator();
    }
  }

  /** The traps there are, for the help. */
  static final class Traps implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(MeterTrap.values()).map(MeterTrap::word).iterator();
    }
  }

  /** Reads a trap by its word. */
  static final class TrapConverter implements picocli.CommandLine.ITypeConverter<MeterTrap> {
    @Override
    public MeterTrap convert(String word) {
      try {
        return MeterTrap.named(word);
      } catch (IllegalArgumentException e) {
        throw new picocli.CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    MeterModel model = model();
    int unit = checkedUnit();
    if (currents.length != PHASES || !Arrays.stream(currents).allMatch(Double::isFinite)) {
      throw new ParameterException(spec.commandLine(), "--currents are three, such as 46.5,47.25,45");
    }
    if (!(kwh >= 0 && kwh < Double.POSITIVE_INFINITY)) {
      throw new ParameterException(spec.commandLine(), "--kwh must be 0 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    WallClock time = new WallClock();
    try (Interrupt interrupt = Interrupt.stops(time); LiveModbus modbus = new LiveModbus(time)) {
      SteadyFeeder feeder = new SteadyFeeder(currents, kwh * 1_000, time.now());
      VirtualMeter meter = new VirtualMeter(MeterSetup.of(model).withClass(0), feeder, time.loop(), new Seed(1).fork("meter"));
      traps.forEach(trap -> meter.trap(trap, true));
      MeterDevice device = new MeterDevice(MeterDevice.Unknown.SILENT);
      device.put(unit, meter);
      AskLog log = new AskLog(device, out);
      out.println("meter " + model.name() + ", unit " + unit + ", is asked " + serve(modbus, log) + "; Ctrl-C ends it");
      describe(model, out);
      interrupt.after(() -> {});
      time.runUntil(() -> false, Long.MAX_VALUE);
      out.println("meter " + model.name() + ": goodbye");
      out.flush();
    }
    return Parkbench.PASS;
  }

  private MeterModel model() throws IOException {
    if (make.file != null) {
      return MeterModelFile.read(make.file.toString(), Files.readString(make.file));
    }
    String name = String.valueOf(make.name);
    MeterModel model = MeterModels.named(name);
    if (model == null) {
      throw new ParameterException(spec.commandLine(), "no meter model is called " + name + "; there are "
          + String.join(", ", MeterModels.names()) + ", or give your own with --model-file");
    }
    return model;
  }

  private int checkedUnit() {
    int most = place.line == null ? MeterDevice.GATEWAY : UNIT_SERIAL_MAX;
    int chosen = unit != null ? unit : place.line == null ? UNIT_TCP : UNIT_SERIAL;
    if (chosen < 1 || chosen > most) {
      throw new ParameterException(spec.commandLine(), "--unit is 1 to " + most + (place.line == null ? "" : " on a serial line"));
    }
    return chosen;
  }

  /** Serves the device, and says where. */
  private String serve(LiveModbus modbus, AskLog device) {
    if (place.line != null) {
      modbus.serveOn(SerialLine.parse(place.line), device);
      return "on the serial line " + place.line;
    }
    int port = place.port == null ? 0 : place.port;
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port is 0 to 65535");
    }
    int bound = modbus.serveAt(host == null ? new InetSocketAddress(port) : new InetSocketAddress(host, port), device, habits());
    return "at " + (host == null ? "localhost" : host) + ":" + bound;
  }

  /** What its traps do to connections. */
  private SlaveHabits habits() {
    return new SlaveHabits(
        traps.contains(MeterTrap.SPLIT_FRAMES) ? 3 : 0,
        traps.contains(MeterTrap.MERGED_FRAMES) ? 2 : 1,
        traps.contains(MeterTrap.IDLE_CLOSE) ? Duration.ofSeconds(1) : Duration.ZERO,
        traps.contains(MeterTrap.FEW_CONNECTIONS) ? 1 : 0);
  }

  private void describe(MeterModel model, PrintWriter out) {
    out.println(
        String.format(Locale.ROOT, "  %-12s  %8s  %7s  %-7s  %-7s  %s", "quantity", "register", "address", "table", "format",
            "one is, in A, W or Wh"));
    for (Point point : model.points()) {
      out.println(String.format(Locale.ROOT, "  %-12s  %8d  %7d  %-7s  %-7s  %s", point.quantity().text(), point.register(),
          model.wireAddress(point), point.type().text(), point.format().text(), point.scale()));
    }
    out.println("  words and bytes: " + model.wordOrder());
    for (MeterTrap trap : traps) {
      out.println("  trap " + trap + " (" + trap.id() + "): it " + trap.sentence());
    }
    out.flush();
  }
}
