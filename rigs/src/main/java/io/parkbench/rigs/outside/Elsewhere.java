package io.parkbench.rigs.outside;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Time;
import io.parkbench.plant.input.Contact;
import io.parkbench.plant.world.Plant;
import io.parkbench.rigs.BenchAccounts;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.BuiltInGateway;
import io.parkbench.rigs.GatewaySide;
import io.parkbench.rigs.InsideException;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.web.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A gateway under test that runs elsewhere, for one scenario: stations dial it, it reads the bench's meters at real ports and the bench's
 * contacts in files, and is asked over its REST API. The bench knows nothing else of it.
 */
public final class Elsewhere implements GatewaySide {
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final int ANSWERS_WITHIN_MS = 5_000;
  private static final String ADMINISTRATOR = "parkbench";

  private final GatewayChoice choice;
  private final Path folder;
  private final String scenario;
  private final BenchPlan plan;
  private final Time time;
  private final LiveNet net;
  private @Nullable GatewayProcess process;
  private @Nullable Supplier<Administrator> door;
  private @Nullable Administrator administrator;

  /**
   * One that is not there yet.
   *
   * @param folder of this scenario's gateway alone: its site file, what it says, its inputs; made where it is missing
   * @param scenario its id
   */
  public Elsewhere(GatewayChoice choice, Path folder, String scenario, BenchPlan plan, Time time, LiveNet net) {
    this.choice = choice;
    this.folder = folder.toAbsolutePath();
    this.scenario = scenario;
    this.plan = plan;
    this.time = time;
    this.net = net;
  }

  /** @throws GatewayException where it does not come up, or cannot be reached */
  @Override
  public void start(Plant plant) {
    plan.site().meters().forEach(meter -> net.askedFromElsewhere(meter.endpoint()));
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("site.yaml"), OutsideSite.text(plan.site(), meter -> net.modbus().served(meter.endpoint()), folder));
      for (int input : plant.contacts().inputs()) {
        follow(plant.contact(input), OutsideSite.input(folder, input));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
    }
    switch (choice) {
      case GatewayChoice.Jar jar -> run(GatewayProcess.start(Commands.jar(java(), jar.file().toAbsolutePath(), folder), log()));
      case GatewayChoice.Image image ->
          run(GatewayProcess.start(Commands.image(image.name(), folder, "parkbench-" + scenario), log()));
      case GatewayChoice.Url url -> reach(url);
    }
  }

  private Path log() {
    return folder.resolve("output.log");
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static void follow(Contact contact, Path file) throws IOException {
    Files.writeString(file, level(contact.isHigh()));
    contact.watch(high -> {
      try {
        Files.writeString(file, level(high));
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
      }
    });
  }

  private static String level(boolean high) {
    return high ? "1" : "0";
  }

  private void run(GatewayProcess started) {
    process = started;
    Spoken.Ready ready = started.await(READY_WITHIN);
    net.dialTo(URI.create("ws://127.0.0.1:" + ready.ocppPort() + "/"));
    net.web().lead(Administrator.HOST, Administrator.PORT, "127.0.0.1", ready.apiPort(), Trust.pinned(ready.fingerprint()));
    Administrator made = new Administrator(time, net.web(), ADMINISTRATOR, BenchAccounts.PASSWORD);
    door = () -> {
      made.claim(ready.code());
      return made;
    };
  }

  private void reach(GatewayChoice.Url url) {
    URI ocpp = url.of(scenario);
    knock(ocpp.getHost(), ocpp.getPort() < 0 ? 80 : ocpp.getPort(), ocpp.toString());
    net.dialTo(ocpp);
    GatewayChoice.ApiAt api = url.api();
    if (api != null) {
      String pinned = api.fingerprint();
      net.web().lead(
          Administrator.HOST, Administrator.PORT, api.host(), api.port(), pinned == null ? null : Trust.pinned(pinned));
      door = () -> new Administrator(time, net.web(), api.user(), api.password());
    }
  }

  /** Gets in and lets the scenario's users in, once: most scenarios never ask, and passwords take their time. */
  private @Nullable Administrator entered() {
    Supplier<Administrator> way = door;
    if (administrator == null && way != null) {
      Administrator known = way.get();
      known.logIn();
      known.makeUsers(plan.site());
      administrator = known;
    }
    return administrator;
  }

  @RealWorld("whether anybody is there can only be tried")
  private static void knock(String host, int port, String url) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), ANSWERS_WITHIN_MS);
    } catch (IOException e) {
      throw new GatewayException(
          "nobody answers at " + url + " (" + e.getMessage() + "); start the gateway first, or mend the URL", e);
    }
  }

  /** Whether it has a REST API that the bench may ask. */
  public boolean hasApi() {
    return !(choice instanceof GatewayChoice.Url url) || url.api() != null;
  }

  /**
   * The bench's own login at its API, and the scenario's users can log in from now on; empty where there is none.
   *
   * @throws GatewayException where the gateway does not let the bench in
   */
  public String token() {
    Administrator known = entered();
    return known == null ? "" : known.token();
  }

  /** What became of it, where that explains what is seen; empty while all is well. */
  public String trouble() {
    return process == null || process.isAlive() ? "" : "the gateway's process has ended; what it said is in " + log();
  }

  @Override
  public Site site() {
    return plan.site();
  }

  @Override
  public BuiltInGateway builtIn() {
    throw new InsideException();
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
    Path state = folder.resolve("state");
    try {
      Folders.remove(state);
    } catch (IOException e) {
      throw new UncheckedIOException(state + " cannot be removed: " + e.getMessage(), e);
    }
  }
}
