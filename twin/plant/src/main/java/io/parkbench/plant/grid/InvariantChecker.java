package io.parkbench.plant.grid;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Timer;
import io.parkbench.plant.PlantModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judge of R-LEASE-5: no true charging current stands above max(0, hard limit − other loads) plus tolerance for longer
 * than {@link BreachBound}. It sits outside the gateway, looks at each zone and phase (and power limit) after every event
 * that changed it, and has one wake-up for each that is above its limit.
 */
public final class InvariantChecker {
  private final Grid grid;
  private final PlantModel model;
  private final Loop loop;
  private final OtherLoads others;
  private final Tolerance tolerance;
  private final Recording recording;
  private final Row[][] rows;
  private final @Nullable Timer[][] wakes;
  private final List<Breach> ended = new ArrayList<>();
  private long checked;
  private int broken;

  /** Begins to watch {@code grid}; zones without a limit are not looked at. */
  public InvariantChecker(
      Grid grid, Loop loop, OtherLoads others, BreachBound bound, Tolerance tolerance, Recording recording) {
    this.grid = grid;
    this.model = grid.model();
    this.loop = loop;
    this.others = others;
    this.tolerance = tolerance;
    this.recording = recording;
    int zones = model.zones().size();
    rows = new Row[zones][];
    wakes = new Timer[zones][];
    for (int zone = 0; zone < zones; zone++) {
      rows[zone] = rows(zone, bound.micros());
      wakes[zone] = new Timer[rows[zone].length];
    }
    grid.watch((now, zone) -> look(zone));
  }

  private Row[] rows(int index, long bound) {
    PlantModel.Zone zone = model.zones().get(index);
    List<Row> limited = new ArrayList<>();
    for (int phase = 1; phase <= 3; phase++) {
      if (zone.limit().on(phase) < Double.POSITIVE_INFINITY) {
        limited.add(new Row(index, phase, zone.id(), bound));
      }
    }
    if (zone.kw() != null) {
      limited.add(new Row(index, 0, zone.id(), bound));
    }
    return limited.toArray(Row[]::new);
  }

  /** Judges a zone as it is now: called by the grid, and by whoever changes the other loads. */
  public void look(int zone) {
    for (int i = 0; i < rows[zone].length; i++) {
      Row row = rows[zone][i];
      look(row);
      checked++;
      Breach over = row.ended();
      if (over != null) {
        ended.add(over);
      }
      wakeIfStillOver(zone, i);
    }
  }

  private void look(Row row) {
    PlantModel.Zone zone = model.zones().get(row.zone);
    long now = loop.now();
    if (row.phase == 0 && zone.kw() != null) {
      double limit = Math.max(0, zone.kw() - others.kw(row.zone));
      row.look(now, grid.kw(row.zone), limit, tolerance.ofKw(zone.kw(), model.volts()));
    } else {
      double hard = zone.limit().on(row.phase);
      double limit = Math.max(0, hard - others.amps(row.zone, row.phase));
      row.look(now, grid.amps(row.zone, row.phase), limit, tolerance.ofAmps(hard));
    }
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
}
