package io.parkbench.benchmarks.load;

import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.world.Plant;
import io.parkbench.rigs.Bench;
import io.parkbench.wire.LiveNet;
import java.net.InetAddress;
import java.net.URI;

/** The simulated stations and their cars, on a thread of their own, connected to a gateway by real sockets. */
final class StationsHost implements AutoCloseable {
  private static final int FRAME_BYTES_MAX = 128 * 1024;
  private static final long BETWEEN_CARS = 50 * Micros.MILLISECOND;

  private final WallClock time = new WallClock();
  private final LiveNet net = new LiveNet(time, new Seed(2), Recording.NONE, FRAME_BYTES_MAX);
  private final Plant plant;
  private final Thread thread;

  /** Switches them on. */
  StationsHost(Site site, int port) {
    net.dialTo(URI.create("ws://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/"));
    plant = Bench.plant(site, ArrivalPlan.nobody(), time, net, new Seed(2), Recording.NONE);
    plant.start();
    thread = Thread.ofPlatform().name("parkbench-stations").start(() -> time.runUntil(time::isClosed, Long.MAX_VALUE));
  }

  /** Plugs a car in at each of the first so many bays of the site, one after another. */
  void plugIn(int cars) {
    time.post(() -> {
      for (Bay bay : plant.model().bays().subList(0, cars)) {
        String kind = bay.index() % 2 == 0 ? "sedan-22kw" : "city-7kw";
        time.after(bay.index() * BETWEEN_CARS,
            () -> plant.plugIn(bay, new Car(CarModel.named(kind), 0.1, 1e6), "CARD-" + bay.index(), null));
      }
    });
  }

  @Override
  public void close() throws InterruptedException {
    time.post(time::close);
    thread.join();
    net.close();
  }
}
