package io.parkbench.browser;

import io.parkbench.gateway.site.SiteException;
import io.parkbench.kernel.RealWorld;
import io.parkbench.scenarios.demo.VirtualCarPark;
import io.parkbench.scenarios.demo.world.Dressing;
import io.parkbench.scenarios.demo.world.WorldPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalTime;

/** A virtual car park as {@code parkbench demo} serves it, on a port of its own. */
final class Served implements AutoCloseable {
  private final VirtualCarPark park;
  private final Thread clock;

  @RealWorld("the page is watched while the clock runs")
  private Served(String site, LocalTime from, double speed) throws IOException, SiteException {
    park = VirtualCarPark.open(new WorldPlan(Dressing.of(site), 1, from, false), speed,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    clock = Thread.ofPlatform().name("parkbench-page").daemon().start(park::run);
  }

  static Served open(String site, String from, double speed) {
    try {
      return new Served(site, LocalTime.parse(from), speed);
    } catch (IOException | SiteException e) {
      throw new AssertionError("the ready site " + site + " cannot be read", e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + park.port() + "/";
  }

  @Override
  public void close() {
    park.close();
    try {
      clock.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
