package io.parkbench.scenarios.cli;

import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.rigs.Recorder;
import io.parkbench.wire.LiveNet;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parkbench gateway}: the gateway alone. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    header = {"Runs the gateway alone, for real chargers.", ""},
    description = {
        "Runs the gateway alone on the wall clock, for any OCPP 1.6J charger: point it at",
        "ws://THIS-HOST:PORT/ and it appends its identity. Stays up until interrupted; logs frames."},
    footer = {"", "Example:", "  parkbench gateway --site office --ocpp-port 8887"})
final class GatewayCommand implements Callable<Integer> {
  /** Far above any message of OCPP 1.6, far below what could hurt. */
  private static final int FRAME_BYTES_MAX = 128 * 1024;

  @Spec private CommandSpec spec;

  @Option(names = "--site", required = true, paramLabel = "F",
      description = "A ready site or a site file.") private String siteName;

  @Option(names = "--ocpp-port", required = true, paramLabel = "P",
      description = "The port stations dial; 0 takes a free one.") private int port;

  @Option(names = "--bind", paramLabel = "ADDR",
      description = "The address to listen on (default: all).") private @Nullable String bind;

  @Option(names = "--record", paramLabel = "FILE",
      description = "Record everything into this file (.jsonl.zst).") private @Nullable Path record;

  @Option(names = {"-q", "--quiet"}, description = "Do not log frames.") private boolean quiet;

  @Override
  public Integer call() throws IOException, SiteException {
    Site site = SiteArgument.load(siteName, spec);
    PrintWriter out = spec.commandLine().getOut();
    FrameWords words = new FrameWords(System.out.charset());
    WallClock time = new WallClock();
    try (Interrupt interrupt = Interrupt.stops(time);
        JsonLines lines = record == null ? Recorder.hashOnly() : Recorder.to(record)) {
      FrameLog log = new FrameLog(lines, out, !quiet, words);
      LiveNet net = new LiveNet(time, new Seed(1), log, FRAME_BYTES_MAX);
      int bound = net.bind(bind == null ? new InetSocketAddress(port) : new InetSocketAddress(bind, port));
      Gateway gateway = new Gateway(time.loop(), site, net, log);
      gateway.onNotice(notice -> log.say(notice.at(), notice.station() + ": " + notice.text()));
      out.println(
          "gateway of " + site.name() + ": stations dial ws://" + (bind == null ? "localhost" : bind) + ":" + bound
              + "/IDENTITY; Ctrl-C ends it");
      out.println(words.legend());
      out.flush();
      gateway.start();
      interrupt.after(gateway::close);
      time.runUntil(() -> false, Long.MAX_VALUE);
      net.close();
      out.println("gateway of " + site.name() + ": goodbye");
      out.flush();
    }
    return Parkbench.PASS;
  }
}
