package io.parkbench.plant.grid;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.Wiring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The true charging currents of the site, kept incrementally: what a connector draws goes through its wiring onto the supply
 * phases and up the zone tree (R-PLANT-2). Currents are whole microamperes inside, so that sums stay exact over months.
 *
 * <p>Draws are recorded as they change, zones once at the end of an instant in which they changed, each to 0.01 A.
 */
public final class Grid {
  static final int PHASES = 3;

  private static final double MICRO = 1e6;
  private static final long CENTI = 10_000;

  private final PlantModel model;
  private final Loop loop;
  private final Recording recording;
  private final List<Watcher> watchers = new ArrayList<>();
  private final List<Bay> bays;
  private final int[] parent;
  private final int[] zoneOf;
  private final Wiring[] wiring;
  private final long[][] drawn;
  private final long[][] carried;
  private final long[][] recordedDraw;
  private final long[][] recordedCurrent;
  private final boolean[] touched;
  private boolean settling;

  /** Hears of zones whose currents changed. */
  @FunctionalInterface
  public interface Watcher {
    /** At the end of an instant in which the true current of zone {@code zone} (index in the model) changed. */
    void changed(long now, int zone);
  }

  public Grid(PlantModel model, Loop loop, Recording recording) {
    this.model = model;
    this.loop = loop;
    this.recording = recording;
    bays = model.bays();
    int zones = model.zones().size();
    parent = new int[zones];
    for (int i = 0; i < zones; i++) {
      String above = model.zones().get(i).parent();
      parent[i] = above == null ? -1 : model.zoneIndex(above);
    }
    zoneOf = new int[bays.size()];
    wiring = new Wiring[bays.size()];
    for (Bay bay : bays) {
      zoneOf[bay.index()] = model.zoneIndex(bay.station().zone());
      wiring[bay.index()] = bay.connector().wiring();
    }
    drawn = new long[bays.size()][3];
    recordedDraw = new long[bays.size()][3];
    carried = new long[zones][3];
    recordedCurrent = new long[zones][3];
    touched = new boolean[zones];
  }

  public PlantModel model() {
    return model;
  }

  /** Tells {@code watcher} of every later change. */
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /**
   * A connector's draw changed.
   *
   * @param bay index among {@link PlantModel#bays}
   * @param l1 on the connector's own L1, A; likewise {@code l2}, {@code l3}, which are 0 on a one-phase connector (else
   *     {@link IllegalArgumentException})
   */
  public void draw(int bay, double l1, double l2, double l3) {
    boolean changed = conduct(bay, 1, l1);
    changed |= conduct(bay, 2, l2);
    changed |= conduct(bay, 3, l3);
    if (!changed) {
      return;
    }
    if (moved(drawn[bay], recordedDraw[bay])) {
      PlantModel.Bay place = bays.get(bay);
      recording.line(loop.now(), "draw", json -> {
        json.writeStringField("station", place.station().id());
        json.writeNumberField("connector", place.connector().number());
        writeAmps(json, drawn[bay]);
      });
    }
    if (!settling) {
      settling = true;
      loop.atEndOfInstant(this::settle);
    }
  }

  /** How a connector is truly wired now. */
  public Wiring wiring(int bay) {
    return wiring[bay];
  }

  /**
   * Wires a connector otherwise than the site says, at once, its draw included (R-PLANT-3).
   *
   * @throws IllegalArgumentException as {@link #checkWiring} does
   */
  public void rewire(int bay, Wiring other) {
    checkWiring(bay, other);
    Wiring before = wiring[bay];
    double[] amps = new double[before.phases()];
    for (int conductor = 1; conductor <= amps.length; conductor++) {
      amps[conductor - 1] = drawn(bay, before.supplyPhase(conductor));
    }
    for (int conductor = 1; conductor <= amps.length; conductor++) {
      conduct(bay, conductor, 0);
    }
    wiring[bay] = other;
    draw(bay, amps[0], amps.length > 1 ? amps[1] : 0, amps.length > 2 ? amps[2] : 0);
  }

  /** A wiring for another number of phases than the connector has fails with {@link IllegalArgumentException}. */
  public void checkWiring(int bay, Wiring other) {
    if (other.phases() != wiring[bay].phases()) {
      throw new IllegalArgumentException(
          bays.get(bay).station().id() + " has " + wiring[bay].phases() + " phases and cannot be wired " + other);
    }
  }

  /** Draws the same on the first {@code conductors} conductors of a connector and nothing on the others. */
  public void draw(int bay, double amps, int conductors) {
    draw(bay, amps, conductors > 1 ? amps : 0, conductors > 2 ? amps : 0);
  }

  /** True charging current of a zone on supply phase 1 to 3, A. */
  public double amps(int zone, int phase) {
    return carried[zone][phase - 1] / MICRO;
  }

  /** True charging power of a zone at the nominal voltage, kW. */
  public double kw(int zone) {
    long[] amps = carried[zone];
    return (amps[0] + amps[1] + amps[2]) / MICRO * model.volts() / 1_000;
  }

  /** True draw of a connector on supply phase 1 to 3, A. */
  public double drawn(int bay, int phase) {
    return drawn[bay][phase - 1] / MICRO;
  }

  private boolean conduct(int bay, int conductor, double amps) {
    if (conductor > wiring[bay].phases()) {
      if (amps != 0) {
        throw new IllegalArgumentException(bays.get(bay).station().id() + " has no conductor L" + conductor);
      }
      return false;
    }
    int phase = wiring[bay].supplyPhase(conductor) - 1;
    long difference = Math.round(amps * MICRO) - drawn[bay][phase];
    if (difference == 0) {
      return false;
    }
    drawn[bay][phase] += difference;
    for (int zone = zoneOf[bay]; zone >= 0; zone = parent[zone]) {
      carried[zone][phase] += difference;
      touched[zone] = true;
    }
    return true;
  }

  private void settle() {
    settling = false;
    for (int zone = 0; zone < touched.length; zone++) {
      if (touched[zone]) {
        touched[zone] = false;
        if (moved(carried[zone], recordedCurrent[zone])) {
          String id = model.zones().get(zone).id();
          long[] amps = carried[zone];
          recording.line(loop.now(), "current", json -> {
            json.writeStringField("z", id);
            writeAmps(json, amps);
          });
        }
        for (Watcher watcher : watchers) {
          watcher.changed(loop.now(), zone);
        }
      }
    }
  }

  /** Whether the rounded currents differ from those recorded last, which are brought up to date. */
  private static boolean moved(long[] micros, long[] recorded) {
    long[] before = recorded.clone();
    for (int i = 0; i < 3; i++) {
      recorded[i] = centi(micros[i]);
    }
    return !Arrays.equals(before, recorded);
  }

  private static long centi(long micros) {
    return Math.floorDiv(micros + CENTI / 2, CENTI);
  }

  private static void writeAmps(JsonGenerator json, long[] micros) throws IOException {
    json.writeArrayFieldStart("a");
    for (long amps : micros) {
      json.writeNumber(centi(amps) / 100.0);
    }
    json.writeEndArray();
  }
}
