package io.parkbench.scenarios.probe.meter;

import io.parkbench.protocol.meter.Format;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.WordOrder;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether what lies in a meter's registers can be what it measures. */
final class NumberProbes {
  private static final String GROUP = "Numbers";
  private static final int NOT_THERE = 0x8000;
  private static final int NONE = 0xFFFF;
  private static final int FLOAT_INFINITE = 0x7F80_0000;
  private static final double VOLTS = 230;
  private static final double SOME = 1;
  private static final double NEAR = 0.01;

  private NumberProbes() {}

  static List<Probe<MeterUnderTest>> all() {
    return List.of(
        Probe.of("registers", GROUP, "has numbers in its registers", WireProbes.readable(NumberProbes::registers)),
        Probe.of("order", GROUP, "has them where its model says, in that order of words and bytes",
            WireProbes.readable(NumberProbes::order)),
        Probe.of("available", GROUP, "has all its numbers", WireProbes.readable(NumberProbes::available)),
        Probe.of("energy-available", GROUP, "has an energy", WireProbes.readable(NumberProbes::energyAvailable)),
        Probe.of("power-by-current", GROUP, "shows a power that goes with its currents",
            WireProbes.readable(NumberProbes::powerByCurrent)),
        Probe.of("currents", GROUP, "shows the currents that flow", WireProbes.readable(NumberProbes::currents)));
  }

  private static Finding registers(MeterUnderTest meter) {
    Snapshot seen = meter.snapshot();
    if (seen.allWords(NOT_THERE)) {
      return nothing(meter, "wrong-unit", "every register holds 0x8000: a gateway that knows no unit " + meter.endpoint().unit());
    }
    if (seen.allWords(0)) {
      return nothing(meter, "zero-block", "every register holds 0, the energy too: it answers for what it cannot read");
    }
    return Finding.sound(seen.count() + " of " + meter.known.model.points().size() + " numbers of " + meter.known.model.name()
        + " can be read");
  }

  private static Finding nothing(MeterUnderTest meter, String trap, String sentence) {
    meter.known.readable = false;
    meter.known.whyNot = sentence;
    return Finding.quirk(trap, sentence);
  }

  private static Finding order(MeterUnderTest meter) {
    Known known = meter.known;
    Snapshot asItIs = meter.snapshot();
    if (sensible(asItIs, known.order)) {
      return Finding.sound("its numbers make sense as " + known.model.name() + " has them, words " + known.order);
    }
    List<Runnable> takes = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Snapshot earlier = Snapshot.of(meter, -1);
    if (sensible(earlier, known.order)) {
      takes.add(() -> known.shift = -1);
      findings.add(Finding.quirk("off-by-one", "its numbers lie one address earlier than its model says"));
    }
    for (WordOrder order : WordOrder.values()) {
      if (order != known.order && sensible(asItIs, order)) {
        takes.add(() -> known.order = order);
        boolean words = order.lowWordFirst() != known.order.lowWordFirst();
        boolean bytes = order.bytesTurned() != known.order.bytesTurned();
        String sentence = "its numbers make sense as " + order + " only, not as " + known.order;
        findings.add(words && bytes ? Finding.odd(sentence) : Finding.quirk(words ? "word-swap" : "byte-swap", sentence));
      }
    }
    if (findings.size() == 1) {
      takes.getFirst().run();
      return findings.getFirst();
    }
    known.readable = false;
    known.whyNot = "its numbers make no sense";
    return Finding.odd(
        findings.isEmpty() ? "its numbers make no sense in any order, here or one address earlier: another model, or another scale"
            : "its numbers make sense in " + findings.size() + " orders: let more current flow");
  }

  private static boolean sensible(Snapshot seen, WordOrder order) {
    return seen.isWhole() && seen.absurdities(order) == 0 && seen.countsWell(order);
  }

  private static Finding available(MeterUnderTest meter) {
    Snapshot seen = meter.snapshot();
    List<Point> ones = meter.known.model.points().stream().filter(point -> point.format().registers() == 1).toList();
    for (int word : new int[] {NOT_THERE, NONE}) {
      if (!ones.isEmpty() && ones.stream().allMatch(point -> Long.valueOf(word).equals(bits(meter, seen, point.quantity())))) {
        return Finding.quirk(word == NONE ? "not-available-ffff" : "not-available-int16",
            String.format(Locale.ROOT, "every number of one register is 0x%04X: not available", word));
      }
    }
    List<Quantity> missing = meter.known.model.points().stream().map(Point::quantity)
        .filter(quantity -> quantity != Quantity.ENERGY_TOTAL && Double.isNaN(seen.value(quantity, meter.known.order))).toList();
    if (missing.isEmpty()) {
      return Finding.sound("none is marked as not available");
    }
    Quantity first = missing.getFirst();
    if (missing.size() > 1 || !first.isCurrent()) {
      return Finding.odd("it has no " + missing);
    }
    boolean infinite = Objects.requireNonNull(meter.known.model.point(first)).format() == Format.FLOAT32
        && Long.valueOf(FLOAT_INFINITE).equals(bits(meter, seen, first));
    return infinite ? Finding.quirk("infinite-phase", "it shows an infinite " + first.text())
        : Finding.quirk("nan-phase", "it has no " + first.text());
  }

