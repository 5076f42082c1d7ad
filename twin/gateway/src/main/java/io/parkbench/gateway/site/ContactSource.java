package io.parkbench.gateway.site;

import java.time.Duration;

/** Where the level of a digital input's contact is read (R-DI-4). */
public sealed interface ContactSource {
  /** What people read about it. */
  String text();

  /** Driven by a scenario, the simulated site or the bench. */
  record Virtual() implements ContactSource {
    @Override
    public String text() {
      return "virtual";
    }
  }

  /** A file that holds 0 or 1. */
  record WatchedFile(String path) implements ContactSource {
    @Override
    public String text() {
      return "file " + path;
    }
  }

  /**
   * A discrete input of a remote I/O module, polled by Modbus TCP (function 2).
   *
   * @param unit Modbus unit id, 0…255
   * @param address of the discrete input on the wire, 0…65535
   * @param poll from one reading to the next
   */
  record Modbus(String host, int port, int unit, int address, Duration poll) implements ContactSource {
    public static final Duration POLL = Duration.ofMillis(100);

    @Override
    public String text() {
      return "discrete input " + address + " of unit " + unit + " at " + host + ":" + port;
    }
  }

  /**
   * A line of a Linux GPIO character device.
   *
   * @param chip such as {@code /dev/gpiochip0}
   * @param line its offset on the chip
   */
  record Gpio(String chip, int line) implements ContactSource {
    @Override
    public String text() {
      return "line " + line + " of " + chip;
    }
  }
}
