package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Time;
import io.parkbench.rigs.file.Driver;
import io.parkbench.rigs.hardware.Done;
import io.parkbench.rigs.hardware.EvSimulator;
import io.parkbench.scenarios.probe.charger.Plug;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An EV simulator that takes lines of JSON moves the plug; the mains switch is out of its reach. */
final class DriverPlug implements Plug, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double WH = 80_000;

  private final Time time;
  private final EvSimulator ev;

  /**
   * @param told hears that it is lost
   * @throws IOException where nobody answers there
   */
  DriverPlug(Time time, Driver driver, Consumer<String> told) throws IOException {
    this.time = time;
    ev = EvSimulator.of(time, driver, PATIENCE, told);
  }

  @Override
  public boolean plugIn(int connector, Wish wish, @Nullable String card) {
    String car = switch (wish) {
      case CAR -> "sedan-22kw";
      case ONE_PHASE_CAR -> "city-7kw";
    };
    return isDone(done -> ev.plug(connector, new EvSimulator.Car(car, WH, card), done));
  }

  @Override
  public boolean unplug(int connector) {
    return isDone(done -> ev.unplug(connector, done));
  }

  @Override
  public boolean powerCycle() {
    return false;
  }

  @Override
  public void close() {
    ev.close();
  }

  /** Waits for the answer, which comes, if only from the driver's own patience. */
  private boolean isDone(Consumer<Done> order) {
    List<Boolean> answers = new ArrayList<>(1);
    order.accept(failure -> answers.add(failure == null));
    time.runUntil(() -> !answers.isEmpty(), Long.MAX_VALUE);
    return !answers.isEmpty() && answers.getFirst();
  }
}
