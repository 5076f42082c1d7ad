package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.scenarios.central.PlainCentral;
import io.parkbench.wire.LiveNet;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parkbench plain-central}: the negative control of {@code run --gateway}. */
@Command(
    name = "plain-central",
    hidden = true,
    mixinStandardHelpOptions = true,
    header = {"Runs a central system without load management, for the suite to fail against.", ""},
    description = {
        "Runs an OCPP 1.6J central system that takes in every station, authorises every card and never sends a",
        "charging profile. 'parkbench run --gateway url:…' against it must fail what is about load management,",
        "and nothing else. Stays up until interrupted."},
    footer = {
        "",
        "Example:",
        "  parkbench plain-central --port 8888",
        "  parkbench run features/release --gateway 'url:ws://localhost:8888/{scenario}/'"})
final class PlainCentralCommand implements Callable<Integer> {
  private static final int FRAME_BYTES_MAX = 128 * 1024;

  @Spec private CommandSpec spec;

  @Option(names = "--port", required = true, paramLabel = "P",
      description = "The port stations dial; 0 takes a free one.") private int port;

  @Option(names = "--refuse-station", paramLabel = "ID",
      description = "An identity that is not let in (default: stranger).") private List<String> strangers = List.of("stranger");

  @Option(names = "--refuse-card", paramLabel = "TAG",
      description = "A card that may not charge (default: BLOCKED).") private List<String> cards = List.of("BLOCKED");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    WallClock time = new WallClock();
    try (Interrupt interrupt = Interrupt.stops(time);
        LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX)) {
      net.listen(new PlainCentral(time, Set.copyOf(new LinkedHashSet<>(strangers)), Set.copyOf(new LinkedHashSet<>(cards))));
      int bound = net.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      out.println("plain central system: stations dial ws://127.0.0.1:" + bound + "/IDENTITY; Ctrl-C ends it");
      out.flush();
      time.runUntil(() -> false, Long.MAX_VALUE);
    }
    return Parkbench.PASS;
  }
}
