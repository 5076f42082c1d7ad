package io.parkbench.gateway.session;

import io.parkbench.gateway.limits.TariffClock;
import io.parkbench.gateway.site.Tariff;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Splits a session's energy by tariff period (R-TOU-5). Periods are times: those count that are enabled, whether they limit the session's zone
 * or not; of several at once the one that leaves least. Between two readings of the register energy is taken to flow evenly.
 */
public final class EnergyByPeriod {
  /** What is outside all periods. */
  public static final String NO_PERIOD = "NoPeriod";

  private final Supplier<TariffClock> clock;
  private final Map<String, Double> wh = new LinkedHashMap<>();
  private long until;

  /**
   * @param clock asked anew each time: periods may change while the gateway runs
   * @param begin of the session, µs
   */
  public EnergyByPeriod(Supplier<TariffClock> clock, long begin) {
    this.clock = clock;
    until = begin;
  }

  /** The same that goes on by the periods of another clock. */
  EnergyByPeriod goingOn(Supplier<TariffClock> by) {
    EnergyByPeriod other = new EnergyByPeriod(by, until);
    other.wh.putAll(wh);
    return other;
  }

  /** This much more was read at {@code at}, µs; a reading from before the last one belongs to its instant alone. */
  void add(long at, double moreWh) {
    TariffClock periods = clock.get();
    long from = Math.min(until, at);
    double total = Math.max(at - from, 1);
    long step = from;
    do {
      long end = Math.min(periods.next(step), Math.max(at, step + 1));
      put(periods.lowest(step), moreWh * (Math.min(end, from + (long) total) - step) / total);
      step = end;
    } while (step < at);
    until = Math.max(until, at);
  }

  private void put(@Nullable Tariff period, double moreWh) {
    wh.merge(period == null ? NO_PERIOD : period.name(), moreWh, Double::sum);
  }

  /** By period in the order in which they came, Wh; {@link #NO_PERIOD} outside all. */
  public Map<String, Long> wh() {
    Map<String, Long> whole = new LinkedHashMap<>();
    wh.forEach((period, value) -> whole.put(period, Math.round(value)));
    return Collections.unmodifiableMap(whole);
  }
}
