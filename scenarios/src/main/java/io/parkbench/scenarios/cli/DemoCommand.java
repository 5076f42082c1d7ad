package io.parkbench.scenarios.cli;

import io.parkbench.gateway.site.SiteException;
import io.parkbench.kernel.RealWorld;
import io.parkbench.plant.arrivals.ArrivalFileException;
import io.parkbench.scenarios.demo.VirtualCarPark;
import io.parkbench.scenarios.demo.world.Dressing;
import io.parkbench.scenarios.demo.world.WorldPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkbench demo}: the virtual car park, in the browser or in the terminal (R-BENCH-7). */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = {"Shows a car park live in the browser.", ""},
    description = {
        "Serves a page on this machine that shows a car park from above, the currents in its zones, and beside it the same site without load"
            + " management. Cars, loads, inputs, faults and scenes are on the page.",
        "With --terminal it is drawn in the terminal instead, without a server."},
    footer = {"", "Examples:", "  parkbench demo --open", "  parkbench demo campus-100 --speed 300 --port 9000",
        "  parkbench demo office --terminal"})
final class DemoCommand implements Callable<Integer> {
  private static final int PORT_MOST = 65_535;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "SITE",
      description = "A ready site or a site file (default: office).") private String siteName = "office";

  @Option(names = "--speed", paramLabel = "X",
      description = "Simulated seconds per second, 1 to 1000 (default: 60).") private double speed = 60;

  @Option(names = "--port", paramLabel = "P",
      description = "Where the page is served; 0 takes a free one (default: 8087).") private int port = 8_087;

  @Option(names = "--bind", paramLabel = "ADDRESS",
      description = "The address to serve at (default: 127.0.0.1). Whoever reaches another one can steer the demo.") private String bind = "127.0.0.1";

  @Option(names = "--open", description = "Opens the page in the browser.") private boolean open;

  @Option(names = "--terminal", description = "Draws in the terminal, without a server.") private boolean terminal;

  @Option(names = "--empty", description = "Nobody comes but by command.") private boolean empty;

  @Option(names = "--seed", paramLabel = "N", description = "The root of all chance (default: 1).") private long seed = 1;

  @Option(names = "--from", paramLabel = "HH:MM",
      description = "The site's time of day at the start (default: 07:00).") private LocalTime from = LocalTime.of(7, 0);

  @Option(names = "--for", paramLabel = "PT2H",
      description = "With --terminal: stop after this simulated time.") private @Nullable Duration length;

  @Override
  public Integer call() throws IOException, SiteException, ArrivalFileException {
    if (!(speed >= 1 && speed <= 1000)) {
      throw new ParameterException(spec.commandLine(), "--speed must be 1 to 1000");
    }
    if (port < 0 || port > PORT_MOST) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to " + PORT_MOST);
    }
    if (terminal) {
      new TerminalDemo(spec.commandLine().getOut(), SiteArgument.load(siteName, spec), seed, from, length, speed, empty).run();
    } else if (length != null) {
      throw new ParameterException(spec.commandLine(), "--for goes with --terminal; the page is served until Ctrl-C");
    } else {
      serve();
    }
    return Parkbench.PASS;
  }

  private void serve() throws IOException, SiteException {
    SiteArgument.load(siteName, spec);
    InetSocketAddress at = new InetSocketAddress(bind, port);
    if (at.isUnresolved()) {
      throw new ParameterException(spec.commandLine(), "--bind: '" + bind + "' is no address of this machine");
    }
    WorldPlan plan = new WorldPlan(Dressing.of(siteName), seed, from, empty);
    try (VirtualCarPark park = VirtualCarPark.open(plan, speed, at);
        Interrupt interrupt = Interrupt.calls(park::close)) {
      String url = String.format(Locale.ROOT, "http://%s:%d/", at.getAddress().isLoopbackAddress() ? "localhost" : bind,
          park.port());
      PrintWriter out = spec.commandLine().getOut();
      out.println("The car park is at " + url + "   (Ctrl-C ends it)");
      out.flush();
      if (open) {
        browse(url);
      }
      park.run();
    }
  }

  /** As each system opens things; where that does not work, people have the address. */
  @RealWorld("another program shows the page")
  private void browse(String url) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String[] command = system.contains("mac") ? new String[] {"open", url}
        : system.contains("win") ? new String[] {"rundll32", "url.dll,FileProtocolHandler", url} : new String[] {"xdg-open", url};
    try {
      new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("no browser could be opened (" + e.getMessage() + "); open " + url + " yourself");
      err.flush();
    }
  }
}
