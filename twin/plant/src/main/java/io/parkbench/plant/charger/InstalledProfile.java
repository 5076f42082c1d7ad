package io.parkbench.plant.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.protocol.ocpp.RecurrencyKindType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One charging profile as the station keeps it, in microseconds of station time: which of its periods is in force at an instant,
 * and when that can change next (rules 1 to 3 of the composite schedule; OCPP 1.6 §3.13).
 */
final class InstalledProfile {
  /** An instant that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int DEFAULT_PHASES = 3;
  private static final long BEFORE_ALL = Long.MIN_VALUE;
  private static final long FARTHEST_SECOND = 200_000_000_000L;

  final int connector;
  final int id;
  final int stackLevel;
  final ChargingProfilePurposeType purpose;
  final @Nullable Integer transactionId;
  /** As it is kept, whatever was asked for. */
  final ChargingProfile profile;

  private final ChargingProfileKindType kind;
  private final long anchor;
  private final long recurrence;
  private final long validFrom;
  private final long validTo;
  private final long duration;
  private final boolean inWatts;
  private final List<ChargingSchedulePeriod> periods;
  private final long[] offsets;

  /** Takes a profile that {@link ProfileRules} has found sound, received at {@code now}. */
  InstalledProfile(int connector, ChargingProfile profile, long now) {
    ChargingSchedule schedule = profile.chargingSchedule();
    this.connector = connector;
    this.profile = profile;
    id = profile.chargingProfileId();
    stackLevel = profile.stackLevel();
    purpose = profile.chargingProfilePurpose();
    transactionId = profile.transactionId();
    kind = profile.chargingProfileKind();
    validFrom = micros(profile.validFrom(), BEFORE_ALL);
    validTo = micros(profile.validTo(), NEVER);
    // an Absolute schedule without a start begins with its validity, or when it is received
    anchor = micros(schedule.startSchedule(), validFrom == BEFORE_ALL ? now : validFrom);
    recurrence = profile.recurrencyKind() == RecurrencyKindType.Weekly ? 7 * Micros.DAY : Micros.DAY;
    duration = schedule.duration() == null ? NEVER : schedule.duration() * Micros.SECOND;
    inWatts = schedule.chargingRateUnit() == ChargingRateUnitType.W;
    periods = schedule.chargingSchedulePeriod();
    offsets = periods.stream().mapToLong(period -> period.startPeriod() * Micros.SECOND).toArray();
  }

  /**
   * The index of the period in force at {@code t}, or −1 where the profile is not eligible.
   *
   * @param transactionStart base of a Relative schedule
   */
  int periodAt(long t, long transactionStart) {
    if (t < validFrom || t >= validTo) {
      return -1;
    }
    long elapsed = t - base(t, transactionStart);
    if (elapsed < 0 || elapsed >= duration) {
      return -1;
    }
    int period = offsets.length - 1;
    while (period >= 0 && offsets[period] > elapsed) {
      period--;
    }
    return period;
  }

  /** The first instant after {@code t} at which {@link #periodAt} can give something else, or {@link #NEVER}. */
  long nextChange(long t, long transactionStart) {
    if (t >= validTo) {
      return NEVER;
    }
    if (t < validFrom) {
      return validFrom;
    }
    long base = base(t, transactionStart);
    long next = validTo;
    for (long offset : offsets) {
      if (base + offset > t && offset < duration) {
        next = Math.min(next, base + offset);
        break;
      }
    }
    if (duration != NEVER && base + duration > t) {
      next = Math.min(next, base + duration);
    }
    return kind == ChargingProfileKindType.Recurring ? Math.min(next, base + recurrence) : next;
  }

  /** The limit of a period in A per phase; one given in W counts by {@code volts} and the period's phases (three unless it says). */
  double amps(int period, double volts) {
    double limit = periods.get(period).limit();
    return inWatts ? limit / (volts * phases(period)) : limit;
  }

  int phases(int period) {
    Integer phases = numberPhases(period);
    return phases == null ? DEFAULT_PHASES : phases;
  }

  @Nullable
  Integer numberPhases(int period) {
    return periods.get(period).numberPhases();
  }

  /** Whether a new profile for {@code connector} takes this one's place (OCPP 1.6 §3.13.2 and §5.16). */
  boolean isReplacedBy(int newConnector, ChargingProfile profile) {
    return id == profile.chargingProfileId()
        || (connector == newConnector
            && stackLevel == profile.stackLevel()
            && purpose == profile.chargingProfilePurpose());
  }

  private long base(long t, long transactionStart) {
    return switch (kind) {
      case Absolute -> anchor;
      case Relative -> transactionStart;
      // the latest occurrence; the start schedule says when in the day or week, not since which one
      case Recurring -> t - Math.floorMod(t - anchor, recurrence);
    };
  }

  private static long micros(@Nullable Instant instant, long otherwise) {
    if (instant == null) {
      return otherwise;
    }
    long second = Math.clamp(instant.getEpochSecond(), -FARTHEST_SECOND, FARTHEST_SECOND);
    return second * Micros.SECOND + instant.getNano() / 1_000;
  }
}
