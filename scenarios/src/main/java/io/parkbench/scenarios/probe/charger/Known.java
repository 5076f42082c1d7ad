package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What earlier probes have learnt of a charger, for later ones and for its model. */
final class Known {
  /** Whether it sends a BootNotification when it connects. */
  boolean boots;
  /** Whether messages can be asked for. */
  boolean triggers;
  /** What an answer usually takes, µs. */
  long replies;
  /** Configuration keys and what they said; a value is null where the key has none. */
  final Map<String, @Nullable String> keys = new LinkedHashMap<>();
  final Map<String, Boolean> readOnly = new LinkedHashMap<>();
  boolean garbage;
  /** Whether profiles are taken at all, and in which form. */
  boolean takesProfiles;
  ChargingRateUnitType unit = ChargingRateUnitType.A;
  ChargingProfileKindType kind = ChargingProfileKindType.Absolute;
  /** Why no profile is taken, for sentences. */
  String whyNot = "no profile has been tried";
  final Set<String> units = new TreeSet<>();
  final Set<String> kinds = new TreeSet<>();
  /** A vendor's setting without which none is taken, and a key that takes limits instead; empty where there is none. */
  String gate = "";

  String limitKey = "";
  boolean removesProfiles = true;
  /** Whether it goes on as before whatever is set. */
  boolean ignores;
  /** Whether it goes over from one period of a schedule to the next. */
  boolean secondPeriods;
  /** How much less than set is drawn, A. */
  double offset;
  /** Whether what is drawn follows what is set. */
  boolean follows;
  /** What a car draws where nothing limits it, A; 0 unknown. */
  double fullAmps;
  int phases = 3;
  double volts = 230;
  int connectors = 1;
  int maxStackLevel;
  /** From an order to a draw that has followed, µs; 0 unknown. */
  long settles;
  /** How long a link is good for, µs; 0: for ever. */
  long linkGoodFor;
  long rebootMicros;
  /** Whether asking for an unknown measurand makes it restart. */
  boolean restartsAtMeasurands;

  final Set<String> measurands = new TreeSet<>();
  /** Keys that a probe has changed, with what they were. */
  final Map<String, String> changed = new LinkedHashMap<>();

  int number(String key, int otherwise) {
    String value = keys.get(key);
    return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  /** The first of two limits that a follower is told from the other by, A. */
  double low() {
    return fullAmps >= 20 ? 10 : 8;
  }

  double high() {
    return fullAmps >= 20 ? 16 : 12;
  }

  long settles(Pace pace) {
    return settles == 0 ? pace.settle : Math.max(settles + pace.rest, pace.sample);
  }
}
