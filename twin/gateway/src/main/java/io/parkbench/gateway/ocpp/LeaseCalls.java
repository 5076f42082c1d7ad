package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.lease.Lease;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetCompositeSchedule.GetCompositeScheduleStatus;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import io.parkbench.protocol.ocpp.TriggerMessage;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one station is called about leases: the leases themselves, in its own time and in the kind of schedule it takes, samples, and
 * what it makes of its profiles (R-LEASE-1, 3, 4, 7).
 */
final class LeaseCalls {
  /** Limits are compared to a tenth, and a bit for those who calculate in binary. */
  private static final double SAME = 0.11;

  /** On both sides of the end of a lease nothing is compared: clocks differ. */
  private static final long BLUR = 3;

  private static final int BASE_HORIZON_S = 60;
  private static final int WHOLE_DA = 10;

  /** Every station takes a lease and what it falls back to. */
  private static final int LEAST_PERIODS = 2;

  private final Loop loop;
  private final ChargePoint station;
  private final ClockEstimate clock;
  private final double nominalVoltage;
  private boolean relativeOnly;
  private boolean wholeOnly;
  private boolean sampledOnDemand = true;
  private int periodsMax = LEAST_PERIODS;

  LeaseCalls(Loop loop, ChargePoint station, ClockEstimate clock, double nominalVoltage) {
    this.loop = loop;
    this.station = station;
    this.clock = clock;
    this.nominalVoltage = nominalVoltage;
  }

  /**
   * Tells a lease, before all calls that wait: Absolute where the station's clock is known and it takes that, else Relative; in whole
   * amperes, rounded down, where it takes no others.
   */
  void say(Session session, Lease lease, boolean fallsBack, Callback<SetChargingProfile.Conf> callback) {
    say(session, lease, fallsBack, new Form(relativeOnly || !fallsBack, wholeOnly, periodsMax > LEAST_PERIODS), callback);
  }

  /** How many periods the station takes in one schedule. */
  void periodsMax(int count) {
    periodsMax = Math.max(count, LEAST_PERIODS);
  }

  /** How a lease is put. */
  private record Form(boolean relative, boolean whole, boolean tariffs) {}

  private void say(Session session, Lease lease, boolean fallsBack, Form form, Callback<SetChargingProfile.Conf> callback) {
    Profiles.Span span = form.relative() ? relative(session, lease, fallsBack) : span(session, lease, fallsBack);
    List<Profiles.Later> later = form.tariffs() && fallsBack ? later(session, lease, span, form.whole()) : List.of();
    station.callFirst(request(session, lease, span, later, form.whole()), Outcome.of(conf -> {
      Form next = conf.status() == ChargingProfileStatus.Accepted ? null
          : later.isEmpty() ? next(lease, span.kind(), form.whole()) : new Form(form.relative(), form.whole(), false);
      if (next == null) {
        relativeOnly |= conf.status() == ChargingProfileStatus.Accepted && fallsBack && form.relative();
        wholeOnly |= conf.status() == ChargingProfileStatus.Accepted && form.whole();
        periodsMax = conf.status() == ChargingProfileStatus.Accepted && !form.tariffs() ? LEAST_PERIODS : periodsMax;
        callback.answered(conf);
      } else {
        say(session, lease, fallsBack, next, callback);
      }
    }, callback::failed));
  }

  /** What is tried after a refusal; null: nothing is left. */
  private @Nullable Form next(Lease lease, ChargingProfileKindType refused, boolean whole) {
    if (refused == ChargingProfileKindType.Absolute) {
      return new Form(true, whole, false);
    }
    boolean decimals = lease.valueDa() % WHOLE_DA != 0 || lease.degradedDa() % WHOLE_DA != 0;
    return decimals && !whole ? new Form(relativeOnly, true, false) : null;
  }

  private SetChargingProfile.Req request(
      Session session, Lease lease, Profiles.Span span, List<Profiles.Later> later, boolean whole) {
    int step = whole ? WHOLE_DA : 1;
    int degradedDa = Math.min(lease.degradedDa(), session.lease().fallback().da(endOf(lease)));
    return Profiles.lease(
        session, lease.valueDa() / step * step, degradedDa / step * step, span, later, station.rateUnit(), nominalVoltage);
  }

  private static long endOf(Lease lease) {
    return lease.length() == Lease.ENDLESS ? Lease.ENDLESS : lease.sentAt() + lease.length();
  }

  /** As tariffs change what it may have when it is lost, as far ahead as the station takes periods (R-DEG-9). */
  private List<Profiles.Later> later(Session session, Lease lease, Profiles.Span span, boolean whole) {
    int step = whole ? WHOLE_DA : 1;
    long end = endOf(lease);
    return session.lease().fallback().after(end, periodsMax - LEAST_PERIODS).stream()
        .map(change -> new Profiles.Later(
            span.end() + Math.ceilDiv(change.from() - end, Micros.SECOND),
            Math.min(lease.degradedDa(), change.da()) / step * step))
        .toList();
  }

