package io.parkbench.gateway.dynamic;

import java.util.Arrays;

/**
 * The limit of one dynamic zone for its cars, per phase and in power (R-DYN-1, 6, 7). Control is incremental: it is cut by the full excess as
 * soon as the meter shows one, and raised gently, only while what the meter shows and all that those told could draw besides stays a
 * guard below the maximum. Without a trustworthy meter it is the degraded setpoint.
 *
 * <p>Tell what happens, then call {@link #step}; call it again at {@link #nextWakeAt}. Currents are in 0.1 A, power in W.
 */
public final class DynamicLimit {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Rows: three phases, then power. */
  private static final int ROWS = 4;

  private static final int POWER = 3;
  private static final long NEVER = Long.MAX_VALUE;
  private static final double SECOND = 1e6;

  private final DynamicTerms terms;
  private final double volts;
  private final DynamicRow[] rows = new DynamicRow[ROWS];
  private final int[] degraded;
  private final int[] limit = new int[ROWS];
  private boolean trusted;
  private boolean missing;
  private long knownFrom;
  private long risenAt;

  /**
   * A zone whose meter is not trusted yet.
   *
   * @param maxDa its maximum per supply phase, three values
   * @param maxW its maximum over all phases; {@link #UNLIMITED} for none
   * @param degradedDa its limit per phase while the meter is not to be trusted
   * @param volts phase to neutral
   */
  public DynamicLimit(DynamicTerms terms, int[] maxDa, int maxW, int degradedDa, double volts) {
    this.terms = terms;
    this.volts = volts;
    for (int row = 0; row < ROWS; row++) {
      int max = row == POWER ? maxW : maxDa[row];
      rows[row] = new DynamicRow(max, max == UNLIMITED ? 0 : guard(row, max), terms);
    }
    degraded = new int[] {Math.min(maxDa[0], degradedDa), Math.min(maxDa[1], degradedDa), Math.min(maxDa[2], degradedDa), maxW};
    System.arraycopy(degraded, 0, limit, 0, ROWS);
  }

  private int guard(int row, int max) {
    return (int) Math
        .ceil(max * (terms.guardPermille() / 1000.0) + (row == POWER ? terms.guardDa() * 3 * volts / 10 : terms.guardDa()));
  }

  /** A trustworthy reading of the meter: per supply phase, 0.1 A, rounded up; below zero where it exports. */
  public void read(long now, int l1Da, int l2Da, int l3Da) {
    if (!trusted) {
      trusted = true;
      knownFrom = now + terms.sampled() + terms.shown();
      for (DynamicRow row : rows) {
        row.forget(now);
      }
    }
    missing = false;
    rows[0].read(now, l1Da);
    rows[1].read(now, l2Da);
    rows[2].read(now, l3Da);
    rows[POWER].read(now, watts(l1Da, l2Da, l3Da));
  }

  /** The meter has not answered, or not in a way to be believed: nothing is raised until it does again. */
  public void missed() {
    missing = true;
  }

  /** The meter is not to be trusted any more: the zone stands at its degraded setpoint. */
  public void lost() {
    trusted = false;
  }

  /**
   * What the zone's cars draw on a supply phase.
   *
   * @param sureDa by samples not older than {@link DynamicTerms#sampled}, of stations that can be reached, three values
   * @param seenDa by the last samples of all that could be drawing, three values
   */
  public void drawn(long now, int[] sureDa, int[] seenDa) {
    for (int phase = 0; phase < POWER; phase++) {
      rows[phase].drawn(now, sureDa[phase], seenDa[phase]);
    }
    rows[POWER].drawn(now, watts(sureDa[0], sureDa[1], sureDa[2]), watts(seenDa[0], seenDa[1], seenDa[2]));
  }

  private int watts(int l1Da, int l2Da, int l3Da) {
    return (int) Math.ceil((l1Da + l2Da + l3Da) * volts / 10);
  }

  /**
   * Decides.
   *
   * @return whether the limit is another one than before
   */
  public boolean step(long now) {
    int[] before = limit.clone();
    if (trusted) {
      for (int row = 0; row < ROWS; row++) {
        if (rows[row].max() != UNLIMITED) {
          cut(row, now);
        }
      }
      if (mayRise(now)) {
        rise(now);
      }
    } else {
      System.arraycopy(degraded, 0, limit, 0, ROWS);
      risenAt = now;
    }
    return !Arrays.equals(before, limit);
  }

  private void cut(int row, long now) {
    DynamicRow of = rows[row];
    if (of.excess() > 0) {
      limit[row] = Math.min(limit[row], of.withoutExcess(now));
    }
    if (now >= knownFrom && of.worthHaving(now) <= limit[row] - least(row)) {
      limit[row] = of.worthHaving(now);
    }
  }

  private boolean mayRise(long now) {
    return !missing && now >= knownFrom && now >= risenAt + terms.step();
  }

  private void rise(long now) {
    double seconds = Math.min(now - risenAt, terms.step()) / SECOND;
    boolean rises = false;
    for (int row = 0; row < ROWS; row++) {
      int free = rows[row].max() == UNLIMITED ? UNLIMITED : rows[row].free(now);
      if (wants(row, free)) {
        int most = (int) (seconds * perSecond(row));
        limit[row] = free - limit[row] <= most ? free : limit[row] + most;
        rises = true;
      }
    }
    if (rises) {
      risenAt = now;
    }
  }

  private boolean wants(int row, int free) {
    return free != UNLIMITED && (free >= limit[row] + least(row) || free > limit[row] && free == rows[row].most());
  }

  private double perSecond(int row) {
    return row == POWER ? terms.rampDaPerSecond() * 3 * volts / 10 : terms.rampDaPerSecond();
  }

  private int least(int row) {
    return row == POWER ? (int) (terms.least() * 3 * volts / 10) : terms.least();
  }

  /** When {@link #step} is due even if nothing happens, µs; {@link Long#MAX_VALUE} for never. */
  public long nextWakeAt(long now) {
    if (!trusted) {
      return NEVER;
    }
    long next = now < knownFrom ? knownFrom : NEVER;
    for (int row = 0; row < ROWS; row++) {
      if (rows[row].max() != UNLIMITED) {
        next = Math.min(next, rows[row].nextCut());
        boolean ready = now >= knownFrom && !missing && wants(row, rows[row].free(now));
        next = Math.min(next, ready ? risenAt + terms.step() : Math.max(rows[row].nextChange(now), now + terms.step()));
      }
    }
    return Math.max(next, now);
  }

  /** The limit for the cars on supply phase 0…2, 0.1 A. */
  public int limitDa(int phase) {
    return limit[phase];
  }

  /** The limit for the cars' power, W; {@link #UNLIMITED} for none. */
  public int limitW() {
    return limit[POWER];
  }

  /** Whether the meter steers the zone; else it stands at its degraded setpoint. */
  public boolean steered() {
    return trusted;
  }

  /** Whether the meter shows more than the maximum of a phase, or of their power. */
  public boolean exceeded() {
    boolean exceeded = false;
    for (DynamicRow row : rows) {
      exceeded |= row.max() != UNLIMITED && row.excess() > 0;
    }
    return trusted && exceeded;
  }
}
