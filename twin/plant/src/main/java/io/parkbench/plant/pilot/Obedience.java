package io.parkbench.plant.pilot;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WakeUp;

/**
 * A station's watch over a vehicle that has 5 s to follow its pilot (IEC 61851-1): one that still draws more after 6 s in a row is cut off
 * (R-PLANT-7). What is within the tolerance is no disobedience.
 */
public final class Obedience {
  /** From the first moment of drawing too much to the open contactor. */
  public static final long PATIENCE = 6 * Micros.SECOND;

  private static final double TOLERANCE_AMPS = 1;
  private static final double TOLERANCE = 0.1;

  private final Loop loop;
  private final WakeUp wakeUp;
  private boolean disobeys;

  /** @param cut opens the contactor */
  public Obedience(Loop loop, Runnable cut) {
    this.loop = loop;
    wakeUp = new WakeUp(loop, () -> {
      disobeys = false;
      cut.run();
    });
  }

  /**
   * The offer or the draw may have changed.
   *
   * @param offered A per conductor
   * @param drawn A per conductor
   */
  public void look(double offered, double drawn) {
    boolean tooMuch = drawn > offered + Math.max(TOLERANCE_AMPS, TOLERANCE * offered);
    if (tooMuch && !disobeys) {
      wakeUp.move(loop.now() + PATIENCE);
    } else if (!tooMuch) {
      wakeUp.cancel();
    }
    disobeys = tooMuch;
  }

  /** Nothing is plugged in, or nobody looks any more. */
  public void end() {
    disobeys = false;
    wakeUp.cancel();
  }
}
