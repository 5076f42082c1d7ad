package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.meter.Feeder;
import io.parkbench.plant.meter.MeterDevice;
import io.parkbench.plant.meter.MeterSetup;
import io.parkbench.plant.meter.VirtualMeter;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.wire.modbus.LiveModbus;
import io.parkbench.wire.modbus.SlaveHabits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The feeder of a charger's connector 1, and a meter around it. */
final class ConnectorFeeder implements Feeder {
  private static final double VOLTS = 230;
  private static final int UNIT = 255;
  private static final String MODEL = "PM5320";

  private final Loop loop;
  private final double[] amps = new double[3];
  private double wattHours;
  private long since;
  private @Nullable VirtualMeter meter;

  ConnectorFeeder(Loop loop) {
    this.loop = loop;
    this.since = loop.now();
  }

  /** A connector's draw has changed. */
  void draw(int connector, double current, int conductors) {
    if (connector != 1) {
      return;
    }
    if (meter != null) {
      meter.changing(loop.now());
    }
    wattHours = importedWh(loop.now());
    since = loop.now();
    for (int phase = 0; phase < amps.length; phase++) {
      amps[phase] = phase < conductors ? current : 0;
    }
  }

  /** Serves the meter on this machine; returns the port. */
  int serve(LiveModbus modbus, Loop on, int port) {
    MeterModel model = Objects.requireNonNull(MeterModels.named(MODEL));
    VirtualMeter made = new VirtualMeter(MeterSetup.of(model).withClass(0), this, on, new Seed(1).fork("reference"));
    meter = made;
    MeterDevice device = new MeterDevice(MeterDevice.Unknown.SILENT);
    device.put(UNIT, made);
    return modbus.serveAt(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), device, SlaveHabits.GOOD);
  }

  @Override
  public double amps(int phase) {
    return amps[phase - 1];
  }

  @Override
  public double watts(int phase) {
    return amps[phase - 1] * VOLTS;
  }

  @Override
  public double importedWh(long at) {
    return wattHours + (watts(1) + watts(2) + watts(3)) * (at - since) / Micros.HOUR;
  }
}
