package io.parkbench.plant.charger;

import static io.parkbench.plant.charger.InstalledProfile.NEVER;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.charger.ProfileStack.Limit;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Foretells a {@link ProfileStack}: the limits of the coming time as one schedule (OCPP 1.6 §5.7, GetCompositeSchedule). */
final class CompositeSchedule {
  /** A schedule is cut short rather than made longer than this. */
  static final int MAX_PERIODS = 1_000;

  private static final int DEFAULT_PHASES = 3;

  private final ProfileStack stack;
  private final int connector;
  private final ChargingRateUnitType unit;
  private final List<ChargingSchedulePeriod> periods = new ArrayList<>();

  private CompositeSchedule(ProfileStack stack, int connector, ChargingRateUnitType unit) {
    this.stack = stack;
    this.connector = connector;
    this.unit = unit;
  }

  /**
   * The limits of a connector from the whole second of {@code now} on; equal neighbours are one period, limits are rounded down to one
   * decimal. For connector 0 it is the sum of the connectors, at most the ChargePointMaxProfile.
   *
   * @param now microseconds of station time
   * @param duration seconds, 0 or more
   */
  static ChargingSchedule of(ProfileStack stack, int connector, long now, int duration, ChargingRateUnitType unit) {
    return new CompositeSchedule(stack, connector, unit).from(now - Math.floorMod(now, Micros.SECOND), duration);
  }

  private ChargingSchedule from(long start, int duration) {
    long end = start + duration * Micros.SECOND;
    int covered = duration;
    long t = start;
    do {
      int second = (int) ((t - start) / Micros.SECOND);
      if (!add(period(second, t, start))) {
        covered = second;
        break;
      }
      t = next(t, start);
    } while (t < end);
    return new ChargingSchedule(covered, Micros.toInstant(start), unit, List.copyOf(periods), null);
  }

  /** False when there is no room for one more. */
  private boolean add(ChargingSchedulePeriod period) {
    if (!periods.isEmpty() && periods.getLast().startPeriod() == period.startPeriod()) {
      periods.removeLast(); // shorter than a second: what follows counts
    }
    if (!periods.isEmpty() && sameLimit(periods.getLast(), period)) {
      return true;
    }
    return periods.size() < MAX_PERIODS && periods.add(period);
  }

  private static boolean sameLimit(ChargingSchedulePeriod a, ChargingSchedulePeriod b) {
    return a.limit() == b.limit() && Objects.equals(a.numberPhases(), b.numberPhases());
  }

  private ChargingSchedulePeriod period(int second, long t, long start) {
    if (connector > 0) {
      Limit limit = stack.limit(connector, t, start);
      return new ChargingSchedulePeriod(second, rounded(inUnit(limit)), limit.numberPhases());
    }
    double sum = 0;
    for (int i = 1; i <= stack.connectors(); i++) {
      sum += inUnit(stack.limit(i, t, start));
    }
    return new ChargingSchedulePeriod(second, rounded(Math.min(sum, inUnit(stack.stationLimit(t, start)))), null);
  }

  private long next(long t, long start) {
    if (connector > 0) {
      return stack.nextChange(connector, t, start);
    }
    long next = NEVER;
    for (int i = 1; i <= stack.connectors(); i++) {
      next = Math.min(next, stack.nextChange(i, t, start));
    }
    return next;
  }

  private double inUnit(Limit limit) {
    return switch (unit) {
      case A -> limit.amps();
      case W -> limit.amps() * stack.volts() * Objects.requireNonNullElse(limit.numberPhases(), DEFAULT_PHASES);
    };
  }

  /** Down to a tenth, but not because of a binary fraction. */
  private static double rounded(double limit) {
    return Math.floor(limit * 10 + 1e-6) / 10;
  }
}
