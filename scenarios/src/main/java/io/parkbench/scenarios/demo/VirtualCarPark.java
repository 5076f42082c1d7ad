package io.parkbench.scenarios.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.scenarios.demo.state.BaySheet;
import io.parkbench.scenarios.demo.state.PastSheet;
import io.parkbench.scenarios.demo.state.SiteSheet;
import io.parkbench.scenarios.demo.web.DemoService;
import io.parkbench.scenarios.demo.web.Desk;
import io.parkbench.scenarios.demo.world.World;
import io.parkbench.scenarios.demo.world.WorldPlan;
import io.parkbench.wire.web.WebLimits;
import io.parkbench.wire.web.WebServer;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The virtual car park (R-BENCH-7): a site, its twin without load management, and one server for the page that shows both. Open it, then have
 * {@link #run} on the thread that is to turn the clock.
 */
public final class VirtualCarPark implements AutoCloseable {
  private static final long MICROS_PER_MILLI = 1_000;

  private final Driver driver;
  private final WebServer server;

  private VirtualCarPark(WorldPlan plan, double speed, InetSocketAddress at) {
    driver = new Driver(plan, speed);
    DemoService service = new DemoService(new LoopDesk(), at.getAddress() != null && at.getAddress().isLoopbackAddress());
    driver.watchedBy(new Driver.Audience() {
      @Override
      public boolean isThere() {
        return service.isWatched();
      }

      @Override
      public void look() {
        service.look();
      }

      @Override
      public void another() {
        service.another(driver.state().world());
      }
    });
    server = WebServer.plain(at, WebLimits.PUBLIC, driver::post, service);
  }

  /**
   * Serves from now on; the clock stands until {@link #run}.
   *
   * @param speed simulated seconds per second, 1 to 1000
   * @param at where; port 0 takes a free one
   * @throws java.io.UncheckedIOException when the address is taken or not ours
   */
  public static VirtualCarPark open(WorldPlan plan, double speed, InetSocketAddress at) {
    return new VirtualCarPark(plan, speed, at);
  }

  /** Turns the clock until {@link #close}. */
  public void run() {
    driver.run();
  }

  /** Where it listens. */
  public int port() {
    return server.plainPort();
  }

  /** From any thread: {@link #run} returns soon, and nobody is served any more. */
  @Override
  public void close() {
    server.close();
    driver.close();
  }

  /** What the server asks for, of the world that is there then. */
  private final class LoopDesk implements Desk {
    @Override
    public void post(Runnable task) {
      driver.post(task);
    }

    @Override
    public ObjectNode site() {
      return SiteSheet.of(driver.world(), driver.state().world());
    }

    @Override
    public ObjectNode past() {
      return PastSheet.of(driver.world(), driver.state().world());
    }

    @Override
    public ObjectNode state() {
      return driver.snapshots().state(driver.state());
    }

    @Override
    public ObjectNode delta() {
      return driver.snapshots().delta(driver.state());
    }

    @Override
    public @Nullable ObjectNode bay(String station, int connector) {
      for (Bay bay : driver.world().bench().plant().model().bays()) {
        if (bay.station().id().equals(station) && bay.connector().number() == connector) {
          return BaySheet.of(driver.world(), bay);
        }
      }
      return null;
    }

    @Override
    public ObjectNode run() {
      World world = driver.world();
      ObjectNode json = JsonNodeFactory.instance.objectNode().put("site", world.site().key()).put("seed", world.plan().seed())
          .put("startAt", world.bench().plan().start() / MICROS_PER_MILLI).put("t", world.time().now() / MICROS_PER_MILLI)
          .put("hash", world.bench().recording().hash());
      ArrayNode commands = json.putArray("commands");
      world.done().forEach(done -> commands.addObject().put("t", done.at()).set("command", done.command()));
      return json;
    }

    @Override
    public ObjectNode command(JsonNode command) {
      String said = driver.commands().run(command);
      return JsonNodeFactory.instance.objectNode().put("ok", true)
          .put("t", driver.world().time().now() / MICROS_PER_MILLI).put("said", said);
    }
  }
}
