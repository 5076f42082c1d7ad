package io.parkbench.benchmarks;

import io.parkbench.gateway.api.Commands;
import io.parkbench.gateway.limits.Reduction;
import io.parkbench.gateway.limits.Reductions;
import io.parkbench.gateway.site.Site;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Stands in where only reading is measured: whoever commands is a mistake. */
final class NoCommands implements Commands {
  private static UnsupportedOperationException mistake() {
    return new UnsupportedOperationException("only reading is measured");
  }

  @Override
  public Reductions.Answer reduce(String zone, Reduction.Kind kind, BigDecimal value, long until, String by) {
    throw mistake();
  }

  @Override
  public Reductions.Answer lift(String zone, String by) {
    throw mistake();
  }

  @Override
  public void availability(String station, int connector, boolean available, Consumer<Availability> answer) {
    throw mistake();
  }

  @Override
  public void heartbeat(long sequence, String by) {
    throw mistake();
  }

  @Override
  public Clock setTime(long instant, String by) {
    throw mistake();
  }

  @Override
  public void configure(Site running, Site next) {
    throw mistake();
  }

  @Override
  public boolean restart(Site site) {
    throw mistake();
  }
}
