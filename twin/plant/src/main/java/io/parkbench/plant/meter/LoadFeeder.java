package io.parkbench.plant.meter;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.load.LoadAmps;
import io.parkbench.plant.load.Loads;
import java.util.ArrayList;
import java.util.List;

/** The feeder of one other load, such as a solar plant: what it draws, or gives, by itself. */
final class LoadFeeder implements Feeder, Grid.Watcher {
  private static final double MICROS_PER_HOUR = Micros.HOUR;

  private final Grid grid;
  private final Loads loads;
  private final int zone;
  private final String zoneId;
  private final String name;
  private final List<VirtualMeter> meters = new ArrayList<>();
  private LoadAmps held = LoadAmps.ZERO;
  private double wattHours;
  private long since;

  /** The load of that name directly in a zone; while there is none, nothing flows. */
  LoadFeeder(Grid grid, Loads loads, String zoneId, String name, long now) {
    this.grid = grid;
    this.loads = loads;
    this.zoneId = zoneId;
    this.name = name;
    zone = grid.model().zoneIndex(zoneId);
    since = now;
    grid.watch(this);
  }

  /** A meter that measures this load is told of its changes from now on. */
  void feed(VirtualMeter meter) {
    meters.add(meter);
  }

  @Override
  public double amps(int phase) {
    return held.on(phase);
  }

  @Override
  public double watts(int phase) {
    return held.on(phase) * grid.volts();
  }

  private double watts() {
    return watts(1) + watts(2) + watts(3);
  }

  @Override
  public double importedWh(long at) {
    return wattHours + Math.abs(watts()) * (at - since) / MICROS_PER_HOUR;
  }

  @Override
  public void changes(long now, int changing) {}

  @Override
  public void changed(long now, int changed) {
    LoadAmps flows = changed == zone && loads.names(zoneId).contains(name) ? loads.amps(zoneId, name) : LoadAmps.ZERO;
    if (changed == zone && !flows.equals(held)) {
      meters.forEach(meter -> meter.changing(now));
      wattHours = importedWh(now);
      since = now;
      held = flows;
    }
  }
}
