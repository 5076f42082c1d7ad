package io.parkbench.scenarios.cli;

import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarFile;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.charger.ChargePointModel;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.plant.charger.DrawListener;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.Recorder;
import io.parkbench.rigs.ev.EvService;
import io.parkbench.rigs.ev.SoftwareEv;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.web.WebLimits;
import io.parkbench.wire.web.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkbench charger}: one simulated charger alone. */
@Command(
    name = "charger",
    mixinStandardHelpOptions = true,
    header = {"Runs one simulated charger alone, for any central system.", ""},
    description = {
        "Runs one simulated charger alone on the wall clock, for any OCPP 1.6J central system.",
        "Stays up until interrupted, dials again by itself, and logs frames and currents."},
    footer = {
        "",
        "Example:",
        "  parkbench charger --url ws://localhost:8887/ --id CP-1 --plug-in compact-11kw",
        "  parkbench charger --url ws://localhost:8887/ --id CP-1 --ev-port 8090",
        "  curl http://localhost:8090/ev -d '{\"do\": \"connect\", \"amps\": 16, \"card\": \"CARD-1\"}'",
        "  parkbench charger --url ws://localhost:8887/ --id DESK-1 --driver-port 7001 --reference-port 5021"})
final class ChargerCommand implements Callable<Integer> {
  private static final int FRAME_BYTES_MAX = 1024 * 1024;

  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "ws://…",
      description = "The central system; the identity is appended as the last segment of the path.") private URI url;

  @Option(names = "--id", required = true, paramLabel = "ID", description = "The OCPP box identity.") private String identity;

  @Option(names = "--model", paramLabel = "M",
      description = "The station's make: ${COMPLETION-CANDIDATES}, or a model file (.json).",
      completionCandidates = Models.class) private String model = ChargerModels.names().getFirst();

  @Option(
      names = "--plug-in",
      paramLabel = "CAR",
      description = "Plug this car into connector 1 once the station is registered: ${COMPLETION-CANDIDATES}, or a model file (.json).",
      completionCandidates = Cars.class) private @Nullable String car;

  @Option(names = "--kwh", paramLabel = "E", description = "The energy the car wants (default: 40).") private double kwh = 40;

  @Option(names = "--card", paramLabel = "TAG",
      description = "The card its driver shows (default: CARD-1).") private String card = "CARD-1";

  @Option(names = "--driver-port", paramLabel = "P",
      description = "Take cars in and out by lines of JSON at this TCP port of this machine, as a rig's EV simulator does; 0 takes a free one.") private @Nullable Integer driverPort;

  @Option(names = "--reference-port", paramLabel = "P",
      description = "Serve a PM5320 meter around connector 1 at this Modbus TCP port (unit 255), as a rig's reference meter; 0 takes a free one.") private @Nullable Integer referencePort;

  @Option(names = "--ev-port", paramLabel = "P",
      description = "Put an EV simulator at connector 1 that is worked over HTTP at this port of this machine (GET and POST /ev), in place of a "
          + "car; 0 takes a free one.") private @Nullable Integer evPort;

  @Option(names = "--record", paramLabel = "FILE",
      description = "Record everything into this file (.jsonl.zst).") private @Nullable Path record;

  @Option(names = {"-q", "--quiet"}, description = "Do not log frames.") private boolean quiet;

  /** The makes there are, for the help. */
  static final class Models implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return ChargerModels.names().iterator();
    }
  }

  /** The cars there are, for the help. */
  static final class Cars implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return CarModel.names().iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    ChargePointModel make = ChargerFile.model(model);
    CarModel kind = car == null ? null : CarFile.named(car, Path.of(""));
    if (!(kwh > 0)) {
      throw new ParameterException(spec.commandLine(), "--kwh must be above 0");
    }
    if (!identity.matches("\\S+")) {
      throw new ParameterException(spec.commandLine(), "--id is an OCPP box identity: not empty, no spaces");
    }
    if (evPort != null && car != null) {
      throw new ParameterException(spec.commandLine(), "--plug-in and --ev-port both want connector 1: leave one out");
    }
    PrintWriter out = spec.commandLine().getOut();
    FrameWords words = new FrameWords(System.out.charset());
    WallClock time = new WallClock();
    try (Interrupt interrupt = Interrupt.stops(time);
        JsonLines lines = record == null ? Recorder.hashOnly() : Recorder.to(record)) {
      FrameLog log = new FrameLog(lines, out, !quiet, words);
      LiveNet net = new LiveNet(time, new Seed(1), log, FRAME_BYTES_MAX);
      net.dialTo(url);
      ConnectorFeeder feeder = new ConnectorFeeder(time);
      DrawListener draws = (connector, amps, conductors) -> {
        feeder.draw(connector, amps, conductors);
        log.say(
            time.now(),
            String.format(Locale.ROOT, "%s/%d draws %.1f A on %s", identity, connector, amps, conductors(conductors)));
      };
      ChargePoint charger = new ChargePoint(time.loop(), net, identity, make, draws, log, new Seed(1).fork(identity + "/charger"));
      for (Quirk quirk : ChargerFile.quirks(model)) {
        charger.quirk(quirk, true);
      }
      out.println("charger " + identity + " (" + make.name() + ") dials " + url + " until it is let in; Ctrl-C ends it");
      out.println(words.legend());
      out.flush();
      if (referencePort != null) {
        out.println("its reference meter is at localhost:" + feeder.serve(net.modbus(), time, referencePort));
      }
      DriverPort driver = driverPort == null ? null : new DriverPort(time, driverPort, charger);
      if (driver != null) {
        out.println("cars come and go by lines of JSON at localhost:" + driver.port());
      }
      out.flush();
      charger.start();
      interrupt.after(charger::stop);
      WebServer ev = evPort == null ? null : WebServer.plain(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), evPort), WebLimits.PUBLIC, time::post,
          new EvService(new SoftwareEv(charger, 1)));
      if (ev != null) {
        out.println("an EV simulator is at connector 1: http://localhost:" + ev.plainPort() + "/ev");
        out.flush();
      }
      if (kind != null && time.runUntil(charger::isOnline, Long.MAX_VALUE)) {
        charger.plug(1, new Car(kind, 0.2, kwh * 1_000), card);
      }
      time.runUntil(() -> false, Long.MAX_VALUE);
      if (ev != null) {
        ev.close();
      }
      net.close();
      out.println("charger " + identity + ": goodbye");
      out.flush();
    }
    return Parkbench.PASS;
  }

  private static String conductors(int conductors) {
    return conductors == 1 ? "1 conductor" : conductors + " conductors";
  }
}
