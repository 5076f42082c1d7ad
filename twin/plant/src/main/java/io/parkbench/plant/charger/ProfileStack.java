package io.parkbench.plant.charger;

import static io.parkbench.plant.charger.InstalledProfile.NEVER;

import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The charging profiles installed on a station and the limit they make together at an instant (OCPP 1.6 §3.13). Nothing happens in
 * here by itself: instants are arguments, in microseconds of the station's clock, and {@link #nextWakeAt} says when to look again.
 *
 * <p>At every instant a connector's limit is its eligible TxProfile of the highest stack level, else its TxDefaultProfile of the
 * highest, and never above the ChargePointMaxProfile nor the connector's rating.
 */
final class ProfileStack {
  /**
   * A limit in A per phase.
   *
   * @param numberPhases what the binding profile says of phases, null where it says nothing
   */
  record Limit(double amps, @Nullable Integer numberPhases) {
    Limit lowered(@Nullable Limit other) {
      return other != null && other.amps < amps ? other : this;
    }
  }

  private static final long NO_TRANSACTION = Long.MIN_VALUE;
  private static final Limit NONE = new Limit(Double.POSITIVE_INFINITY, null);
  private static final Comparator<InstalledProfile> HIGHEST_LEVEL_THEN_OWN_CONNECTOR = Comparator
      .<InstalledProfile>comparingInt(p -> -p.stackLevel).thenComparingInt(p -> -p.connector);

  private final ProfileRules rules;
  private final double volts;
  private final Limit[] ratings;
  private final long[] transactionStarts;
  private final @Nullable Integer[] transactionIds;
  private final List<InstalledProfile> installed = new ArrayList<>();
  private final ProfileQuirks quirks;
  private final List<PutOff> putOff = new ArrayList<>();

  /** A profile accepted for later. */
  private record PutOff(int connector, ChargingProfile profile) {}

  /** A stack without quirks. */
  ProfileStack(ProfileRules rules, double volts, double... ratings) {
    this(rules, ProfileQuirks.none(), volts, ratings);
  }

  /**
   * @param volts phase to neutral, for limits in W
   * @param ratings what each connector can carry, A per phase; the first is connector 1
   */
  ProfileStack(ProfileRules rules, ProfileQuirks quirks, double volts, double... ratings) {
    this.rules = rules;
    this.quirks = quirks;
    this.volts = volts;
    this.ratings = new Limit[ratings.length + 1];
    for (int i = 0; i < ratings.length; i++) {
      this.ratings[i + 1] = new Limit(ratings[i], null);
    }
    this.ratings[0] = NONE;
    transactionIds = new Integer[ratings.length + 1];
    transactionStarts = new long[ratings.length + 1];
    Arrays.fill(transactionStarts, NO_TRANSACTION);
  }

  int connectors() {
    return ratings.length - 1;
  }

  double volts() {
    return volts;
  }

  /**
   * Installs a profile, in the place of one of the same id or of the same connector, purpose and stack level. Rejected: what
   * {@link ProfileRules} do not allow, a ChargePointMaxProfile elsewhere than on connector 0, a TxProfile on connector 0, without a
   * running transaction or for another one, an unknown connector, and one more than the station can keep.
   */
  ChargingProfileStatus set(int connector, ChargingProfile profile, long now) {
    if (!takes(connector, profile)) {
      return ChargingProfileStatus.Rejected;
    }
    if (quirks.putOff(profile) && isBusy(connector)) {
      putOff.add(new PutOff(connector, profile));
    } else if (!quirks.ignore()) {
      install(connector, quirks.reshape(profile, now), now);
    }
    return ChargingProfileStatus.Accepted;
  }

  /** What lies there for a connector, what is for the whole station included; the highest stack level first. */
  List<ChargingProfile> installed(int connector) {
    return installed.stream().filter(p -> p.connector == connector || p.connector == 0).map(p -> p.profile).toList();
  }

  /** Whether {@link #set} would accept a profile now. */
  boolean takes(int connector, ChargingProfile profile) {
    if (connector < 0 || connector > connectors() || !allow(profile) || !fits(connector, profile)) {
      return false;
    }
    int kept = 0;
    for (int i = 0; i < installed.size(); i++) {
      kept += installed.get(i).isReplacedBy(connector, profile) ? 0 : 1;
    }
    return kept < rules.maxInstalled();
  }

  private boolean allow(ChargingProfile profile) {
    return rules.allow(profile) && !quirks.refuse(profile);
  }

  private void install(int connector, ChargingProfile profile, long now) {
    installed.removeIf(p -> p.isReplacedBy(connector, profile));
    installed.add(new InstalledProfile(connector, profile, now));
    installed.sort(HIGHEST_LEVEL_THEN_OWN_CONNECTOR);
  }

  /** Whether a transaction runs on the connector, or for 0 on any. */
  private boolean isBusy(int connector) {
    for (int i = 1; i <= connectors(); i++) {
      if ((connector == 0 || connector == i) && transactionStarts[i] != NO_TRANSACTION) {
        return true;
      }
    }
    return false;
  }

  /** Whether a profile may come with a remote start: a sound TxProfile that names no transaction. */
  boolean allowsAtStart(ChargingProfile profile) {
    return profile.chargingProfilePurpose() == ChargingProfilePurposeType.TxProfile
        && profile.transactionId() == null
        && allow(profile);
  }

