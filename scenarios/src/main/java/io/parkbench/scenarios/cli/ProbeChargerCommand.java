package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.make.StationMakeFile;
import io.parkbench.rigs.Recorder;
import io.parkbench.rigs.file.Driver;
import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import io.parkbench.scenarios.probe.charger.ChargerBattery;
import io.parkbench.scenarios.probe.charger.ChargerSheet;
import io.parkbench.scenarios.probe.charger.ChargerUnderTest;
import io.parkbench.scenarios.probe.charger.Pace;
import io.parkbench.scenarios.probe.charger.Plug;
import io.parkbench.scenarios.probe.charger.VirtualCharger;
import io.parkbench.wire.LiveNet;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkbench probe charger}: learns a charger, real or of anybody's making. */
@Command(
    name = "charger",
    mixinStandardHelpOptions = true,
    header = {"Learns a charger into a model for the twin.", ""},
    description = {
        "Waits as a central system for the charger to connect by OCPP 1.6J, puts a battery of probes to it, and leaves a sheet for people",
        "(probe.html, with the frames that prove each verdict) and a model file that a site file's stations[].model can name.",
        "In a terminal it asks for the plug to be moved; with --ev an EV simulator moves it, and without either it tries what goes by",
        "remote start alone.",
        "Probes that could endanger hardware are off unless asked for."},
    footer = {
        "",
        "Examples:",
        "  parkbench probe charger --identity CP-1 --port 8887          then point the charger to ws://THIS-MACHINE:8887/",
        "  parkbench probe charger --identity CP-1 --pace quick --ev localhost:7001 --model-name acme-22",
        "  parkbench probe charger --identity V --virtual generic-22kw --quirk whole-amps-only    what it looks like, in seconds",
        "",
        "Exit codes: 0 probed, whatever was found, 1 the charger did not connect or no probe could tell anything, 2 wrong usage."})
final class ProbeChargerCommand implements Callable<Integer> {
  private static final int FRAME_BYTES_MAX = 1024 * 1024;
  private static final int PORT_MAX = 65_535;

  @Spec private CommandSpec spec;

  @Option(names = "--identity", required = true, paramLabel = "ID",
      description = "The charger's OCPP box identity: the last segment of the address it dials.") private String identity;

  @Option(names = "--host", paramLabel = "H",
      description = "The address to listen at (default: all).") private @Nullable String host;

  @Option(names = "--port", paramLabel = "P",
      description = "The port to listen at; 0 takes a free one (default: 8887).") private int port = 8887;

  @Option(names = "--wait", paramLabel = "S",
      description = "How long to wait for the charger to connect, in s (default: 600).") private int wait = 600;

  @Option(names = "--pace", paramLabel = "PACE",
      description = "thorough (well over an hour, sees all), quick (about ten minutes) or brief (seconds, for software; default: thorough).") private Pace pace = Pace.THOROUGH;

  @Option(names = "--also", paramLabel = "risky",
      description = "Also the probes that could endanger hardware; the sheet says which these are and why.") private @Nullable String also;

  @Option(names = "--model-name", paramLabel = "NAME",
      description = "What site files are to call the model (default: the identity, in small letters).") private @Nullable String name;

  @Option(names = "--virtual", paramLabel = "M",
      description = "Probe a simulated charger of this model instead, in virtual time: ${COMPLETION-CANDIDATES}, or a model file (.json).",
      completionCandidates = ChargerCommand.Models.class) private @Nullable String virtual;

  @Option(names = "--quirk", paramLabel = "Q",
      description = "What the simulated charger does, any number.") private List<String> quirks = new ArrayList<>();

  @Option(names = "--ev", paramLabel = "HOST:PORT",
      description = "What moves the plug, by lines of JSON (rigs/README.md); otherwise the terminal asks for it.") private @Nullable String ev;

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where sheet and model go (default: runs/probe-DATE-TIME).") private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    check();
    PrintWriter text = spec.commandLine().getOut();
    if (virtual != null) {
      List<Quirk> traits = new ArrayList<>(ChargerFile.quirks(virtual));
      quirks.forEach(word -> traits.add(Quirk.named(word)));
      VirtualCharger charger = new VirtualCharger(identity, ChargerFile.model(virtual), traits);
      ChargerUnderTest under = charger.underTest(pace);
      charger.start();
      return probe(under, text);
    }
    WallClock time = new WallClock();
    try (Interrupt interrupt = Interrupt.stops(time);
        LiveNet net = new LiveNet(time, new Seed(1), Recorder.hashOnly(), FRAME_BYTES_MAX);
        DriverPlug driver = ev == null ? null : new DriverPlug(time, Driver.Lines.of(ev), text::println)) {
      Plug plug = driver != null ? driver : Terminal.isThere() ? new ConsolePlug(time, text) : Plug.nobody();
      ChargerUnderTest under = new ChargerUnderTest(time, net, identity, plug, pace);
      int bound = net.bind(host == null ? new InetSocketAddress(port) : new InetSocketAddress(host, port));
      text.println("waiting for " + identity + " at ws://" + (host == null ? "THIS-MACHINE" : host) + ":" + bound + "/" + identity
          + ", up to " + wait + " s; Ctrl-C ends it");
      text.flush();
      interrupt.after(() -> {});
      return probe(under, text);
    }
  }

  private void check() {
    if (!identity.matches("[^\\s/?#%]+")) {
      throw new ParameterException(spec.commandLine(), "--identity is an OCPP box identity: no spaces, none of / ? # %");
    }
    if (port < 0 || port > PORT_MAX) {
      throw new ParameterException(spec.commandLine(), "--port is 0 to " + PORT_MAX);
    }
    if (wait < 1) {
      throw new ParameterException(spec.commandLine(), "--wait is 1 or more");
    }
    if (also != null && !also.equals("risky")) {
      throw new ParameterException(spec.commandLine(), "--also knows 'risky' only");
    }
    if (virtual != null && ev != null) {
      throw new ParameterException(spec.commandLine(), "--ev is for a real charger: a simulated one has its own");
    }
    if (virtual == null && !quirks.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--quirk is for --virtual: a real charger has its own");
    }
    if (!modelName().matches("[A-Za-z0-9._+-]{1,60}")) {
      throw new ParameterException(spec.commandLine(), "give the model a --model-name of letters, digits, . _ + -");
    }
  }

  private String modelName() {
    return name == null ? identity.toLowerCase(Locale.ROOT) : name;
  }

  private int probe(ChargerUnderTest charger, PrintWriter text) throws IOException {
    if (!charger.connects(wait * Micros.SECOND)) {
      text.println("nobody connected as " + identity + " within " + wait
          + " s: is the charger's address right, with " + identity + " as its last part, and does no firewall stand between?");
      text.flush();
      return Parkbench.FAILED;
    }
    List<Result> results = ProbeRun.put(ChargerBattery.battery(), charger, also != null, identity);
    Sheet sheet = ChargerSheet.of(charger, identity, results, Repeat.of(spec));
    return ProbeRun.leave(OutFolder.of(out, "probe"), sheet, modelName(),
        StationMakeFile.write(ChargerSheet.make(charger, modelName(), sheet)),
        "put it next to a site file, and write model: " + modelName(), text);
  }
}
