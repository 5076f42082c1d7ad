package io.parkbench.plant.load;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Timer;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Grid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The other loads of a site, each at a zone and under a name of its own there, put on the grid as they change: one wake-up each, at
 * its next change. What hangs in a dark part of the site draws nothing, and goes on as if it had not been dark when it is live again.
 *
 * <p>The same loads may be on a second grid at once, dark elsewhere: the site as it would be without its cars.
 */
public final class Loads {
  private static final double MICRO = 1e6;

  private final PlantModel model;
  private final Loop loop;
  private final Seed seed;
  private final List<Feed> feeds = new ArrayList<>();
  private final Map<String, Placed> loads = new LinkedHashMap<>();

  /**
   * A load at its place.
   *
   * @param zone id of the zone that feeds it directly
   * @param name unique in the zone
   */
  public record Plan(String zone, String name, Load load) {}

  /** A grid that carries the loads, and where it is dark. */
  private record Feed(Grid grid, boolean[] dark) {}

  /** @param seed of the run: each load draws from a stream of its own */
  public Loads(Grid grid, Loop loop, Seed seed) {
    this.model = grid.model();
    this.loop = loop;
    this.seed = seed;
    alsoOn(grid);
  }

  /** Puts all loads that begin from now on another grid of the same site, too; {@link IllegalStateException} where some have begun. */
  public void alsoOn(Grid grid) {
    if (!loads.isEmpty()) {
      throw new IllegalStateException("there are loads already");
    }
    feeds.add(new Feed(grid, new boolean[model.zones().size()]));
  }

  /**
   * A load begins now.
   *
   * @throws IllegalArgumentException for an unknown zone, or a name that is taken there
   */
  public void add(Plan plan) {
    String key = key(plan.zone(), plan.name());
    if (loads.containsKey(key)) {
      throw new IllegalArgumentException("there is a load '" + plan.name() + "' in zone '" + plan.zone() + "' already");
    }
    Placed placed = new Placed(
        zone(plan.zone()), plan.name(), plan.load().begin(loop.now(), seed.fork("load/" + plan.zone() + "/" + plan.name())));
    loads.put(key, placed);
    placed.run();
  }

  /** From now on the load of that name draws so much, whatever it did before; it is added where there is none. */
  public void set(String zone, String name, LoadAmps amps) {
    remove(zone, name);
    add(new Plan(zone, name, Steps.constant(amps)));
  }

  /**
   * The load of that name is taken away; nothing happens where there is none.
   *
   * @throws IllegalArgumentException for an unknown zone
   */
  public void remove(String zone, String name) {
    zone(zone);
    Placed placed = loads.remove(key(zone, name));
    if (placed != null) {
      placed.end();
    }
  }

  /** The names of the loads directly in a zone, in the order in which they came. */
  public List<String> names(String zone) {
    int index = zone(zone);
    return loads.values().stream().filter(load -> load.zone == index).map(load -> load.name).toList();
  }

  /** What a load draws, or would if it had mains; {@link IllegalArgumentException} where there is none of that name. */
  public LoadAmps amps(String zone, String name) {
    Placed placed = loads.get(key(zone, name));
    if (placed == null) {
      throw new IllegalArgumentException("no load '" + name + "' in zone '" + zone + "'; there are " + names(zone));
    }
    return placed.course.amps();
  }

  /**
   * A zone loses its mains with all below it, or has them back as far as those above it do.
   *
   * @param grid the one on which that happens; one without these loads fails with {@link IllegalArgumentException}
   */
  public void setDark(Grid grid, int zone, boolean isDark) {
    Feed feed = feeds.stream().filter(each -> each.grid == grid).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the loads are not on this grid"));
    feed.dark[zone] = isDark;
    for (Placed load : loads.values()) {
      load.flow();
    }
  }

  private boolean isDark(Feed feed, int zone) {
    String parent = model.zones().get(zone).parent();
    return feed.dark[zone] || (parent != null && isDark(feed, model.zoneIndex(parent)));
  }

  private int zone(String id) {
    int zone = model.zoneIndex(id);
    if (zone < 0) {
      throw new IllegalArgumentException(
          "no zone is called '" + id + "'; there are " + model.zones().stream().map(PlantModel.Zone::id).toList());
    }
    return zone;
  }

  private static String key(String zone, String name) {
    return zone + "\n" + name;
  }

  private final class Placed {
    final int zone;
    final String name;
    final Course course;
    private final long[][] flowing = new long[feeds.size()][3];
    private @Nullable Timer wake;

    Placed(int zone, String name, Course course) {
      this.zone = zone;
      this.name = name;
      this.course = course;
    }

    void run() {
      course.advance(loop.now());
      flow();
      long next = course.nextChangeAt();
      wake = next == Course.NEVER ? null : loop.at(next, this::run);
    }

    void flow() {
      for (int feed = 0; feed < feeds.size(); feed++) {
        flow(feed, isDark(feeds.get(feed), zone) ? LoadAmps.ZERO : course.amps());
      }
    }

    void end() {
      if (wake != null) {
        wake.cancel();
      }
      for (int feed = 0; feed < feeds.size(); feed++) {
        flow(feed, LoadAmps.ZERO);
      }
    }

    private void flow(int feed, LoadAmps amps) {
      for (int phase = 1; phase <= 3; phase++) {
        long micros = Math.round(amps.on(phase) * MICRO);
        feeds.get(feed).grid.shiftLoad(zone, phase, micros - flowing[feed][phase - 1]);
        flowing[feed][phase - 1] = micros;
      }
    }
  }
}