  private boolean fits(int connector, ChargingProfile profile) {
    return switch (profile.chargingProfilePurpose()) {
      case ChargePointMaxProfile -> connector == 0;
      case TxDefaultProfile -> true;
      case TxProfile ->
          connector > 0
              && (transactionStarts[connector] != NO_TRANSACTION || quirks.takesTxProfileWithoutTransaction())
              && (transactionStarts[connector] == NO_TRANSACTION
                  || profile.transactionId() == null || profile.transactionId().equals(transactionIds[connector]));
    };
  }

  /** Removes the profile of this id, or without an id all that match every given criterion; false where there is none. */
  boolean clear(
      @Nullable Integer id,
      @Nullable Integer connector,
      @Nullable ChargingProfilePurposeType purpose,
      @Nullable Integer stackLevel) {
    if (id != null) {
      return remove(p -> p.id == id);
    }
    return remove(
        p -> (connector == null || p.connector == connector)
            && (purpose == null || p.purpose == purpose)
            && (stackLevel == null || p.stackLevel == stackLevel));
  }

  private boolean remove(Predicate<InstalledProfile> asked) {
    boolean kept = installed.stream().anyMatch(p -> asked.test(p) && quirks.keep(p));
    return installed.removeIf(p -> asked.test(p) && !quirks.keep(p)) || kept && quirks.denyKept();
  }

  /** The link to the central system is down: some stations forget what it said. */
  void linkLost() {
    installed.removeIf(quirks::losesOffline);
  }

  /** A copy of what was asked for, for a station that shows that instead of what it does: without quirks. */
  ProfileStack sincere() {
    double[] amps = Arrays.stream(ratings).skip(1).mapToDouble(Limit::amps).toArray();
    ProfileStack copy = new ProfileStack(rules, volts, amps);
    copy.installed.addAll(installed);
    copy.follow(this);
    return copy;
  }

  /** Takes over which transactions run. */
  void follow(ProfileStack other) {
    for (int i = 1; i <= connectors(); i++) {
      if (transactionStarts[i] != other.transactionStarts[i]) {
        transactionEnded(i, 0); // nothing is put off in a copy
        transactionStarts[i] = other.transactionStarts[i];
      }
      transactionIds[i] = other.transactionIds[i];
    }
  }

  /** Relative schedules on this connector count from {@code start}; the id is null while the central system has not given one. */
  void transactionStarted(int connector, @Nullable Integer id, long start) {
    transactionStarts[connector] = start;
    transactionIds[connector] = id;
  }

  /** The central system has given the transaction its id. */
  void transactionIdentified(int connector, int id) {
    transactionIds[connector] = id;
  }

  /** The connector's TxProfiles go with its transaction. */
  void transactionEnded(int connector, long now) {
    transactionStarts[connector] = NO_TRANSACTION;
    transactionIds[connector] = null;
    installed.removeIf(p -> p.connector == connector && p.purpose == ChargingProfilePurposeType.TxProfile);
    if (!putOff.isEmpty()) {
      List<PutOff> due = putOff.stream().filter(later -> !isBusy(later.connector)).toList();
      putOff.removeAll(due);
      due.forEach(later -> install(later.connector, later.profile, now));
    }
  }

  /** The composite limit of a connector, at most its rating. Without a transaction: as if one had started at {@code idleStart}. */
  Limit limit(int connector, long t, long idleStart) {
    @Nullable Limit ofTransaction = inForce(ChargingProfilePurposeType.TxProfile, connector, t, idleStart);
    if (ofTransaction == null || quirks.basesCapToo()) {
      @Nullable Limit base = inForce(ChargingProfilePurposeType.TxDefaultProfile, connector, t, idleStart);
      ofTransaction = ofTransaction == null ? base : ofTransaction.lowered(base);
    }
    @Nullable Limit ofStation = inForce(ChargingProfilePurposeType.ChargePointMaxProfile, connector, t, idleStart);
    return ratings[connector].lowered(ofTransaction).lowered(ofStation);
  }

  /** What all connectors together may draw by the ChargePointMaxProfile in force; infinite where there is none. */
  Limit stationLimit(long t, long idleStart) {
    return NONE.lowered(inForce(ChargingProfilePurposeType.ChargePointMaxProfile, 0, t, idleStart));
  }

  /**
   * The first instant after {@code t} at which the limit of a running transaction can change by itself, or {@link Long#MAX_VALUE}. Where
   * none runs nothing is drawn, and nobody needs to wake.
   */
  long nextWakeAt(long t) {
    long next = NEVER;
    for (int connector = 1; connector <= connectors(); connector++) {
      if (transactionStarts[connector] != NO_TRANSACTION) {
        next = Math.min(next, nextChange(connector, t, t));
      }
    }
    return next;
  }

  /** The first instant after {@code t} at which the limit of a connector can change by itself. */
  long nextChange(int connector, long t, long idleStart) {
    long start = start(connector, idleStart);
    long next = NEVER;
    for (InstalledProfile profile : installed) {
      if (profile.connector == connector || profile.connector == 0) {
        next = Math.min(next, profile.nextChange(t, start));
      }
    }
    return next;
  }

  private @Nullable Limit inForce(ChargingProfilePurposeType purpose, int connector, long t, long idleStart) {
    long start = start(connector, idleStart);
    for (InstalledProfile profile : installed) {
      if (profile.purpose == purpose && (profile.connector == connector || profile.connector == 0)) {
        int period = profile.periodAt(t, start);
        if (period >= 0) {
          return new Limit(profile.amps(period, volts), profile.numberPhases(period));
        }
      }
    }
    return null;
  }

  /** For the station as a whole a Relative schedule counts from the instant asked for: it has no transaction of its own. */
  private long start(int connector, long idleStart) {
    long start = transactionStarts[connector];
    return start == NO_TRANSACTION ? idleStart : start;
  }
}
