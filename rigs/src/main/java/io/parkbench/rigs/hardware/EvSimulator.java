package io.parkbench.rigs.hardware;

import io.parkbench.kernel.Time;
import io.parkbench.rigs.file.Driver;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What plugs a car into a real station (R-RIG-5): a device of a lab, a program, or a person with a car. All on the loop's thread. */
public interface EvSimulator extends AutoCloseable {
  /**
   * A car to come.
   *
   * @param model of the catalogue, such as {@code compact-11kw}: who has no such car takes one that draws as much
   * @param wh what it wants
   * @param card that its driver shows; null for none
   */
  record Car(String model, double wh, @Nullable String card) {}

  /**
   * One that takes lines of JSON.
   *
   * @param driver a program, or what is at an address
   * @param patience how long it may take to answer
   * @param told hears that it is lost
   * @throws IOException where there is none; the message says what to do
   */
  static EvSimulator of(Time time, Driver driver, Duration patience, Consumer<String> told) throws IOException {
    return new LineDriver(time, driver, patience, told);
  }

  /** Plugs it in at a connector, from 1. */
  void plug(int connector, Car car, Done done);

  /** Pulls the plug. */
  void unplug(int connector, Done done);

  /** What the pilot offers, A per conductor; NaN where nobody can tell. */
  double offeredAmps(int connector);

  @Override
  void close();
}
