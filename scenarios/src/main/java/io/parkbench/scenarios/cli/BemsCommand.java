package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.bems.Bems;
import io.parkbench.plant.bems.BemsPlan;
import io.parkbench.plant.bems.Memory;
import io.parkbench.plant.bems.Persona;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.web.PeerCertificate;
import io.parkbench.wire.web.Trust;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkbench bems}: a building's client alone, against a real gateway (R-BENCH-11). */
@Command(
    name = "bems",
    mixinStandardHelpOptions = true,
    header = {"Runs a building's client alone, against any gateway with the REST API.", ""},
    description = {
        "Runs a building-management client alone on the wall clock: logs in to a gateway, finds its zones and",
        "stations, pulls their status and prints a table of it. Changes nothing at the gateway."},
    footer = {
        "",
        "Examples:",
        "  parkbench bems --url https://192.168.0.10 --user building --password-file pw.txt --fingerprint 3F:A2:…",
        "  parkbench bems --url https://gateway:8443 --user building --password-env BEMS_PASSWORD --once"})
final class BemsCommand implements Callable<Integer> {
  private static final int FRAME_BYTES_MAX = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(5);

  @Spec private CommandSpec spec;

  @Option(names = "--url", required = true, paramLabel = "https://…",
      description = "The gateway; the API's path is appended.") private URI url;

  @Option(names = "--user", required = true, paramLabel = "U", description = "A login of role Webservices.") private String user;

  @ArgGroup(multiplicity = "1") private Password password = new Password();

  @Option(names = "--persona", paramLabel = "P", description = "What it plays: ${COMPLETION-CANDIDATES} (default: ebo).",
      completionCandidates = Personas.class) private String persona = Persona.EBO.word();

  @ArgGroup private Mode mode = new Mode();

  @Option(names = "--poll", paramLabel = "S",
      description = "Seconds between two pulls (default: 15).") private int poll = (int) BemsPlan.USUAL_POLL.toSeconds();

  @Option(names = "--heartbeat", paramLabel = "S",
      description = "Seconds between two signs of life (default: none).") private @Nullable Integer heartbeat;

  @Option(names = "--fingerprint", paramLabel = "SHA-256",
      description = "Believe the certificate with this fingerprint alone, whoever signed it.") private @Nullable String fingerprint;

  /** Where the password comes from. */
  static final class Password {
    @Option(names = "--password", required = true, paramLabel = "PW",
        description = "The password; other users of this machine can see it.") private @Nullable String plain;

    @Option(names = "--password-file", required = true, paramLabel = "F",
        description = "A file whose first line is the password.") private @Nullable Path file;

    @Option(names = "--password-env", required = true, paramLabel = "VAR",
        description = "An environment variable that holds the password.") private @Nullable String variable;
  }

  /** How long it stays. */
  static final class Mode {
    @Option(names = "--once",
        description = "Print one table and end; exit code 1 if the gateway cannot be read.") private boolean once;

    @Option(names = "--watch",
        description = "Print a table after each pull until interrupted (the default).") private boolean watch;
  }

  /** The personas there are, for the help. */
  static final class Personas implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Persona.values()).map(Persona::word).iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    boolean secure = secure();
    Endpoint gateway = new Endpoint("bems", url.getHost(), url.getPort() > 0 ? url.getPort() : secure ? 443 : 80, 0);
    BemsPlan plan = BemsPlan.of(Persona.named(persona), user, secret(), ZoneId.of("UTC"))
        .polling(Duration.ofSeconds(poll))
        .beating(heartbeat == null ? null : Duration.ofSeconds(heartbeat));
    PrintWriter out = spec.commandLine().getOut();
    if (!secure) {
      spec.commandLine().getErr().println(
          "parkbench: warning: " + url + " is plain HTTP: password and token travel readable by anybody on the way; use https://");
      spec.commandLine().getErr().flush();
    }
    String pinned = fingerprint;
    if (secure && !isBelieved(gateway, pinned)) {
      return Parkbench.USAGE;
    }
    WallClock time = new WallClock();
    try (Interrupt interrupt = Interrupt.stops(time);
        LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX)) {
      if (pinned != null) {
        net.web().trust(Trust.pinned(pinned));
      }
      Bems bems = new Bems(time.loop(), net.web(), gateway, secure, plan, Memory.lasting(), Recording.NONE);
      BemsTable table = new BemsTable(bems, out);
      bems.start();
      if (mode.once && !mode.watch) {
        boolean settled = time.runUntil(bems::isSettled, time.now() + PATIENCE.toMillis() * 1_000);
        table.print(time.now());
        bems.stop();
        return settled && bems.isLinkUp() ? Parkbench.PASS : Parkbench.FAILED;
      }
      out.println("bems (" + plan.persona().word() + ") pulls " + url + " every " + poll + " s; Ctrl-C ends it");
      out.flush();
      interrupt.after(bems::stop);
      table.watch(time, Duration.ofSeconds(poll));
      time.runUntil(() -> false, Long.MAX_VALUE);
      out.println("bems: goodbye");
      out.flush();
    }
    return Parkbench.PASS;
  }

  /** Whether the gateway may be told the password: its certificate is the one given, or one that this Java believes. */
  private boolean isBelieved(Endpoint gateway, @Nullable String pinned) {
    if (pinned != null) {
      Trust.pinned(pinned);
    }
    PeerCertificate shown;
    try {
      shown = PeerCertificate.of(gateway.host(), gateway.port(), LOOK);
    } catch (IOException notThere) {
      return true; // nobody there, or not yet: the client says so itself, and tries again
    }
    PrintWriter err = spec.commandLine().getErr();
    if (pinned == null) {
      if (!shown.believed()) {
        err.println("parkbench: nobody whom this machine believes has signed the certificate of " + url + ". Its fingerprint is\n  "
            + shown.fingerprint() + "\nIf that is what the gateway itself shows, add --fingerprint with it.");
      }
      return shown.believed();
    }
    boolean same = digits(pinned).equals(digits(shown.fingerprint()));
    if (!same) {
      err.println("parkbench: " + url + " shows another certificate than the one with --fingerprint; its own is\n  "
          + shown.fingerprint()
          + "\nNothing was sent. Find out whether the gateway's certificate was changed before you believe it.");
    }
    return same;
  }

  private static String digits(String fingerprint) {
    return fingerprint.replace(":", "").toUpperCase(Locale.ROOT);
  }

  private boolean secure() {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean known = scheme.equals("https") || scheme.equals("http");
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    if (!known || url.getHost() == null || !path.matches("/?|/api/v2/?") || url.getRawQuery() != null
        || url.getUserInfo() != null) {
      throw new ParameterException(spec.commandLine(), "--url is https://HOST[:PORT], not " + url);
    }
    if (fingerprint != null && scheme.equals("http")) {
      throw new ParameterException(spec.commandLine(), "--fingerprint needs an https:// URL: plain HTTP has no certificate");
    }
    return scheme.equals("https");
  }

  private String secret() throws IOException {
    if (password.file != null) {
      return Files.readString(password.file).lines().findFirst().orElse("");
    }
    if (password.variable != null) {
      String value = System.getenv(password.variable);
      if (value == null) {
        throw new ParameterException(spec.commandLine(), "the environment variable " + password.variable + " is not set");
      }
      return value;
    }
    return String.valueOf(password.plain);
  }
}
