package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.lease.Lease;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.OfflineAuthMode;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Timer;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChangeConfiguration.ConfigurationStatus;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.KeyValue;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import io.parkbench.protocol.ocpp.TriggerMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a station into the state the gateway counts on: the base first, then the configuration, then what can be learnt of it.
 * Done after each boot, and once for a station that connects without one (OCPP-J §5.4: a reconnect needs no boot).
 */
final class Setup {
  private static final long BOOT_GRACE = 10 * Micros.SECOND;
  private static final long BASE_RETRY = Micros.MINUTE;
  private static final long ASK_AGAIN = Micros.MINUTE;
  private static final long CLOCK_CHECK = Micros.HOUR;
  private static final long FIRST_DOUBT = Micros.MINUTE;
  /** After this time a station has applied what it has agreed to, or never will. */
  private static final long APPLIED = Micros.MINUTE;
  private static final String SAMPLED = "Energy.Active.Import.Register,Current.Import";
  /** The current of a DC cable says nothing of the supply. */
  private static final String SAMPLED_DC = "Energy.Active.Import.Register,Power.Active.Import";
  private static final String ROTATION = "ConnectorPhaseRotation";
  private static final String MAX_PERIODS = "ChargingScheduleMaxPeriods";
  private static final String RATE_UNIT = "ChargingScheduleAllowedChargingRateUnit";

  private final Loop loop;
  private final Duration sampleInterval;
  private final ChargePoint station;
  private final Sessions sessions;
  private final LeaseCalls calls;
  private final Map<Integer, PhaseOrder> phaseOrders = new TreeMap<>();
  private final Map<Integer, LeaseCalls.Finding> findings = new TreeMap<>();
  private final Map<Integer, Timer> unanswered = new TreeMap<>();
  private @Nullable String rotations;
  private @Nullable Boolean offlineTold;
  private final boolean dc;
  private ChargingRateUnitType rateUnit;
  private ChargingProfileKindType baseKind = ChargingProfileKindType.Absolute;
  private long patience = FIRST_DOUBT;
  private boolean baseConfirmed;
  private long baseAgreedAt;
  private boolean cleared;
  private boolean done;
  private @Nullable Timer timer;
  private @Nullable Timer clockTimer;

  Setup(Loop loop, Duration sampleInterval, ChargePoint station, Sessions sessions, LeaseCalls calls) {
    this.loop = loop;
    this.sampleInterval = sampleInterval;
    this.station = station;
    this.sessions = sessions;
    this.calls = calls;
    dc = station.points().stream().anyMatch(point -> point.connector().dc());
    rateUnit = dc ? ChargingRateUnitType.W : ChargingRateUnitType.A;
  }

  boolean baseConfirmed() {
    return baseConfirmed;
  }

  /** The unit the station takes limits in: A, unless it has said that it knows only power. */
  ChargingRateUnitType rateUnit() {
    return rateUnit;
  }

  PhaseOrder phaseOrder(ChargingPoint point) {
    return phaseOrders.computeIfAbsent(
        point.connector().number(), number -> PhaseOrder.of(number, point.connector().wiring(), rotations));
  }

  void connected() {
    if (!done) {
      later(BOOT_GRACE, this::withoutBoot);
    } else if (!baseConfirmed) {
      sayBase();
    } else {
      prove();
    }
  }

