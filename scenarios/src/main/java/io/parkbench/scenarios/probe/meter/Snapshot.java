package io.parkbench.scenarios.probe.meter;

import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.Registers;
import io.parkbench.protocol.meter.WordOrder;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registers of all numbers of a model, read one after another, and what they say in one word order or another. */
record Snapshot(MeterModel model, Map<Quantity, Reply> replies) {
  /** No current that a meter in a building shows lies beyond, A. */
  private static final double AMPS_MAX = 10_000;
  /** Meters show nothing smaller, but 0: less is a number read wrong. */
  private static final double LEAST = 1e-3;
  private static final double WATTS_MAX = 1e9;
  /** What 150 kW make in twenty years, and no meter of a car park has counted, Wh. */
  private static final double WATT_HOURS_MAX = 3e10;
  /** Below this a sum of currents says nothing of voltages, A. */
  private static final double SOME = 1;
  /** Volts between which a quotient of power and current lies even where a unit or a scale is wrong. */
  private static final double VOLTS_MIN = 0.02;
  private static final double VOLTS_MAX = 500_000;

  static Snapshot of(MeterUnderTest meter, int shift) {
    Map<Quantity, Reply> replies = new EnumMap<>(Quantity.class);
    MeterModel model = meter.known.model;
    for (Point point : model.points()) {
      replies.put(point.quantity(),
          meter.ask(meter.known.function(point), Math.max(0, model.wireAddress(point) + shift), point.format().registers()));
    }
    return new Snapshot(model, replies);
  }

  /** The bits of a number, or null where they could not be read. */
  @Nullable
  Long bits(Quantity quantity, WordOrder order) {
    Point point = model.point(quantity);
    Reply reply = replies.get(quantity);
    return point == null || reply == null || !reply.isWhole() ? null
        : Registers.bits(reply.data(), 0, point.format().registers(), order);
  }

  /** A number in A, W or Wh; NaN where it is not there. */
  double value(Quantity quantity, WordOrder order) {
    Point point = model.point(quantity);
    Reply reply = replies.get(quantity);
    return point == null || reply == null || !reply.isWhole() ? Double.NaN
        : Registers.decode(reply.data(), 0, point.format(), order) * point.scale();
  }

  /** The sum of the currents that are there, A. */
  double amps(WordOrder order) {
    double sum = 0;
    for (int phase = 1; phase <= 3; phase++) {
      double amps = value(Quantity.current(phase), order);
      sum += Double.isNaN(amps) ? 0 : amps;
    }
    return sum;
  }

  /** Power by current, V; NaN where either is not there, or too small to say. */
  double volts(WordOrder order) {
    for (int phase = 1; phase <= 3; phase++) {
      if (Double.isNaN(value(Quantity.current(phase), order))) {
        return Double.NaN;
      }
    }
    double amps = amps(order);
    return amps < SOME ? Double.NaN : value(Quantity.POWER_TOTAL, order) / amps;
  }

  /** How many numbers nobody can have measured; the energy does not count. */
  int absurdities(WordOrder order) {
    int count = 0;
    for (Quantity quantity : replies.keySet()) {
      double value = value(quantity, order);
      if (!Double.isNaN(value) && quantity != Quantity.ENERGY_TOTAL) {
        double size = Math.abs(value);
        boolean tooMuch = size > (quantity.isCurrent() ? AMPS_MAX : WATTS_MAX) || quantity.isCurrent() && value < 0;
        count += tooMuch || size > 0 && size < LEAST ? 1 : 0;
      }
    }
    double volts = Math.abs(volts(order));
    return count + (volts < VOLTS_MIN || volts > VOLTS_MAX ? 1 : 0);
  }

  /** Whether the energy is one that a meter can have counted, or is not there. */
  boolean countsWell(WordOrder order) {
    double energy = value(Quantity.ENERGY_TOTAL, order);
    return Double.isNaN(energy) || energy >= 0 && energy < WATT_HOURS_MAX;
  }

  /** Whether every register that could be read holds {@code word}; false where none could. */
  boolean allWords(int word) {
    boolean any = false;
    for (Reply reply : replies.values()) {
      byte[] data = reply.data();
      for (int i = 0; i < data.length; i += 2) {
        any = true;
        if (Registers.bits(data, i, 1, WordOrder.ABCD) != word) {
          return false;
        }
      }
    }
    return any;
  }

  boolean isWhole() {
    return replies.values().stream().allMatch(Reply::isWhole);
  }

  /** How many of the numbers could be read. */
  long count() {
    return replies.values().stream().filter(Reply::isWhole).count();
  }

  boolean sameAs(Snapshot other) {
    return replies.keySet().stream().allMatch(quantity -> {
      Long one = bits(quantity, WordOrder.ABCD);
      Long two = other.bits(quantity, WordOrder.ABCD);
      return one == null || two == null || one.equals(two);
    });
  }
}
