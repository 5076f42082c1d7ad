package io.parkbench.plant.grid;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Timer;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.PlantModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judge of R-LEASE-5: no true charging current stands above max(0, hard limit − other loads) plus tolerance for longer
 * than {@link BreachBound}. Where a limit is for charging alone, other loads take nothing of it; inputs marked hard leave a share of each
 * (R-LEASE-6). It sits outside the gateway, looks at each zone and phase (and power limit) after every event
 * that changed it, and has one wake-up for each that is above its limit.
 */
public final class InvariantChecker {
  private final Grid grid;
  private final PlantModel model;
  private final Loop loop;
  private final Tolerance tolerance;
  private final Recording recording;
  private final List<PlantModel.Zone> limits;
  private final Row[][] rows;
  private final @Nullable Timer[][] wakes;
  private final List<Breach> ended = new ArrayList<>();
  private long checked;
  private int broken;
  private double share = 1;

  /** Begins to watch {@code grid}; zones without a limit are not looked at. */
  public InvariantChecker(Grid grid, Loop loop, BreachBound bound, Tolerance tolerance, Recording recording) {
    this.grid = grid;
    this.model = grid.model();
    this.loop = loop;
    this.tolerance = tolerance;
    this.recording = recording;
    limits = new ArrayList<>(model.zones());
    rows = new Row[limits.size()][Grid.PHASES + 1];
    wakes = new Timer[limits.size()][Grid.PHASES + 1];
    for (int zone = 0; zone < rows.length; zone++) {
      for (int phase = 0; phase <= Grid.PHASES; phase++) {
        rows[zone][phase] = new Row(zone, phase, limits.get(zone).id(), bound.micros(limits.get(zone).forAll()));
      }
    }
    grid.watch((now, zone) -> look(zone));
  }

  /**
   * The limits of a zone are others from now on: somebody has set the installation differently.
   *
   * @param kw over all phases, or null for none
   * @throws IllegalArgumentException for an unknown zone
   */
  public void limit(String zoneId, PhaseAmps amps, @Nullable Double kw) {
    int zone = model.zoneIndex(zoneId);
    if (zone < 0) {
      throw new IllegalArgumentException("no zone is called '" + zoneId + "'");
    }
    limits.set(zone, limits.get(zone).withLimits(amps, kw));
    look(zone);
  }

  /**
   * Charging may take so much of every limit from now on, whatever else leaves it room: what an input marked hard leaves (R-LEASE-6, R-DI-2).
   *
   * @param ofEach 0 to 1
   * @throws IllegalArgumentException for another number
   */
  public void chargingShare(double ofEach) {
    if (!(ofEach >= 0 && ofEach <= 1)) {
      throw new IllegalArgumentException("a share is from 0 to 1, not " + ofEach);
    }
    if (ofEach != share) {
      share = ofEach;
      for (int zone = 0; zone < rows.length; zone++) {
        look(zone);
      }
    }
  }

  /** What charging may take of every limit now, 0 to 1. */
  public double chargingShare() {
    return share;
  }

  /** What a zone is held against on each phase; an unknown one throws {@link IllegalArgumentException}. */
  public PhaseAmps limit(String zoneId) {
    int zone = model.zoneIndex(zoneId);
    if (zone < 0) {
      throw new IllegalArgumentException("no zone is called '" + zoneId + "'");
    }
    return limits.get(zone).limit();
  }

  private void look(int zone) {
    for (int i = 0; i < rows[zone].length; i++) {
      Row row = rows[zone][i];
      look(row);
      Breach over = row.ended();
      if (over != null) {
        ended.add(over);
      }
      wakeIfStillOver(zone, i);
    }
  }

  private void look(Row row) {
    PlantModel.Zone zone = limits.get(row.zone);
    long now = loop.now();
    double hard = row.phase > 0 ? zone.limit().on(row.phase) : zone.kw() == null ? Double.POSITIVE_INFINITY : zone.kw();
    if (hard < Double.POSITIVE_INFINITY) {
      checked++;
    }
    if (row.phase == 0) {
      double others = zone.forAll() ? grid.otherKw(row.zone) : 0;
      row.look(now, grid.kw(row.zone), left(hard, others), tolerance.ofKw(hard, model.volts()));
    } else {
      double others = zone.forAll() ? grid.otherAmps(row.zone, row.phase) : 0;
      row.look(now, grid.amps(row.zone, row.phase), left(hard, others), tolerance.ofAmps(hard));
    }
  }

  private double left(double hard, double others) {
    double left = Math.max(0, hard - others);
    return share < 1 && hard < Double.POSITIVE_INFINITY ? Math.min(left, share * hard) : left;
  }

  private void wakeIfStillOver(int zone, int i) {
    Row row = rows[zone][i];
    Timer pending = wakes[zone][i];
    if (row.nextWakeAt() == Row.NEVER) {
      if (pending != null) {
        pending.cancel();
        wakes[zone][i] = null;
      }
    } else if (pending == null) {
      wakes[zone][i] = loop.at(row.nextWakeAt(), () -> {
        wakes[zone][i] = null;
        report(row.breaks(loop.now()), value(row));
      });
    }
  }

  private double value(Row row) {
    return row.phase == 0 ? grid.kw(row.zone) : grid.amps(row.zone, row.phase);
  }

  private void report(Breach breach, double value) {
    broken++;
    recording.line(loop.now(), "breach", json -> {
      json.writeStringField("z", breach.zone());
      json.writeNumberField("phase", breach.phase());
      json.writeNumberField(breach.phase() == 0 ? "kw" : "a", Math.round(value * 100) / 100.0);
      json.writeNumberField("limit", Math.round(breach.limit() * 100) / 100.0);
      json.writeNumberField("since", breach.since());
    });
  }

  /** How many times a row was judged. */
  public long checked() {
    return checked;
  }

  /** How many breaches there were; 0 is a pass. */
  public int broken() {
    return broken;
  }

  /** All breaches: those that ended, in the order of their end, then those that last. */
  public List<Breach> breaches() {
    List<Breach> all = new ArrayList<>(ended);
    for (Row[] zone : rows) {
      for (Row row : zone) {
        if (row.broken()) {
          all.add(row.lasting(loop.now()));
        }
      }
    }
    return all;
  }

  /** What flowed above each limit so far, also for less than the bound; limits that were always kept are left out. */
  public List<Overload> overloads() {
    List<Overload> all = new ArrayList<>();
    for (Row[] zone : rows) {
      for (Row row : zone) {
        Overload overload = row.overload(loop.now());
        if (overload.longest() > 0) {
          all.add(overload);
        }
      }
    }
    return all;
  }
}
