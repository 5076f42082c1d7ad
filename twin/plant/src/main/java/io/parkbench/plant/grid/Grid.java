package io.parkbench.plant.grid;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.Wiring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The true currents of the site, kept incrementally: what a connector draws goes through its wiring onto the supply phases and
 * up the zone tree, and so does what other loads draw or feed in, kept apart from it (R-PLANT-1, R-PLANT-2). Currents are whole
 * microamperes inside, so that sums stay exact over months; all are at unity power factor, so that they add up with their sign.
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
  private final long[][] others;
  private final long[][] recordedDraw;
  private final long[][] recordedCurrent;
  private final long[][] recordedLoad;
  private final boolean[] touched;
  private boolean settling;
  private double volts;

  /** Hears of zones whose currents, or the voltage there, change. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * At the end of an instant in which a true current of zone {@code zone} (index in the model), or the voltage, changed.
     *
     * @param now µs
     */
    void changed(long now, int zone);

    /**
     * Just before the first such change of an instant: what flows now has flowed since the last one. Nothing may be changed
     * from here.
     */
    default void changes(long now, int zone) {}
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
    others = new long[zones][3];
    recordedCurrent = new long[zones][3];
    recordedLoad = new long[zones][3];
    volts = model.volts();
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
  }

  /**
   * What other loads at a zone draw changed by so much.
   *
   * @param zone index in the model; the zones above it carry it, too
   * @param phase supply phase 1 to 3
   * @param microamps difference, µA; below 0 for less drawn, or more fed in
   */
  public void shiftLoad(int zone, int phase, long microamps) {
    if (microamps == 0) {
      return;
    }
    for (int at = zone; at >= 0; at = parent[at]) {
      touch(at);
      others[at][phase - 1] += microamps;
    }
  }

  /** Line to neutral, V: nominal unless {@link #setVolts} said otherwise. */
  public double volts() {
    return volts;
  }

  /** The voltage is another from now on: powers follow, currents stay; what is not above 0 fails. */
  public void setVolts(double other) {
    if (!(other > 0 && other < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a voltage is above 0 V, not " + other);
    }
    for (int zone = 0; zone < touched.length; zone++) {
      touch(zone);
    }
    volts = other;
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

  /** True charging power of a zone at the nominal voltage, kW: what limits of power are about (R-ALLOC-14). */
  public double kw(int zone) {
    long[] amps = carried[zone];
    return (amps[0] + amps[1] + amps[2]) / MICRO * model.volts() / 1_000;
  }

  /** True current of a zone's other loads on supply phase 1 to 3, A; below 0 where they feed in. */
  public double otherAmps(int zone, int phase) {
    return others[zone][phase - 1] / MICRO;
  }

  /** Power of a zone's other loads over all phases at the nominal voltage, kW; below 0 where they feed in. */
  public double otherKw(int zone) {
    long[] amps = others[zone];
    return (amps[0] + amps[1] + amps[2]) / MICRO * model.volts() / 1_000;
  }

  /** All that flows into a zone on supply phase 1 to 3, A; below 0 where it flows out. */
  public double totalAmps(int zone, int phase) {
    return (carried[zone][phase - 1] + others[zone][phase - 1]) / MICRO;
  }

  /** The power that goes into a zone on supply phase 1 to 3 at the present voltage, W; below 0 where it comes out. */
  public double watts(int zone, int phase) {
    return totalAmps(zone, phase) * volts;
  }

  /** The power that goes into a zone over all phases at the present voltage, W; below 0 where it comes out. */
  public double watts(int zone) {
    return watts(zone, 1) + watts(zone, 2) + watts(zone, 3);
  }

  /** What the most loaded supply phase of a zone carries more than the least loaded one, A. */
  public double unbalanceAmps(int zone) {
    double l1 = totalAmps(zone, 1);
    double l2 = totalAmps(zone, 2);
    double l3 = totalAmps(zone, 3);
    return Math.max(l1, Math.max(l2, l3)) - Math.min(l1, Math.min(l2, l3));
  }

  /**
   * The negative-sequence share of a zone's currents as IEC 61000-4-30 has it, %: 0 when the phases are alike, 100 when one alone
   * is loaded. More than 100, or infinite, where some phases feed in; 0 where nothing flows.
   */
  public double unbalancePercent(int zone) {
    double l1 = totalAmps(zone, 1);
    double l2 = totalAmps(zone, 2);
    double l3 = totalAmps(zone, 3);
    double negative = Math.sqrt(Math.max(0, l1 * l1 + l2 * l2 + l3 * l3 - l1 * l2 - l2 * l3 - l3 * l1));
    return negative == 0 ? 0 : 100 * negative / Math.abs(l1 + l2 + l3);
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
    for (int zone = zoneOf[bay]; zone >= 0; zone = parent[zone]) {
      touch(zone);
      carried[zone][phase] += difference;
    }
    drawn[bay][phase] += difference;
    return true;
  }

  /** Something is about to change in a zone. */
  private void touch(int zone) {
    if (!touched[zone]) {
      touched[zone] = true;
      for (Watcher watcher : watchers) {
        watcher.changes(loop.now(), zone);
      }
      if (!settling) {
        settling = true;
        loop.atEndOfInstant(this::settle);
      }
    }
  }

  private void settle() {
    settling = false;
    for (int zone = 0; zone < touched.length; zone++) {
      if (touched[zone]) {
        touched[zone] = false;
        record("current", zone, carried[zone], recordedCurrent[zone]);
        record("load", zone, others[zone], recordedLoad[zone]);
        for (Watcher watcher : watchers) {
          watcher.changed(loop.now(), zone);
        }
      }
    }
  }

  private void record(String kind, int zone, long[] amps, long[] recorded) {
    if (moved(amps, recorded)) {
      recording.line(loop.now(), kind, json -> {
        json.writeStringField("z", model.zones().get(zone).id());
        writeAmps(json, amps);
      });
    }
  }

  /** Whether the rounded currents differ from those recorded last, which are brought up to date. */
  private static boolean moved(long[] micros, long[] recorded) {
    boolean moved = false;
    for (int i = 0; i < 3; i++) {
      long rounded = centi(micros[i]);
      moved |= rounded != recorded[i];
      recorded[i] = rounded;
    }
    return moved;
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
