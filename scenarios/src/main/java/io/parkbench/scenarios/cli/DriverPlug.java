package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Time;
import io.parkbench.rigs.file.Driver;
import io.parkbench.rigs.hardware.EvSimulator;
import io.parkbench.scenarios.probe.charger.Plug;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An EV simulator that takes lines of JSON moves the plug; the mains switch is out of its reach. */
final class DriverPlug implements Plug, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double WH = 80_000;

  private final Time time;
  private final EvSimulator ev;

  /**
   * @param place HOST:PORT
   * @param told hears that it is lost
   * @throws IOException where nobody answers there
   * @throws IllegalArgumentException where that is no place
   */
  DriverPlug(Time time, String place, Consumer<String> told) throws IOException {
    if (!place.matches("[^:\\s]+:\\d{1,5}")) {
      throw new IllegalArgumentException("--ev is HOST:PORT, where an EV simulator takes lines of JSON; not '" + place + "'");
    }
    int colon = place.lastIndexOf(':');
    this.time = time;
    ev = EvSimulator.of(
        time, new Driver.Lines(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1))), PATIENCE, told);
  }

  @Override
  public boolean plugIn(int connector, Wish wish, @Nullable String card) {
    String car = switch (wish) {
      case CAR -> "sedan-22kw";
      case ONE_PHASE_CAR -> "city-7kw";
    };
    Answer answer = new Answer();
    ev.plug(connector, new EvSimulator.Car(car, WH, card), answer::hear);
    return answer.await();
  }

  @Override
  public boolean unplug(int connector) {
    Answer answer = new Answer();
    ev.unplug(connector, answer::hear);
    return answer.await();
  }

  @Override
  public boolean powerCycle() {
    return false;
  }

  @Override
  public void close() {
    ev.close();
  }

  /** It comes, if only from the driver's own patience. */
  private final class Answer {
    private boolean heard;
    private boolean done;

    void hear(@Nullable String failure) {
      heard = true;
      done = failure == null;
    }

    boolean await() {
      time.runUntil(() -> heard, Long.MAX_VALUE);
      return done;
    }
  }
}