  /** Counted from when the lease was decided: if it is told late, because another form was refused, it ends no later for that. */
  private Profiles.Span span(Session session, Lease lease, boolean fallsBack) {
    long error = clock.error(loop.now(), 0);
    if (!fallsBack || error == Lease.ENDLESS) {
      return relative(session, lease, fallsBack);
    }
    long start = lease.sentAt() + clock.offset() - error;
    start -= Math.floorMod(start, Micros.SECOND);
    return new Profiles.Span(ChargingProfileKindType.Absolute, start, lease.length() / Micros.SECOND);
  }

  /** The transaction's begin is a time of the station's own, so its clock's offset does not matter, but it must be known. */
  private Profiles.Span relative(Session session, Lease lease, boolean fallsBack) {
    long elapsed = Math.max(0, lease.sentAt() + clock.offset() - session.start().stamp());
    long end = fallsBack ? (elapsed + lease.length()) / Micros.SECOND : -1;
    return new Profiles.Span(ChargingProfileKindType.Relative, 0, end);
  }

  /** Asks for a sample of a connector's currents now, where the station can be asked. */
  void askSample(ChargingPoint point) {
    if (sampledOnDemand) {
      station.sampleAsked(point, loop.now());
      station.call(
          new TriggerMessage.Req(TriggerMessage.MessageTrigger.MeterValues, point.connector().number()),
          Outcome.of(
              conf -> sampledOnDemand = conf.status() != TriggerMessage.TriggerMessageStatus.NotImplemented,
              failure -> sampledOnDemand = !(failure instanceof Failure.Refused)));
    }
  }

  /** What a comparison of profiles has shown. */
  enum Finding {
    AGREES,
    DISAGREES,
    /** The station cannot be asked. */
    UNKNOWN,
    /** No answer came, or none that can be read: it is asked again. */
    UNANSWERED
  }

  /** Compares what an idle connector would give with its base of 0 A, and learns how its clock runs. */
  void compareBase(ChargingPoint point, Consumer<Finding> found) {
    long left = point.lease().leftDa() > 0 ? Math.min(point.lease().longest(), Micros.HOUR) / Micros.SECOND : 0;
    compare(point, (int) left + BASE_HORIZON_S, schedule -> {
      for (ChargingSchedulePeriod period : schedule.chargingSchedulePeriod()) {
        if (period.limit() > SAME) {
          return false;
        }
      }
      return true;
    }, found);
  }

  /** Compares what a session's connector would give, up to a minute after its lease, with what it was told. */
  void compareLease(Session session, Lease lease, Consumer<Finding> found) {
    ChargingRateUnitType unit = Profiles.unit(session.point(), station.rateUnit());
    boolean endless = lease.length() == Lease.ENDLESS;
    long horizon = endless ? BASE_HORIZON_S : lease.length() / Micros.SECOND + BASE_HORIZON_S;
    compare(session.point(), (int) horizon, schedule -> {
      int count = schedule.chargingSchedulePeriod().size();
      for (int i = 0; i < count; i++) {
        ChargingSchedulePeriod period = schedule.chargingSchedulePeriod().get(i);
        long until = i + 1 < count ? schedule.chargingSchedulePeriod().get(i + 1).startPeriod() : horizon;
        long from = Math.min(period.startPeriod() + BLUR, until);
        int toldDa = Math.min(toldDa(session, from), toldDa(session, Math.max(until - BLUR, from)));
        if (period.limit() > Profiles.limit(session, toldDa, unit, nominalVoltage) + SAME) {
          return false;
        }
      }
      return true;
    }, found);
  }

  private int toldDa(Session session, long inSeconds) {
    return session.lease().toldDa(loop.now() + inSeconds * Micros.SECOND);
  }

  /** Whether a schedule is as it should be. */
  private interface Expected {
    boolean by(ChargingSchedule schedule);
  }

  private void compare(ChargingPoint point, int horizon, Expected expected, Consumer<Finding> found) {
    long asked = loop.now();
    ChargingRateUnitType unit = Profiles.unit(point, station.rateUnit());
    station.call(
        new GetCompositeSchedule.Req(point.connector().number(), horizon, unit),
        Outcome.of(conf -> {
          bound(conf.scheduleStart(), asked);
          ChargingSchedule schedule = conf.chargingSchedule();
          if (conf.status() != GetCompositeScheduleStatus.Accepted
              || schedule == null
              || schedule.chargingRateUnit() != unit) {
            found.accept(Finding.UNKNOWN);
          } else {
            found.accept(expected.by(schedule) ? Finding.AGREES : Finding.DISAGREES);
          }
        }, failure -> {
          switch (failure) {
            case Failure.Refused refused -> found.accept(Finding.UNKNOWN);
            case Failure.TimedOut silent -> found.accept(Finding.UNANSWERED);
            case Failure.BadAnswer bad -> found.accept(Finding.UNANSWERED);
            case Failure.LinkClosed closed -> {}
          }
        }));
  }

  /** A composite schedule starts at the whole second in which the station made it. */
  private void bound(@Nullable Instant start, long asked) {
    if (start != null) {
      long earliest = Micros.of(start);
      clock.asked(loop.now(), asked, earliest, earliest + Micros.SECOND);
    }
  }
}
