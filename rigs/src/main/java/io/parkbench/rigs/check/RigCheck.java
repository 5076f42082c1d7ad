package io.parkbench.rigs.check;

import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Pin;
import io.parkbench.kernel.PinListener;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.modbus.Pdu;
import io.parkbench.rigs.file.Driver;
import io.parkbench.rigs.file.MeterPlace;
import io.parkbench.rigs.file.RigFile;
import io.parkbench.rigs.hardware.DriverTrial;
import io.parkbench.wire.LiveNet;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries every binding of a rig: reachable, identity, clock, firmware, what it can do; and says of each what to do where something is wrong
 * (R-RIG-2). It listens where the gateway will, charges nobody and moves nothing.
 */
public final class RigCheck {
  private static final int FRAME_BYTES_MAX = 128 * 1024;
  private static final long HEARD_OUT = 30 * Micros.SECOND;
  private static final long PIN_SETTLES = 500 * Micros.MILLISECOND;

  private final RigFile rig;
  private final @Nullable Site site;
  private final Consumer<Finding> told;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> strangers = new LinkedHashSet<>();
  private final Map<String, StationCheck> stations = new LinkedHashMap<>();
  private final WallClock time = new WallClock();
  private final LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX);

  private RigCheck(RigFile rig, @Nullable Site site, Consumer<Finding> told) {
    this.rig = rig;
    this.site = site;
    this.told = told;
  }

  /**
   * Tries all; takes as long as the slowest device, at most the rig's patience.
   *
   * @param site that the rig is for, where it is known: it tells the models of meters
   * @param told hears each finding as soon as it is made
   */
  public static List<Finding> of(RigFile rig, @Nullable Site site, Consumer<Finding> told) {
    RigCheck check = new RigCheck(rig, site, told);
    try {
      check.run();
      return List.copyOf(check.findings);
    } finally {
      check.net.close();
      check.time.close();
    }
  }

  private void found(Finding finding) {
    findings.add(finding);
    told.accept(finding);
  }

  private void run() {
    listen();
    for (RigFile.StationBinding station : rig.stations()) {
      String name = station.names().getFirst();
      if (station.reference() != null) {
        meter(name + "'s reference", station.reference(), station.reference().model());
      }
      driver(name + "'s ev", station.ev());
    }
    rig.meters().forEach(meter -> meter(meter.meter(), meter.place(), model(meter)));
    rig.inputs().forEach(input -> {
      contact("input " + input.input(), input.source());
      driver("input " + input.input() + "'s driver", input.driver());
    });
    time.runUntil(open::isEmpty, time.now() + Micros.of(rig.patience()));
    // one that has come late is heard out
    time.runUntil(() -> open.stream().noneMatch(this::isTalking), time.now() + HEARD_OUT);
    absent();
    long failed = findings.stream().filter(Finding::isFailure).count();
    if (failed == 0) {
      found(Finding.ok(rig.name(), "all bindings are there"));
    }
  }

  private boolean isTalking(String what) {
    return what.startsWith("station ") && stations.containsKey(what.substring("station ".length()));
  }

  private void listen() {
    if (rig.stations().isEmpty()) {
      return;
    }
    net.listen(this::admit);
    InetSocketAddress at = rig.listen();
    try {
      int port = net.bind(at);
      rig.stations().forEach(station -> open.add("station " + station.identity()));
      found(Finding.ok("ocpp", "listens at " + at.getAddress().getHostAddress() + ":" + port + " for "
          + String.join(", ", rig.stations().stream().map(RigFile.StationBinding::identity).toList())));
    } catch (UncheckedIOException e) {
      found(Finding.failed("ocpp", "port " + at.getPort() + " cannot be had: " + e.getMessage(),
          "end what listens there already, or give the rig another port or bind"));
    }
  }

  private Admission admit(Handshake handshake) {
    String identity = handshake.identity();
    RigFile.StationBinding binding = rig.stations().stream().filter(one -> one.identity().equals(identity)).findFirst()
        .orElse(null);
    if (binding == null) {
      strangers.add(identity);
      return new Admission.Refused(404, "not of this rig");
    }
    if (!handshake.subprotocols().contains("ocpp1.6")) {
      found(Finding.failed(binding.names().getFirst(), identity + " speaks " + handshake.subprotocols() + " and not ocpp1.6",
          "set it to OCPP 1.6 JSON"));
      open.remove("station " + identity);
      return new Admission.Refused(400, "ocpp1.6 only");
    }
    StationCheck check = stations.computeIfAbsent(identity, id -> new StationCheck(
        binding.names().getFirst(), time, this::found, () -> open.remove("station " + id)));
    return new Admission.Accepted("ocpp1.6", check);
  }

  private void absent() {
    for (RigFile.StationBinding station : rig.stations()) {
      String name = station.names().getFirst();
      if (open.contains("station " + station.identity()) && !stations.containsKey(station.identity())) {
        found(strangers.isEmpty()
            ? Finding.failed(name, station.identity() + " has not connected within " + rig.patience().toSeconds() + " s",
                "see that it dials ws://THIS-HOST:" + rig.listen().getPort() + "/ and can reach it, and that 'bind' is not this"
                    + " machine's loopback address where it is another machine")
            : Finding.failed(name, station.identity() + " has not connected, but " + String.join(", ", strangers) + " has",
                "set the charger's identity to " + station.identity() + ", or write 'identity: " + strangers.iterator().next()
                    + "'"));
      } else if (open.contains("station " + station.identity())) {
        found(Finding.failed(name, station.identity() + " has connected and then answered nothing",
            "restart it; if that does not help it speaks no OCPP 1.6"));
      }
    }
    open.stream().filter(what -> !what.startsWith("station ")).forEach(what -> found(Finding.failed(what,
        "nothing was heard within " + rig.patience().toSeconds() + " s", "raise 'patience', or see what keeps it")));
  }

  private @Nullable MeterModel model(RigFile.MeterBinding binding) {
    Meter meter = site == null ? null
        : site.meters().stream().filter(one -> one.id().equals(binding.meter())).findFirst().orElse(null);
    if (site != null && meter == null) {
      found(Finding.failed(binding.meter(), "the site " + site.name() + " has no such meter",
          "there are " + String.join(", ", site.meters().stream().map(Meter::id).toList()) + ": correct the rig file"));
    }
    return meter != null ? meter.model() : binding.place().model();
  }

  private void meter(String name, MeterPlace place, @Nullable MeterModel model) {
    open.add(name);
    new MeterCheck(name, place, model, net.exchange(), this::found, () -> open.remove(name)).start();
  }

  private void driver(String name, @Nullable Driver driver) {
    switch (driver) {
      case null -> {}
      case Driver.Person person -> found(Finding.ok(name, "is " + person.text()));
      case Driver.Written written -> found(Finding.ok(name, "is " + written.text()));
      case Driver.Command command -> lines(name, command);
      case Driver.Lines lines -> lines(name, lines);
    }
  }

  private void lines(String name, Driver driver) {
    open.add(name);
    DriverTrial.hello(time, driver, rig.patience(), failure -> {
      open.remove(name);
      found(failure == null ? Finding.ok(name, driver.text() + " answers")
          : Finding.failed(name, failure, "it has to answer {\"id\":1,\"do\":\"hello\"} with {\"id\":1,\"ok\":true}, a line each"));
    });
  }

  private void contact(String name, ContactSource source) {
    switch (source) {
      case ContactSource.Virtual virtual -> throw new IllegalStateException(virtual.text());
      case ContactSource.WatchedFile(String path) -> pin(name, new Pin.WatchedFile(name, path), source);
      case ContactSource.Gpio(String chip, int line) -> pin(name, new Pin.GpioLine(name, chip, line, 0), source);
      case ContactSource.Modbus modbus -> discrete(name, modbus);
    }
  }

  private void pin(String name, Pin pin, ContactSource source) {
    open.add(name);
    String[] why = {null};
    Boolean[] level = {null};
    Pins.Listening listening = net.pins().listen(pin, new PinListener() {
      @Override
      public void level(boolean high) {
        level[0] = high;
        why[0] = null;
      }

      @Override
      public void lost(String reason) {
        why[0] = reason;
      }
    });
    time.after(PIN_SETTLES, () -> {
      listening.close();
      open.remove(name);
      Boolean high = level[0];
      String lost = why[0];
      found(high != null && lost == null ? Finding.ok(name, source.text() + " reads " + (high ? 1 : 0))
          : Finding.failed(name, "the line is missing: " + source.text() + " cannot be read",
              lost == null ? "nothing is heard of it: check its wiring" : lost));
    });
  }

  private void discrete(String name, ContactSource.Modbus modbus) {
    open.add(name);
    byte[] request = Pdu.readDiscrete(modbus.address(), 1);
    Endpoint at = new Endpoint(name, modbus.host(), modbus.port(), modbus.unit());
    net.exchange().ask(at, request, 2 * Micros.SECOND, new Exchange.Answer() {
      @Override
      public void answered(byte[] reply) {
        open.remove(name);
        found(Pdu.answersDiscrete(request, reply)
            ? Finding.ok(name, modbus.text() + " reads " + (Pdu.discrete(reply, 0) ? 1 : 0))
            : Finding.failed(name, "the line is missing: " + modbus.text() + " is refused with exception " + Pdu.exception(reply),
                "check the address of the discrete input, counted from 0"));
      }

      @Override
      public void failed(Exchange.Failure why) {
        open.remove(name);
        found(Finding.failed(name, why == Exchange.Failure.UNREACHABLE ? "nothing listens at " + modbus.host() + ":" + modbus.port()
            : "unit " + modbus.unit() + " at " + modbus.host() + ":" + modbus.port() + " does not answer",
            why == Exchange.Failure.UNREACHABLE ? "check address and port, and that the module is switched on"
                : "check the module's unit id"));
      }
    });
  }
}
