package io.parkbench.plant.meter;

import io.parkbench.kernel.Chance;
import io.parkbench.protocol.meter.Quantity;

/**
 * What a meter measured last. It measures every {@code refresh} from an instant of its own on, without ticking: a measurement is made up when
 * somebody asks after its instant, or when the feeder is about to change. Before the first it holds what it saw when switched on.
 *
 * <p>Each phase has a gain of its own for life, uniform within the accuracy class, for current and power alike; so has the energy.
 */
final class SampleAndHold {
  private static final int PHASES = 3;
  private static final double PERCENT = 100;

  private final Feeder feeder;
  private final long refresh;
  private final double[] gain = new double[PHASES + 1];
  private final double energyGain;
  private final double[] amps = new double[PHASES + 1];
  private final double[] watts = new double[PHASES + 1];
  private double wattHours;
  private long next;
  private long latestChange;
  private boolean changed;

  SampleAndHold(MeterSetup setup, Feeder feeder, Chance chance, long now) {
    this.feeder = feeder;
    refresh = setup.refresh();
    for (int phase = 1; phase <= PHASES; phase++) {
      gain[phase] = draw(setup.accuracyClass(), chance);
    }
    energyGain = draw(setup.accuracyClass(), chance);
    next = now + chance.between(1, refresh);
    latestChange = now;
    changed = true;
    measure(now);
  }

  private static double draw(double accuracyClass, Chance chance) {
    return 1 + accuracyClass / PERCENT * (2 * chance.nextDouble() - 1);
  }

  /** Whether there is a measurement to be made up. */
  boolean isDue(long now) {
    return now >= next;
  }

  /** Makes up the latest measurement, which is due; returns whether more than the energy may have changed by it. */
  boolean catchUp(long now) {
    long latest = now - (now - next) % refresh;
    next = latest + refresh;
    return measure(latest);
  }

  /** From {@code now} on the feeder is another. */
  void changing(long now) {
    latestChange = now;
    changed = true;
  }

  private boolean measure(long at) {
    wattHours = feeder.importedWh(Math.max(at, latestChange)) * energyGain;
    if (!changed) {
      return false;
    }
    changed = false;
    for (int phase = 1; phase <= PHASES; phase++) {
      amps[phase] = feeder.amps(phase) * gain[phase];
      watts[phase] = feeder.watts(phase) * gain[phase];
    }
    return true;
  }

  /** Fills in what the meter's own phases show of it: currents without sign, powers with. */
  void into(double[] values, Transformers transformers) {
    double total = 0;
    for (int phase = 1; phase <= PHASES; phase++) {
      int on = transformers.on(phase);
      double power = Math.signum(on) * watts[Math.abs(on)];
      values[Quantity.current(phase).index()] = Math.abs(amps[Math.abs(on)]);
      values[Quantity.power(phase).index()] = power;
      total += power;
    }
    values[Quantity.POWER_TOTAL.index()] = total;
    energyInto(values);
  }

  void energyInto(double[] values) {
    values[Quantity.ENERGY_TOTAL.index()] = wattHours;
  }

  /** Imported, as measured, Wh. */
  double wattHours() {
    return wattHours;
  }
}