  private static @Nullable Long bits(MeterUnderTest meter, Snapshot seen, Quantity quantity) {
    return seen.bits(quantity, meter.known.order);
  }

  private static Finding energyAvailable(MeterUnderTest meter) {
    if (!meter.known.model.shows(Quantity.ENERGY_TOTAL)) {
      return Finding.untried("its model has none");
    }
    double energy = meter.snapshot().value(Quantity.ENERGY_TOTAL, meter.known.order);
    return Double.isNaN(energy) ? Finding.quirk("not-available-int64", "its energy is marked as not available")
        : Finding.sound(String.format(Locale.ROOT, "it has counted %.1f kWh", energy / 1_000)).with("energy_kwh", energy / 1_000,
            "kWh");
  }

  private static Finding powerByCurrent(MeterUnderTest meter) {
    double volts = meter.snapshot().volts(meter.known.order);
    if (Double.isNaN(volts)) {
      return Finding.unsure("it takes all three currents, a power, and 1 A or more in all");
    }
    String sentence = String.format(Locale.ROOT, "power by current is %.3g V", volts);
    double ratio = volts / VOLTS;
    Known known = meter.known;
    Finding finding;
    known.powerTells = true;
    if (ratio > 0.6 && ratio < 1.4) {
      finding = Finding.sound(sentence);
    } else if (ratio > 600 && ratio < 1_400) {
      known.powerFactor = 0.001;
      finding = Finding.quirk("watts-for-kilowatts", sentence + ": its power is in W, not in kW as its model has it");
    } else if (ratio > 0.0006 && ratio < 0.0014) {
      known.powerFactor = 1_000;
      finding = Finding.quirk("kilowatts-for-watts", sentence + ": its power is in kW, not in W as its model has it");
    } else if (ratio > 0.06 && ratio < 0.14) {
      finding = Finding.quirk("tenfold-current", sentence + ": its currents are ten times what they should be");
    } else if (ratio > 6 && ratio < 14) {
      finding = Finding.quirk("tenth-current", sentence + ": its currents are a tenth of what they should be");
    } else {
      known.powerTells = false;
      finding = ratio > -1.4 && ratio <= 0.6
          ? Finding.quirk("reversed-transformer",
              sentence + ": a current transformer is the wrong way round, or the power factor is as low")
          : Finding.odd(sentence);
    }
    return finding.with("power_by_current_v", volts, "V");
  }

  private static Finding currents(MeterUnderTest meter) {
    if (!meter.expected.hasAmps()) {
      return Finding
          .untried("exchanged phases and a missing transformer cannot be told from readings: say what flows with --expect");
    }
    Snapshot seen = meter.snapshot();
    double[] shown = new double[3];
    for (int phase = 1; phase <= 3; phase++) {
      shown[phase - 1] = seen.value(Quantity.current(phase), meter.known.order);
    }
    List<Double> flows = meter.expected.amps();
    String sentence = String.format(Locale.ROOT, "it shows %.1f, %.1f, %.1f A where %.1f, %.1f, %.1f A flow", shown[0], shown[1],
        shown[2],
        flows.get(0), flows.get(1), flows.get(2));
    if (alike(shown, flows, 0, 1, 2)) {
      return Finding.sound(sentence);
    }
    if (alike(shown, flows, 1, 2, 0)) {
      return Finding.quirk("phase-rotation", sentence + ": each phase under the name of another");
    }
    if (shown[1] < SOME && flows.get(1) > SOME && near(shown[0], flows.get(0)) && near(shown[2], flows.get(2))) {
      return Finding.quirk("two-transformers", sentence + ": no transformer on L2");
    }
    if (alike(shown, flows, 2, 0, 1)) {
      return Finding.odd(sentence + ": each phase under the name of another");
    }
    if (alike(shown, flows, 1, 0, 2) || alike(shown, flows, 0, 2, 1) || alike(shown, flows, 2, 1, 0)) {
      return Finding.odd(sentence + ": two phases under each other's name");
    }
    return Finding.odd(sentence);
  }

  private static boolean alike(double[] shown, List<Double> flows, int first, int second, int third) {
    return near(shown[0], flows.get(first)) && near(shown[1], flows.get(second)) && near(shown[2], flows.get(third));
  }

  private static boolean near(double shown, double flows) {
    // a current within the rotation's difference must not pass for its neighbour
    return Math.abs(shown - flows) <= Math.max(0.2, NEAR * flows);
  }
}
