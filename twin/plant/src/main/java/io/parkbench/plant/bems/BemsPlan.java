package io.parkbench.plant.bems;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a building-management client is set up (R-PLANT-5).
 *
 * @param user the login that it uses; simulated buildings only
 * @param poll between two status pulls, usually 15 to 30 s
 * @param log between two samples of the history, counted from midnight at the site
 * @param setup between two setup pulls; null: at start and on command only
 * @param heartbeat between two signs of life; null for none
 * @param resend whether reductions are sent again after the gateway has lost them with a restart
 * @param schedule setpoints by the time of day, each until the next of its zone
 * @param clock the clock on the building's wall
 */
public record BemsPlan(
    Persona persona, String user, String password, Duration poll, Duration log, @Nullable Duration setup,
    @Nullable Duration heartbeat, boolean resend, List<Entry> schedule, ZoneId clock) {
  public static final Duration USUAL_POLL = Duration.ofSeconds(15);
  public static final Duration USUAL_LOG = Duration.ofMinutes(15);
  public static final Duration USUAL_SETUP = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);

  /** A plan that cannot be followed fails with {@link IllegalArgumentException}. */
  public BemsPlan {
    between("poll", poll, Duration.ofSeconds(1), HOUR);
    between("log", log, Duration.ofMinutes(1), Duration.ofDays(1));
    between("setup", setup, Duration.ofMinutes(1), Duration.ofDays(7));
    between("heartbeat", heartbeat, Duration.ofSeconds(1), Duration.ofDays(1));
    if (Duration.ofDays(1).toMillis() % log.toMillis() != 0) {
      throw new IllegalArgumentException("log is a part of a day, like 15 min, not " + log);
    }
    for (Entry entry : schedule) {
      if (!persona.units().contains(entry.unit())) {
        throw new IllegalArgumentException("persona " + persona.word() + " writes no " + entry.unit().sign() + ", but "
            + String.join(" or ", persona.units().stream().map(Reduction.Unit::sign).toList()));
      }
    }
    schedule = List.copyOf(schedule);
  }

  /**
   * A line of the schedule.
   *
   * @param at by the building's clock, every day
   * @param zone its name, or its number in the API
   * @param value what remains to the zone; below 0, or over 100 %, fails when it is written
   */
  public record Entry(LocalTime at, String zone, double value, Reduction.Unit unit) {
    public Entry {
      new Reduction(value, unit, new Reduction.Until(0));
    }
  }

  /** All as usual: polls every 15 s, samples every quarter of an hour, no heartbeat, nothing written by itself. */
  public static BemsPlan of(Persona persona, String user, String password, ZoneId clock) {
    return new BemsPlan(persona, user, password, USUAL_POLL, USUAL_LOG, null, null, false, List.of(), clock);
  }

  public BemsPlan polling(Duration every) {
    return new BemsPlan(persona, user, password, every, log, setup, heartbeat, resend, schedule, clock);
  }

  public BemsPlan settingUp(@Nullable Duration every) {
    return new BemsPlan(persona, user, password, poll, log, every, heartbeat, resend, schedule, clock);
  }

  public BemsPlan beating(@Nullable Duration every) {
    return new BemsPlan(persona, user, password, poll, log, setup, every, resend, schedule, clock);
  }

  public BemsPlan resending() {
    return new BemsPlan(persona, user, password, poll, log, setup, heartbeat, true, schedule, clock);
  }

  public BemsPlan following(List<Entry> other) {
    return new BemsPlan(persona, user, password, poll, log, setup, heartbeat, resend, other, clock);
  }

  private static void between(String what, @Nullable Duration value, Duration least, Duration most) {
    if (value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
      throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return persona.word() + " as " + user;
  }
}
