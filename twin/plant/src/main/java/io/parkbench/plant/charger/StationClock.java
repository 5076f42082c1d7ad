package io.parkbench.plant.charger;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import java.time.Instant;

/** The station's own clock: what it writes into its messages and reads its profiles by. It differs from true time by an offset. */
final class StationClock {
  /** A smaller difference is the way the answer took, and not worth a step in the timestamps. */
  private static final long TOLERANCE = Micros.SECOND;

  private final Loop loop;
  private long offset;

  StationClock(Loop loop) {
    this.loop = loop;
  }

  /** Station time in microseconds. */
  long now() {
    return loop.now() + offset;
  }

  /** Station time as messages carry it, in whole milliseconds. */
  Instant instant() {
    return instant(now());
  }

  static Instant instant(long stationTime) {
    return Micros.toInstant(stationTime - Math.floorMod(stationTime, Micros.MILLISECOND));
  }

  /** When this clock will show {@code stationTime}, in the loop's time; {@link Agenda#NEVER} stays never. */
  long toLoop(long stationTime) {
    return stationTime == Agenda.NEVER ? Agenda.NEVER : stationTime - offset;
  }

  /** Takes the central system's time (OCPP 1.6 §4.2, §4.6); returns whether the clock was stepped. */
  boolean set(Instant currentTime) {
    long difference = Micros.of(currentTime) - now();
    if (Math.abs(difference) <= TOLERANCE) {
      return false;
    }
    offset += difference;
    return true;
  }

  /** Puts the clock wrong by so many microseconds, until somebody sets it. */
  void offset(long micros) {
    offset = micros;
  }
}
