package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Latency;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.car.Taper;
import io.parkbench.plant.car.Wake;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.charger.ChargePointModel;
import io.parkbench.plant.quirk.Quirk;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulated charger on a bench of its own, in virtual time, that moves its own plugs: what a battery is tried on. */
public final class VirtualCharger implements Plug {
  /** 2026-01-05 08:00 UTC, a Monday. */
  private static final long START = 1_767_600_000_000_000L;

  private static final double BATTERY_WH = 10_000_000;

  private final VirtualTime time = new VirtualTime(START, "");
  private final VirtualNet net;
  private final ChargePoint charger;

  /** One that is switched off until {@link #start}, with these quirks from the factory on. */
  public VirtualCharger(String identity, ChargePointModel model, List<Quirk> quirks) {
    Seed seed = new Seed(1);
    net = new VirtualNet(time, seed, Recording.NONE, new MemoryCarrier(), Latency.LOCAL);
    charger = new ChargePoint(time.loop(), net, identity, model, (connector, amps, conductors) -> {}, Recording.NONE,
        seed.fork(identity + "/charger"));
    quirks.forEach(quirk -> charger.quirk(quirk, true));
  }

  /** This charger as a battery sees it. */
  public ChargerUnderTest underTest(Pace pace) {
    return new ChargerUnderTest(time, net, charger.identity(), this, pace);
  }

  public void start() {
    charger.start();
  }

  /** Virtual microseconds since it was made. */
  public long elapsed() {
    return time.now() - START;
  }

  @Override
  public boolean plugIn(int connector, Wish wish, @Nullable String card) {
    int phases = switch (wish) {
      case CAR -> 3;
      case ONE_PHASE_CAR -> 1;
    };
    CarModel model = new CarModel("probe-car", BATTERY_WH, phases, 32, 6, 150_000, 0.9, Taper.NONE, Duration.ofSeconds(2),
        Wake.RESUMES);
    charger.plug(connector, new Car(model, 0.1, BATTERY_WH / 2), card);
    return true;
  }

  @Override
  public boolean unplug(int connector) {
    charger.unplug(connector);
    return true;
  }

  @Override
  public boolean powerCycle() {
    charger.losePower();
    time.runFor(Duration.ofSeconds(5));
    charger.start();
    return true;
  }
}
