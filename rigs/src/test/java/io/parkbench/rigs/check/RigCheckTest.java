package io.parkbench.rigs.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.plant.charger.DrawListener;
import io.parkbench.plant.meter.MeterDevice;
import io.parkbench.plant.meter.MeterSetup;
import io.parkbench.plant.meter.SteadyFeeder;
import io.parkbench.plant.meter.VirtualMeter;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.rigs.file.RigFile;
import io.parkbench.rigs.file.RigReader;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.modbus.SlaveHabits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The check of a rig names what is wrong, and what to do, on real sockets (R-RIG-2). */
@RealWorld("devices on a thread of their own, as they are")
class RigCheckTest {
  private static final int FRAME_BYTES_MAX = 128 * 1024;

  private final WallClock time = new WallClock();
  private final LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, FRAME_BYTES_MAX);
  private @Nullable Thread devices;

  @AfterEach
  void end() throws InterruptedException {
    time.post(time::close);
    if (devices != null) {
      devices.join();
    }
    net.close();
  }

  /** The devices live from now on. */
  private void live() {
    devices = Thread.ofPlatform().name("parkbench-devices").start(() -> time.runUntil(() -> false, Long.MAX_VALUE));
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void assertTold(List<Finding> findings, String what, String remedy) {
    assertTrue(findings.stream().anyMatch(one -> one.isFailure() && one.what().contains(what)
        && String.valueOf(one.remedy()).contains(remedy)), () -> findings.toString());
  }

  private static List<Finding> check(String yaml) throws Exception {
    RigFile rig = RigReader.parse("rig.yaml", yaml);
    return RigCheck.of(rig, null, finding -> {});
  }

  private int meter(int unit) {
    VirtualMeter meter = new VirtualMeter(MeterSetup.of(Objects.requireNonNull(MeterModels.named("PM5320"))).withClass(0),
        new SteadyFeeder(new double[] {6, 7, 8}, 0, time.now()), time.loop(), new Seed(1).fork("meter"));
    MeterDevice device = new MeterDevice(MeterDevice.Unknown.SILENT);
    device.put(unit, meter);
    return net.modbus().serveAt(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), device, SlaveHabits.GOOD);
  }

  private static String meterAt(int port, int unit) {
    return "patience: 8 s\nmeters: [{meter: m, model: PM5320, ip: 127.0.0.1, port: " + port + ", unit: " + unit + "}]\n";
  }

  @Test
  void aMeterThatIsThereIsFine() throws Exception {
    int port = meter(3);
    live();
    List<Finding> findings = check(meterAt(port, 3));
    assertTrue(findings.stream().noneMatch(Finding::isFailure), findings::toString);
    assertTrue(findings.stream().anyMatch(one -> one.what().contains("6.0, 7.0, 8.0 A")), findings::toString);
  }

  @Test
  void aWrongPortIsNamed() throws Exception {
    int port = free();
    assertTold(check(meterAt(port, 3)), "nothing listens at 127.0.0.1:" + port, "check address and port");
  }

  @Test
  void aWrongUnitIsNamedAndTheRightOneFound() throws Exception {
    int port = meter(3);
    live();
    assertTold(check(meterAt(port, 7)), "but unit 7 does not answer", "write 'unit: 3'");
  }

  @Test
  void aMissingLineIsNamed() throws Exception {
    List<Finding> findings = check("""
        inputs:
          - {input: 1, source: {file: /nonexistent/contact}}
          - {input: 2, source: {gpio: {chip: /dev/gpiochip-none, line: 17}}}
        """);
    assertTold(findings, "the line is missing: file /nonexistent/contact", "is not there: write 0 or 1 into it");
    assertTold(findings, "the line is missing: line 17 of /dev/gpiochip-none", "gpiochip-none");
  }

  private static String station(int port, String identity) {
    return "patience: 12 s\nocpp: {port: " + port + "}\nstations: [{station: cp-1, identity: " + identity + ", max_a: 16}]\n";
  }

  private void charger(int port, String identity, Quirk... quirks) {
    net.dialTo(URI.create("ws://127.0.0.1:" + port + "/"));
    ChargePoint charger = new ChargePoint(time.loop(), net, identity, ChargerModels.all().getFirst(), DrawListener.NONE,
        Recording.NONE, new Seed(1).fork(identity));
    List.of(quirks).forEach(quirk -> charger.quirk(quirk, true));
    time.after(Micros.SECOND, charger::start);
    live();
  }

  @Test
  void aWrongIdentityIsNamed() throws Exception {
    int port = free();
    charger(port, "ACME-2");
    assertTold(check(station(port, "ACME-1").replace("12 s", "4 s")), "ACME-1 has not connected, but ACME-2 has",
        "write 'identity: ACME-2'");
  }

  @Test
  void aChargerWithoutSmartChargingIsNamed() throws Exception {
    int port = free();
    charger(port, "ACME-1", Quirk.NO_SMARTCHARGING);
    assertTold(check(station(port, "ACME-1")), "it has no SmartCharging", "switch load management on");
  }

  @Test
  void aClockThatIsOffByAnHourIsNamed() throws Exception {
    int port = free();
    net.dialTo(URI.create("ws://127.0.0.1:" + port + "/"));
    time.after(Micros.SECOND, () -> net.dial(Handshake.ocpp16("ACME-1"), new SlowClock()));
    live();
    assertTold(check(station(port, "ACME-1")), "its clock is 1 h 0 min behind", "set it to UTC");
  }

  /** A station whose time zone is not what it thinks. */
  private final class SlowClock implements LinkListener {
    private @Nullable Rpc rpc;

    @Override
    public void opened(Link link) {
      rpc = new Rpc(time, link, Role.CHARGE_POINT, 10 * Micros.SECOND, (request, responder) -> {
        switch (request) {
          case GetConfiguration.Req all -> responder.answer(new GetConfiguration.Conf(List.of(), List.of()));
          case GetCompositeSchedule.Req schedule -> responder.answer(new GetCompositeSchedule.Conf(
              GetCompositeSchedule.GetCompositeScheduleStatus.Accepted, schedule.connectorId(), null, null));
          case TriggerMessage.Req trigger -> {
            responder.answer(new TriggerMessage.Conf(TriggerMessage.TriggerMessageStatus.Accepted));
            tell();
          }
          default -> responder.fail(new OcppException(OcppError.NotSupported, "no"));
        }
      });
    }

    private void tell() {
      Objects.requireNonNull(rpc).call(
          new StatusNotification.Req(1, StatusNotification.ChargePointErrorCode.NoError, null,
              StatusNotification.ChargePointStatus.Available, Micros.toInstant(time.now() - Micros.HOUR), null, null),
          new Callback<>() {
            @Override
            public void answered(StatusNotification.Conf conf) {}

            @Override
            public void failed(Failure failure) {}
          });
    }

    @Override
    public void text(Link link, String text) {
      Objects.requireNonNull(rpc).text(text);
    }

    @Override
    public void closed(Link link, int code, String reason) {}
  }
}
