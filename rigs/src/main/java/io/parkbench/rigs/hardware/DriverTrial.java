package io.parkbench.rigs.hardware;

import io.parkbench.kernel.Time;
import io.parkbench.rigs.file.Driver;
import java.io.IOException;
import java.time.Duration;

/** Asks a driver whether it is there, and lets it go again. */
public final class DriverTrial {
  private DriverTrial() {}

  /** @param driver a program, or what is at an address */
  public static void hello(Time time, Driver driver, Duration patience, Done done) {
    try {
      LineDriver lines = new LineDriver(time, driver, patience, why -> {});
      lines.hello(failure -> {
        lines.close();
        done.done(failure);
      });
    } catch (IOException e) {
      done.done(e.getMessage());
    }
  }
}
