package io.parkbench.gateway;

import io.parkbench.gateway.api.Commands;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Does what a test wants where the API commands, and remembers it. */
final class FakeCommands implements Commands {
  private static final int MAX_DA = 1_000;

  final Map<String, GatewayView.Reduction> reductions = new HashMap<>();
  final List<String> told = new ArrayList<>();
  Availability availability = Availability.APPLIED;
  Clock clock = Clock.SET;
  int heartbeats;
  private final Map<String, Long> accepted = new HashMap<>();
  private final LongSupplier now;

  FakeCommands(LongSupplier now) {
    this.now = now;
  }

  @Override
  public Reduced reduce(String zone, GatewayView.ReductionKind kind, BigDecimal value, long until, String by) {
    Long first = accepted.get(zone);
    if (first != null && now.getAsLong() < first + Micros.MINUTE) {
      return new Reduced.TooSoon(first, first + Micros.MINUTE);
    }
    accepted.put(zone, now.getAsLong());
    told.add(zone + " " + kind + " " + value.toPlainString());
    BigDecimal limitDa = switch (kind) {
      case PERCENTAGE -> value.multiply(BigDecimal.valueOf(MAX_DA)).divide(BigDecimal.valueOf(100), RoundingMode.DOWN);
      case CURRENT -> value.multiply(BigDecimal.TEN);
      case POWER -> value.multiply(BigDecimal.valueOf(10_000)).divide(BigDecimal.valueOf(3 * 230), RoundingMode.DOWN);
    };
    return new Reduced.Taken(
        reductions.put(zone, new GatewayView.Reduction(kind, value, false, now.getAsLong(), until, by, limitDa.intValue()))
            != null);
  }

  @Override
  public Reduced lift(String zone, String by) {
    return reductions.remove(zone) == null ? new Reduced.Nothing() : new Reduced.Taken(true);
  }

  @Override
  public void availability(String station, int connector, boolean available, Consumer<Availability> answer) {
    told.add(station + "/" + connector + " " + available);
    answer.accept(availability);
  }

  @Override
  public void heartbeat(long sequence, String by) {
    heartbeats++;
  }

  @Override
  public Clock setTime(long instant, String by) {
    told.add("clock " + instant);
    return clock;
  }
}