  void disconnected() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (clockTimer != null) {
      clockTimer.cancel();
      clockTimer = null;
    }
    unanswered.values().forEach(Timer::cancel);
    unanswered.clear();
  }

  void booted() {
    disconnected();
    run();
    station.learnt();
  }

  private void withoutBoot() {
    run();
    station.call(
        new TriggerMessage.Req(TriggerMessage.MessageTrigger.BootNotification, null), Outcome.of(conf -> {}, failure -> {}));
  }

  private void run() {
    done = true;
    patience = FIRST_DOUBT;
    cleared = false;
    offlineTold = null;
    sayBase();
    configure("MeterValuesSampledData", dc ? SAMPLED_DC : SAMPLED);
    configure("MeterValueSampleInterval", Long.toString(sampleInterval.toSeconds()));
    station.call(
        new GetConfiguration.Req(List.of(ROTATION, RATE_UNIT, MAX_PERIODS)), Outcome.of(this::learn, failure -> {}));
  }

  private void sayBase() {
    baseConfirmed = false;
    station.points().forEach(point -> point.lease().baseSaid(0));
    station.call(Profiles.base(rateUnit, baseKind), Outcome.of(this::baseAnswered, this::baseFailed));
  }

  private void baseAnswered(SetChargingProfile.Conf conf) {
    baseConfirmed = conf.status() == ChargingProfileStatus.Accepted;
    if (baseConfirmed) {
      baseAgreedAt = loop.now();
      station.points().forEach(point -> point.lease().baseAccepted(0));
      prove();
    } else if (baseKind == ChargingProfileKindType.Absolute) {
      baseKind = ChargingProfileKindType.Relative;
      sayBase();
    } else {
      baseRefused(conf.status().name());
    }
  }

  private void baseRefused(String how) {
    station.points().forEach(point -> point.lease().baseRefused());
    station.notice("refuses the base of 0 A (" + how + "): its sessions count at their rating from the start");
    adviseOffline();
    prove();
  }

  /** Asks what the profiles of each connector add up to (R-LEASE-4), which tells how the station's clock runs, too. */
  private void prove() {
    station.points().forEach(this::ask);
    proveAfter(CLOCK_CHECK);
  }

  /** Profiles that were there before may be in the way; while nobody charges, and all count at their rating, they can go. */
  private boolean mayClear() {
    return baseConfirmed && !cleared
        && station.points().stream().allMatch(point -> sessions.at(point) == null && !point.lease().isProved());
  }

  private void clear() {
    cleared = true;
    station.call(new ClearChargingProfile.Req(null, null, null, null), Outcome.of(conf -> sayBase(), failure -> askAgain()));
  }

  /** It may only be slow to apply what it has agreed to: it is asked again, ever more rarely. */
  private void askAgain() {
    proveAfter(patience);
    patience = Math.min(2 * patience, CLOCK_CHECK);
  }

  private void proveAfter(long micros) {
    if (clockTimer != null) {
      clockTimer.cancel();
    }
    clockTimer = loop.after(micros, this::prove);
  }

  /** The station's clock runs otherwise than was thought: it is asked at once. */
  void clockJumped() {
    if (baseConfirmed && station.connected()) {
      prove();
    }
  }

  /** Asks what a connector makes of its lease, or of its base where no session is open. */
  private void ask(ChargingPoint point) {
    Session session = sessions.at(point);
    Lease lease = session == null ? null : session.lease().confirmed();
    if (session == null && point.lease().leftDa() > 0) {
      // what a session that is over has left there is taken away first
      station.call(Profiles.clear(point), Outcome.of(conf -> askBase(point), failure -> askBase(point)));
    } else if (session == null) {
      askBase(point);
    } else if (lease != null) {
      compare(session, lease);
    }
  }

  private void askBase(ChargingPoint point) {
    calls.compareBase(point, finding -> {
      boolean idle = sessions.at(point) == null;
      boolean left = idle && point.lease().leftDa() > 0;
      if (left && finding == LeaseCalls.Finding.AGREES) {
        point.lease().nothingLeft();
        station.demandChanged();
      }
      if (left && finding == LeaseCalls.Finding.DISAGREES) {
        compared(point, LeaseCalls.Finding.UNANSWERED);
      } else if (idle || finding == LeaseCalls.Finding.AGREES) {
        // a session that has begun meanwhile is asked for by itself
        compared(point, baseAgreedAt, finding);
      }
    });
  }

  /** A session is over. What its station refused may have come too late for it, so an idle connector is asked anew. */
  void ended(ChargingPoint point) {
    if (baseConfirmed && !point.lease().isProved()) {
      findings.remove(point.order());
      ask(point);
    } else if (point.lease().leftDa() > 0) {
      ask(point);
    }
  }

  /** Whether it is still open what a connector makes of what it was told: it is being asked. */
  boolean isBeingAsked(ChargingPoint point) {
    return baseConfirmed && !findings.containsKey(point.order());
  }

  /** Whether only its draw can show that a connector obeys, because it cannot be asked. */
  boolean onlyDrawShows(ChargingPoint point) {
    return baseConfirmed && findings.get(point.order()) == LeaseCalls.Finding.UNKNOWN;
  }

  @SuppressWarnings("ReferenceEquality") // another session may be open at the same point
  void compare(Session session, Lease lease) {
    calls.compareLease(session, lease, finding -> {
      if (sessions.at(session.point()) == session) {
        compared(session.point(), lease.acceptedAt(), finding);
      }
    });
  }

  private void compared(ChargingPoint point, long agreedAt, LeaseCalls.Finding finding) {
    if (finding == LeaseCalls.Finding.DISAGREES && loop.now() - agreedAt > APPLIED) {
      if (findings.put(point.order(), finding) != LeaseCalls.Finding.DISAGREES) {
        station.notice(
            "alarm: connector " + point.connector().number()
                + " has forgotten or ignores what it was told: it counts at its rating for good");
      }
      station.distrust(point);
    } else {
      compared(point, finding);
    }
    if (findings.size() == station.points().size()) {
      adviseOffline();
    }
    station.learnt();
  }

  private void compared(ChargingPoint point, LeaseCalls.Finding finding) {
    LeaseCalls.Finding before = findings.put(point.order(), finding);
    station.clockChanged();
    switch (finding) {
      case AGREES -> {
        if (baseConfirmed) {
          station.agrees(point);
        }
      }
      case DISAGREES -> {
        if (before != LeaseCalls.Finding.DISAGREES) {
          station.notice(
              "connector " + point.connector().number() + ": its composite schedule is above its lease; it counts at its rating");
        }
        station.disagrees(point);
        if (mayClear()) {
          clear();
        } else {
          askAgain();
        }
      }
      case UNANSWERED -> askAgain(point);
      case UNKNOWN -> {}
    }
  }

  /**
   * Whether the station may believe its own cache while it is offline: as the site says (R-AUTH-1), but only where all its connectors
   * obey. Another would give its rating to a session that nobody was asked about (R-LEASE-2, 4).
   */
  void adviseOffline() {
    boolean may = station.points().stream()
        .allMatch(point -> point.lease().isProved() && point.station().offlineAuth() != OfflineAuthMode.NONE);
    if (offlineTold == null || offlineTold != may) {
      offlineTold = may;
      configure("LocalAuthorizeOffline", Boolean.toString(may));
    }
  }

  /** One timer for each connector: a station that never answers must not be asked ever more often. */
  private void askAgain(ChargingPoint point) {
    Timer before = unanswered.put(point.order(), loop.after(ASK_AGAIN, () -> {
      if (findings.get(point.order()) == LeaseCalls.Finding.UNANSWERED) {
        ask(point);
      }
    }));
    if (before != null) {
      before.cancel();
    }
  }

  private void baseFailed(Failure failure) {
    switch (failure) {
      case Failure.LinkClosed closed -> {}
      case Failure.TimedOut silent -> later(BASE_RETRY, this::sayBase);
      case Failure.BadAnswer bad -> later(BASE_RETRY, this::sayBase);
      case Failure.Refused refused -> baseRefused(refused.error().name());
    }
  }

  private void configure(String key, String value) {
    station.call(
        new ChangeConfiguration.Req(key, value),
        Outcome.of(
            conf -> {
              if (conf.status() != ConfigurationStatus.Accepted) {
                station.notice(key + " cannot be set to " + value + ": " + conf.status());
              }
            },
            failure -> {}));
  }

  private void learn(GetConfiguration.Conf conf) {
    for (KeyValue entry : conf.configurationKey()) {
      String value = entry.value();
      if (value == null) {
        continue;
      }
      if (entry.key().equalsIgnoreCase(ROTATION)) {
        rotations = value;
        phaseOrders.clear();
      } else if (entry.key().equalsIgnoreCase(RATE_UNIT)) {
        rateUnit = dc || onlyPower(value) ? ChargingRateUnitType.W : ChargingRateUnitType.A;
      } else if (entry.key().equalsIgnoreCase(MAX_PERIODS) && value.strip().matches("\\d{1,4}")) {
        calls.periodsMax(Integer.parseInt(value.strip()));
      }
    }
    if (rateUnit == ChargingRateUnitType.W && !baseConfirmed) {
      sayBase();
    }
  }

  /** The standard's words are Current and Power; some stations say their units. */
  private static boolean onlyPower(String value) {
    List<String> units = List.of(value.strip().split("\\s*,\\s*"));
    boolean current = units.contains("Current") || units.contains("A");
    return !current && (units.contains("Power") || units.contains("W"));
  }

  private void later(long micros, Runnable task) {
    if (timer != null) {
      timer.cancel();
    }
    timer = loop.after(micros, task);
  }
}
