package io.parkbench.plant.breaker;

import io.parkbench.kernel.Micros;
import java.util.Arrays;
import java.util.List;

/**
 * A breaker with its thermal memory, pole by pole: told of each change of current, it knows when it will open if nothing changes any
 * more. The hottest pole opens all. It opens nothing by itself: {@link Breakers} does.
 */
public final class Breaker {
  /** It does not open at the present current. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int PHASES = 3;

  private final Device device;
  private final double[][] heat;
  private final double[] square = new double[PHASES];
  private long at;
  private boolean open;

  /** Closed and cold, without current. */
  public Breaker(Device device, long now) {
    this.device = device;
    this.heat = new double[PHASES][device.bodies().size()];
    this.at = now;
  }

  public Device device() {
    return device;
  }

  public boolean isOpen() {
    return open;
  }

  /** From {@code now} on it carries so much on supply phase 1, 2 and 3, A; the direction does not matter. */
  public void carry(long now, double l1, double l2, double l3) {
    warm(now);
    square[0] = square(l1);
    square[1] = square(l2);
    square[2] = square(l3);
  }

  private double square(double amps) {
    double share = amps / device.amps();
    return share * share;
  }

  /** It opens: its current ends, and it cools. */
  void open(long now) {
    carry(now, 0, 0, 0);
    open = true;
  }

  /** It is closed again, as warm as it is; fuses are replaced by cold ones. */
  void close(long now) {
    warm(now);
    open = false;
    if (device.fuse()) {
      for (double[] pole : heat) {
        Arrays.fill(pole, 0);
      }
    }
  }

  /** When it opens, µs, if nothing changes, or {@link #NEVER}; open already, it never does. */
  public long opensAt(long now) {
    double seconds = secondsToTrip(now);
    return seconds == Double.POSITIVE_INFINITY ? NEVER : now + (long) Math.ceil(seconds * Micros.SECOND);
  }

  /** Seconds until it opens if nothing changes: 0 where it does so at once, infinite where it never does or is open. */
  public double secondsToTrip(long now) {
    warm(now);
    double least = Double.POSITIVE_INFINITY;
    for (int phase = 1; phase <= PHASES; phase++) {
      least = Math.min(least, secondsToTrip(phase));
    }
    return open ? Double.POSITIVE_INFINITY : least;
  }

  private double secondsToTrip(int phase) {
    double present = square[phase - 1];
    if (present >= device.magnetic() * device.magnetic()) {
      return 0;
    }
    List<Body> bodies = device.bodies();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < bodies.size(); i++) {
      least = Math.min(least, bodies.get(i).secondsToTrip(heat[phase - 1][i], present));
    }
    return least;
  }

  /** The supply phase that opens it first, 1 to 3. */
  int firstPhase() {
    int first = 1;
    for (int phase = 2; phase <= PHASES; phase++) {
      double sooner = secondsToTrip(phase) - secondsToTrip(first);
      first = sooner < 0 || (Double.isNaN(sooner) && square[phase - 1] > square[first - 1]) ? phase : first;
    }
    return first;
  }

  /** Whether the present current alone opens it at once. */
  boolean isShortCircuit(int phase) {
    return square[phase - 1] >= device.magnetic() * device.magnetic();
  }

  /** How warm its hottest pole is, 0 for cold to 1 for opening. */
  public double heat(long now) {
    warm(now);
    double hottest = 0;
    for (double[] pole : heat) {
      for (int i = 0; i < pole.length; i++) {
        hottest = Math.max(hottest, pole[i] / device.bodies().get(i).trips());
      }
    }
    return Math.min(1, hottest);
  }

  /** Brings its heat to {@code now}. */
  void warm(long now) {
    double seconds = (now - at) / (double) Micros.SECOND;
    at = now;
    if (seconds > 0) {
      for (int pole = 0; pole < PHASES; pole++) {
        for (int i = 0; i < heat[pole].length; i++) {
          heat[pole][i] = device.bodies().get(i).after(heat[pole][i], square[pole], seconds);
        }
      }
    }
  }
}
