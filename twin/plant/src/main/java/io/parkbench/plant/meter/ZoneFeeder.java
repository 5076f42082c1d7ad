package io.parkbench.plant.meter;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.grid.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * The feeder of a zone as its meters see it: all that flows in, charging and other loads. Energy counts while the phases together
 * import; what is exported is not taken off.
 */
public final class ZoneFeeder implements Feeder, Grid.Watcher {
  private static final double MICROS_PER_HOUR = Micros.HOUR;

  private final Grid grid;
  private final int zone;
  private final List<VirtualMeter> meters = new ArrayList<>();
  private double wattHours;
  private long since;

  /**
   * Watches the grid from now on.
   *
   * @param zone index in the grid's model
   */
  public ZoneFeeder(Grid grid, int zone, long now) {
    this.grid = grid;
    this.zone = zone;
    since = now;
    grid.watch(this);
  }

  /** A meter that measures this feeder is told of its changes from now on. */
  public void feed(VirtualMeter meter) {
    meters.add(meter);
  }

  @Override
  public double amps(int phase) {
    return grid.totalAmps(zone, phase);
  }

  @Override
  public double watts(int phase) {
    return grid.watts(zone, phase);
  }

  @Override
  public double importedWh(long at) {
    return wattHours + Math.max(0, grid.watts(zone)) * (at - since) / MICROS_PER_HOUR;
  }

  @Override
  public void changes(long now, int changing) {
    if (changing == zone) {
      for (VirtualMeter meter : meters) {
        meter.changing(now);
      }
      wattHours = importedWh(now);
      since = now;
    }
  }

  @Override
  public void changed(long now, int changed) {}
}
