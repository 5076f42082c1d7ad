package io.parkbench.plant.meter;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.load.Loads;
import io.parkbench.plant.meter.MeterDevice.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The meters of a site, each at its address and on its feeder. */
public final class Meters {
  private static final Feeder NOTHING = new Feeder() {
    @Override
    public double amps(int phase) {
      return 0;
    }

    @Override
    public double watts(int phase) {
      return 0;
    }

    @Override
    public double importedWh(long at) {
      return 0;
    }
  };

  private final Grid grid;
  private final Loads loads;
  private final Loop loop;
  private final Map<String, VirtualMeter> meters = new LinkedHashMap<>();
  private final Map<String, Long> refreshes = new LinkedHashMap<>();
  private final Map<String, ZoneFeeder> zones = new LinkedHashMap<>();

  /**
   * A meter as it is fitted.
   *
   * @param at where it is asked; its name is the meter's id
   * @param zone what its transformers are around: the feeder of this zone; null for nothing at all
   * @param load of that zone this load alone; null for all that flows in
   * @param traps on from the beginning
   */
  public record Fitted(Endpoint at, MeterSetup setup, @Nullable String zone, @Nullable String load, List<MeterTrap> traps) {
    public Fitted {
      traps = List.copyOf(traps);
    }
  }

  /**
   * Puts the meters on {@code net}.
   *
   * @param seed of the run: each meter draws from a stream of its own
   * @throws IllegalArgumentException for an unknown zone
   */
  public Meters(Grid grid, Loads loads, Loop loop, Net net, Seed seed, List<Fitted> fitted) {
    this.grid = grid;
    this.loads = loads;
    this.loop = loop;
    Map<String, MeterDevice> devices = new LinkedHashMap<>();
    for (Fitted one : fitted) {
      VirtualMeter meter = make(one, seed);
      meters.put(one.at().name(), meter);
      refreshes.put(one.at().name(), one.setup().refresh());
      long units = fitted.stream().filter(other -> other.at().address().equals(one.at().address())).count();
      devices.computeIfAbsent(one.at().address(), address -> {
        MeterDevice device = new MeterDevice(units > 1 ? Unknown.TARGET_SILENT : Unknown.SILENT);
        net.serve(one.at().host(), one.at().port(), device);
        return device;
      }).put(one.at().unit(), meter);
    }
  }

  private VirtualMeter make(Fitted one, Seed seed) {
    Chance chance = seed.fork(one.at().name() + "/meter");
    VirtualMeter meter;
    if (one.zone() == null) {
      meter = new VirtualMeter(one.setup(), NOTHING, loop, chance);
    } else if (one.load() == null) {
      ZoneFeeder feeder = zones.computeIfAbsent(one.zone(), id -> new ZoneFeeder(grid, zone(id), loop.now()));
      meter = new VirtualMeter(one.setup(), feeder, loop, chance);
      feeder.feed(meter);
    } else {
      zone(one.zone());
      LoadFeeder feeder = new LoadFeeder(grid, loads, one.zone(), one.load(), loop.now());
      meter = new VirtualMeter(one.setup(), feeder, loop, chance);
      feeder.feed(meter);
    }
    one.traps().forEach(trap -> meter.trap(trap, true));
    return meter;
  }

  private int zone(String id) {
    int zone = grid.model().zoneIndex(id);
    if (zone < 0) {
      throw new IllegalArgumentException("no zone is called '" + id + "'");
    }
    return zone;
  }

  /** The ids of all, in the order of the site. */
  public Set<String> ids() {
    return meters.keySet();
  }

  /** The meter of that id; an unknown one throws {@link IllegalArgumentException}. */
  public VirtualMeter meter(String id) {
    VirtualMeter meter = meters.get(id);
    if (meter == null) {
      throw new IllegalArgumentException("no meter is called '" + id + "'; there are " + meters.keySet());
    }
    return meter;
  }

  /** The longest that one of them takes to measure anew, µs; 0 where there are none. */
  public long slowest() {
    return refreshes.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
