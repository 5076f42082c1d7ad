package io.parkbench.scenarios.steps;

import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How something that the gateway sets has moved, as its recording has it: a current on one or three phases, A. */
final class Course {
  private final List<Value> values = new ArrayList<>();

  private record Value(long at, double[] amps) {}

  void put(long now, double... amps) {
    if (!values.isEmpty() && values.getLast().at == now) {
      // within an instant things are half done
      values.removeLast();
    }
    values.add(new Value(now, amps));
  }

  /** Where it rose on a phase after that instant, in words; null if it did not. */
  @Nullable
  String risenSince(long instant) {
    for (int i = Math.max(1, first(instant)); i < values.size(); i++) {
      double[] before = values.get(i - 1).amps;
      double[] now = values.get(i).amps;
      for (int phase = 0; phase < now.length; phase++) {
        if (values.get(i).at > instant && now[phase] > before[phase]) {
          return "from " + Quantity.amps(before[phase]) + " to " + Quantity.amps(now[phase]) + " at "
              + Micros.toInstant(values.get(i).at);
        }
      }
    }
    return null;
  }

  /** How often it has changed its direction after that instant, on the phase that has done so most; less than {@code band} is no change. */
  int turnsSince(long instant, double band) {
    int most = 0;
    for (int phase = 0; phase < (values.isEmpty() ? 0 : values.getLast().amps.length); phase++) {
      most = Math.max(most, turns(instant, band, phase));
    }
    return most;
  }

  private int turns(long instant, double band, int phase) {
    int turns = 0;
    int direction = 0;
    double low = Double.NaN;
    double high = Double.NaN;
    for (Value value : values.subList(first(instant), values.size())) {
      double amps = value.amps[phase];
      low = Double.isNaN(low) ? amps : Math.min(low, amps);
      high = Double.isNaN(high) ? amps : Math.max(high, amps);
      int now = direction <= 0 && amps >= low + band ? 1 : direction >= 0 && amps <= high - band ? -1 : 0;
      if (now != 0) {
        turns += direction == 0 ? 0 : 1;
        direction = now;
        low = amps;
        high = amps;
      }
    }
    return turns;
  }

  /** How often it has changed after that instant. */
  long changesSince(long instant) {
    return values.stream().filter(value -> value.at > instant).count();
  }

  /** What it was at that instant, and after, on its first phase. */
  String since(long instant) {
    StringBuilder text = new StringBuilder();
    for (Value value : values.subList(first(instant), values.size())) {
      text.append(text.isEmpty() ? "" : ", ").append(Quantity.amps(value.amps[0])).append(" at ")
          .append(Micros.toInstant(value.at).toString().substring(11, 19));
    }
    return text.toString();
  }

  /** The index of the value that it had at an instant. */
  private int first(long instant) {
    int first = 0;
    while (first + 1 < values.size() && values.get(first + 1).at <= instant) {
      first++;
    }
    return first;
  }
}
