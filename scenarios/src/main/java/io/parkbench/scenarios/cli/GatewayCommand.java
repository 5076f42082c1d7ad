package io.parkbench.scenarios.cli;

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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkbench gateway}: the gateway alone. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    header = {"Runs the gateway alone, for real chargers.", ""},
    description = {
        "Runs the gateway alone on the wall clock, for any OCPP 1.6J charger: point it at",
        "ws://THIS-HOST:PORT/ and it appends its identity. Stays up until interrupted; logs frames.",
        "With --api-port it serves the REST API and a page to try it; at first start it shows a code to make",
        "the first administrator with. A change of the site over the API never touches the --site file."},
    footer = {"", "Example:", "  parkbench gateway --site office --ocpp-port 8887",
        "  parkbench gateway --site my.yaml --ocpp-port 8887 --api-port 8443 --state /var/lib/parkbench"})
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

  @Option(names = "--api-port", paramLabel = "P",
      description = "Serve the REST API over HTTPS at this port; 0 takes a free one (default: no API).") private @Nullable Integer apiPort;

  @Option(names = "--http-port", paramLabel = "P",
      description = "Show those who come without TLS the way to HTTPS at this port (default: none).") private @Nullable Integer httpPort;

  @Option(names = "--state", paramLabel = "DIR",
      description = "Where logins, the certificate (tls/) and a site changed over the API (site.yaml) are kept "
          + "(default: parkbench-gateway in the user's data folder).") private @Nullable Path state;

  @Option(names = "--record", paramLabel = "FILE",
      description = "Record everything into this file (.jsonl.zst).") private @Nullable Path record;

  @Option(names = {"-q", "--quiet"}, description = "Do not log frames.") private boolean quiet;

  @Override
  public Integer call() throws IOException, SiteException {
    if (apiPort == null && (httpPort != null || state != null)) {
      throw new ParameterException(spec.commandLine(), "--http-port and --state are for the API: add --api-port");
    }
    PrintWriter out = spec.commandLine().getOut();
    GatewayState kept = apiPort == null ? null : GatewayState.in(state == null ? GatewayState.usual() : state);
    Site changed = kept == null ? null : kept.site();
    Site site = changed == null ? SiteArgument.load(siteName, spec) : changed;
    if (kept != null && changed != null) {
      out.println(
          "the site is " + kept.siteFile() + ", as it was changed over the API; remove that file to begin with --site again");
    }
    FrameWords words = new FrameWords(System.out.charset());
    WallClock time = new WallClock();
    try (Interrupt interrupt = Interrupt.stops(time);
        JsonLines lines = record == null ? Recorder.hashOnly() : Recorder.to(record)) {
      FrameLog log = new FrameLog(lines, out, !quiet, words);
      LiveNet net = new LiveNet(time, new Seed(1), log, FRAME_BYTES_MAX);
      int bound = net.bind(address(port));
      GatewayHost host = new GatewayHost(time, net, log, kept == null || apiPort == null ? null
          : new GatewayHost.Served(kept,
              ApiServer.open(net, kept.identity(), address(apiPort), httpPort == null ? null : address(httpPort)),
              line -> {
                out.println(line);
                out.flush();
              }));
      out.println(
          "gateway of " + site.name() + ": stations dial ws://" + (bind == null ? "localhost" : bind) + ":" + bound
              + "/IDENTITY; Ctrl-C ends it");
      out.println(words.legend());
      out.flush();
      host.start(site);
      interrupt.after(host::close);
      time.runUntil(() -> false, Long.MAX_VALUE);
      net.close();
      out.println("gateway of " + site.name() + ": goodbye");
      out.flush();
    }
    return Parkbench.PASS;
  }

  private InetSocketAddress address(int at) {
    return bind == null ? new InetSocketAddress(at) : new InetSocketAddress(bind, at);
  }
}
