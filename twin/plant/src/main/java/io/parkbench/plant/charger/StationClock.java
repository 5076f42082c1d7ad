package io.parkbench.plant.charger;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import java.time.Instant;

/**
 * The station's own clock: what it writes into its messages and reads its profiles by. It differs from true time by an offset, and
 * by its quirks: from 1970, ahead by a time zone, or slow.
 */
final class StationClock {
  /** A smaller difference is the way the answer took, and not worth a step in the timestamps. */
  private static final long TOLERANCE = Micros.SECOND;

  private static final long ZONE = 2 * Micros.HOUR;
  /** A slow clock loses one in so many. */
  private static final long SLOW = 100;

  private final Loop loop;
  private final Quirks quirks;
  private long offset;
  private long slowSince;
  private long steps;

  StationClock(Loop loop, Quirks quirks) {
    this.loop = loop;
    this.quirks = quirks;
  }

  /** Station time in microseconds. */
  long now() {
    return at(loop.now());
  }

  private long at(long time) {
    return time + offset - (quirks.has(Quirk.CLOCK_DRIFT) ? (time - slowSince) / SLOW : 0);
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
    if (stationTime == Agenda.NEVER) {
      return Agenda.NEVER;
    }
    if (!quirks.has(Quirk.CLOCK_DRIFT)) {
      return stationTime - offset;
    }
    long ahead = stationTime - offset - slowSince;
    long time = slowSince + ahead + ahead / (SLOW - 1);
    while (at(time) < stationTime) {
      time++;
    }
    return time;
  }

  /** Takes the central system's time (OCPP 1.6 §4.2, §4.6); returns whether the clock was stepped. */
  boolean set(Instant currentTime) {
    long time = Micros.of(currentTime) + (quirks.has(Quirk.CLOCK_LOCAL) ? ZONE : 0);
    if (quirks.has(Quirk.CLOCK_1970) || Math.abs(time - now()) <= TOLERANCE) {
      return false;
    }
    offset(time - loop.now());
    return true;
  }

  /** Puts the clock wrong by so many microseconds, until somebody sets it. */
  void offset(long micros) {
    offset = micros;
    slowSince = loop.now();
    steps++;
  }

  /** How often it has been set or put wrong. */
  long steps() {
    return steps;
  }

  /** Puts the clock forward, or back, by so many microseconds from what it shows, until somebody sets it. */
  void jump(long micros) {
    offset(now() - loop.now() + micros);
  }

  /** The electronics start: a clock without a battery begins anew. */
  void powerUp() {
    if (quirks.has(Quirk.CLOCK_1970)) {
      offset(-loop.now());
    }
  }

  /** One of the quirks of clocks is about to be switched; what the clock shows is what it goes on from. */
  void quirkChanges(Quirk quirk, boolean on) {
    switch (quirk) {
      case CLOCK_1970 -> offset(on ? -loop.now() : 0);
      case CLOCK_LOCAL -> jump(on ? ZONE : -ZONE);
      case CLOCK_DRIFT -> jump(0);
      default -> {
        // not of clocks
      }
    }
  }
}
