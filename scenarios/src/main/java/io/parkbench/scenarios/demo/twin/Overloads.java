package io.parkbench.scenarios.demo.twin;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Grid;

/**
 * Gives every ampere-second above a zone's limit its owner (R-PLANT-8): what other loads alone draw above it is the building's, the rest the
 * cars'. In a zone whose limit is for charging alone all of it is the cars'.
 */
public final class Overloads {
  private static final int PHASES = 3;

  private final Grid grid;
  private final PlantModel model;
  private final double[][] limits;
  private final long[] since;
  private final double[] carsNow;
  private final double[] buildingNow;
  private final double[] cars;
  private final double[] building;

  /**
   * What has come of a zone so far, over all phases.
   *
   * @param carsAs ampere-seconds that cars drew above the limit
   * @param buildingAs ampere-seconds above it without any car
   * @param lasts whether something is above it now
   */
  public record Account(double carsAs, double buildingAs, boolean lasts) {}

  /** Watches {@code grid} from {@code now} on. */
  public Overloads(Grid grid, long now) {
    this.grid = grid;
    this.model = grid.model();
    int zones = model.zones().size();
    limits = new double[zones][PHASES];
    since = new long[zones];
    carsNow = new double[zones];
    buildingNow = new double[zones];
    cars = new double[zones];
    building = new double[zones];
    for (int zone = 0; zone < zones; zone++) {
      since[zone] = now;
      put(zone, model.zones().get(zone).limit());
    }
    grid.watch(this::look);
  }

  private void put(int zone, PhaseAmps limit) {
    for (int phase = 1; phase <= PHASES; phase++) {
      limits[zone][phase - 1] = limit.on(phase);
    }
  }

  /** A zone (index in the model) has another limit from now on. */
  public void limit(long now, int zone, PhaseAmps limit) {
    accrue(now, zone);
    put(zone, limit);
    look(now, zone);
  }

  private void look(long now, int zone) {
    accrue(now, zone);
    boolean all = model.zones().get(zone).forAll();
    carsNow[zone] = 0;
    buildingNow[zone] = 0;
    for (int phase = 1; phase <= PHASES; phase++) {
      double limit = limits[zone][phase - 1];
      double others = all ? grid.otherAmps(zone, phase) : 0;
      double over = Math.max(0, grid.amps(zone, phase) + others - limit);
      double without = Math.min(over, Math.max(0, others - limit));
      buildingNow[zone] += without;
      carsNow[zone] += over - without;
    }
  }

  private void accrue(long now, int zone) {
    double seconds = (now - since[zone]) / (double) Micros.SECOND;
    since[zone] = now;
    cars[zone] += carsNow[zone] * seconds;
    building[zone] += buildingNow[zone] * seconds;
  }

  /** The account of a zone (index in the model) at {@code now}. */
  public Account of(long now, int zone) {
    accrue(now, zone);
    return new Account(cars[zone], building[zone], carsNow[zone] + buildingNow[zone] > 0);
  }
}
