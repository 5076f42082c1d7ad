package io.parkbench.scenarios.probe.meter;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a meter's numbers do while time passes. */
final class TimeProbes {
  private static final String GROUP = "Time";
  private static final double HOUR = Micros.HOUR;
  /** Counts of an energy register that are enough to say how fast it goes. */
  private static final int ENOUGH = 3;
  private static final long LOOK = 50 * Micros.MILLISECOND;
  private static final long REFRESH_WATCH = 12 * Micros.SECOND;

  private TimeProbes() {}

  static List<Probe<MeterUnderTest>> all() {
    return List.of(
        Probe.of("refresh", GROUP, "measures anew every so often", WireProbes.readable(TimeProbes::refresh)),
        Probe.of("energy-grows", GROUP, "counts the energy that its power makes", WireProbes.readable(TimeProbes::grows)));
  }

  private static Finding refresh(MeterUnderTest meter) {
    List<Long> changes = new ArrayList<>();
    Snapshot before = meter.snapshot();
    for (long end = meter.now() + Math.min(meter.watch, REFRESH_WATCH); meter.now() < end; meter.pass(LOOK)) {
      Snapshot now = meter.snapshot();
      if (!now.sameAs(before)) {
        changes.add(meter.now());
        before = now;
      }
    }
    if (changes.size() < ENOUGH) {
      return Finding.unsure("its numbers stood still for " + Math.min(meter.watch, REFRESH_WATCH) / Micros.SECOND
          + " s: nothing changes, or it counts too coarsely to see");
    }
    double[] gaps = new double[changes.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = changes.get(i + 1) - changes.get(i);
    }
    meter.known.refresh = Math.round(WireProbes.median(gaps));
    double millis = meter.known.refresh / (double) Micros.MILLISECOND;
    return Finding.sound(String.format(Locale.ROOT, "its numbers change every %.0f ms", millis)).with("refresh_ms", millis, "ms");
  }

  private static Finding grows(MeterUnderTest meter) {
    Point energy = meter.known.model.point(Quantity.ENERGY_TOTAL);
    if (energy == null) {
      return Finding.untried("its model has no energy");
    }
    Snapshot before = meter.snapshot();
    double watts = before.value(Quantity.POWER_TOTAL, meter.known.order) * meter.known.powerFactor;
    double from = before.value(Quantity.ENERGY_TOTAL, meter.known.order);
    if (!meter.known.powerTells || Double.isNaN(from) || !(watts > 0)) {
      return Finding.unsure("it takes an energy, and a power that goes with its currents");
    }
    long begun = meter.now();
    meter.pass(meter.watch);
    Snapshot after = meter.snapshot();
    double grown = after.value(Quantity.ENERGY_TOTAL, meter.known.order) - from;
    double due = watts * (meter.now() - begun) / HOUR;
    String sentence = String.format(Locale.ROOT, "its power makes %.0f Wh, and it has counted %.0f Wh", due, grown);
    if (grown < 0) {
      return Finding.quirk(from + grown < -grown ? "energy-reset" : "energy-rollback", "its energy has gone back: " + sentence);
    }
    if (due < ENOUGH * energy.scale()) {
      return Finding.unsure(sentence + ": too little to see; watch longer (--watch)");
    }
    if (grown == 0) {
      return due / 1_000 >= ENOUGH * energy.scale()
          ? Finding.quirk("frozen", sentence + (after.sameAs(before) ? ", and no register has moved" : "")) : Finding.unsure(
              sentence + ": it is frozen, or counts thousands only; watch longer (--watch)");
    }
    double ratio = grown / due;
    Finding finding = ratio > 0.5 && ratio < 2 ? Finding.sound(sentence)
        : ratio > 500 && ratio < 2_000 ? Finding.quirk("watt-hours-for-kilowatt-hours", sentence + ": a thousand times")
            : ratio > 0.0003 && ratio < 0.003 ? Finding.quirk("kilowatt-hours-for-watt-hours", sentence + ": a thousandth")
                : Finding.odd(sentence);
    return finding.with("energy_by_power", ratio, "");
  }
}
