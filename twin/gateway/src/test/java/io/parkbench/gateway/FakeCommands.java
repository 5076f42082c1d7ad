package io.parkbench.gateway;

import io.parkbench.gateway.api.Commands;
import io.parkbench.gateway.limits.Reduction;
import io.parkbench.gateway.limits.Reductions;
import io.parkbench.gateway.site.Site;
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
import org.jspecify.annotations.Nullable;

/** Does what a test wants where the API commands, and remembers it. */
final class FakeCommands implements Commands {
  private static final int MAX_DA = 1_000;

  final Map<String, GatewayView.Reduction> reductions = new HashMap<>();
  final List<String> told = new ArrayList<>();
  Availability availability = Availability.APPLIED;
  Clock clock = Clock.SET;
  boolean restartable = true;
  @Nullable Site configured;
  int heartbeats;
  private final Reductions kept = new Reductions(Micros.MINUTE);
  private final LongSupplier now;

  FakeCommands(LongSupplier now) {
    this.now = now;
  }

  @Override
  public Reductions.Answer reduce(String zone, Reduction.Kind kind, BigDecimal value, long until, String by) {
    Reductions.Answer answer = kept.set(new Reduction(zone, kind, value, now.getAsLong(), until, by));
    if (answer instanceof Reductions.Answer.Taken) {
      told.add(zone + " " + kind + " " + value.toPlainString());
    }
    return known(answer, zone);
  }

  @Override
  public Reductions.Answer lift(String zone, String by) {
    return known(kept.lift(zone, now.getAsLong()), zone);
  }

  private Reductions.Answer known(Reductions.Answer answer, String zone) {
    Reduction reduction = kept.of(zone);
    if (reduction == null) {
      reductions.remove(zone);
    } else {
      BigDecimal value = reduction.value();
      BigDecimal limitDa = switch (reduction.kind()) {
        case PERCENTAGE -> value.multiply(BigDecimal.valueOf(MAX_DA)).divide(BigDecimal.valueOf(100), RoundingMode.DOWN);
        case CURRENT -> value.multiply(BigDecimal.TEN);
        case POWER -> value.multiply(BigDecimal.valueOf(10_000)).divide(BigDecimal.valueOf(3 * 230), RoundingMode.DOWN);
      };
      reductions.put(zone, new GatewayView.Reduction(
          reduction.kind(), value, false, reduction.receivedAt(), reduction.until(), reduction.by(), limitDa.intValue()));
    }
    return answer;
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
  public void configure(Site running, Site next) {
    told.add("configured");
    configured = running;
  }

  @Override
  public boolean restart(Site site) {
    if (restartable) {
      told.add("restart");
    }
    return restartable;
  }

  @Override
  public Clock setTime(long instant, String by) {
    told.add("clock " + instant);
    return clock;
  }
}
