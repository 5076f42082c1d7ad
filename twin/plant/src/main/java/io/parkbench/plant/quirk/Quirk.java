package io.parkbench.plant.quirk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The catalogue of quirks: each a behaviour that somebody has reported of a real device (R-CHG-2, R-EV-1). */
public enum Quirk {
  PROFILE_LOST_ON_DISCONNECT("profile-lost-on-disconnect", Kind.CHARGER, Duty.BOUNDED,
      "forgets every charging profile as soon as the link drops, and gives full power",
      "goecharger/go-eCharger-API-v2#217"),
  ACCEPT_BUT_IGNORE_LIMIT("accept-but-ignore-limit", Kind.CHARGER, Duty.BOUNDED,
      "answers Accepted to SetChargingProfile and goes on as before",
      "evcc-io/evcc#31597, goecharger/go-eCharger-API-v2#249, steve-community/steve#1192"),
  UNLIMITED_AFTER_0A_RESUME("unlimited-after-0A-resume", Kind.CHARGER, Duty.BOUNDED,
      "resumes without a limit after a pause by 0 A, until the transaction ends",
      "goecharger/go-eCharger-API-v2#155"),
  DRAWS_ABOVE_SETPOINT("draws-above-setpoint", Kind.CHARGER, Duty.BOUNDED,
      "lets the car draw up to its rating whenever it may draw at all (10 A set, 30 A drawn)",
      "minceheid/openeo#27"),
  PILOT_OFFSET("pilot-offset", Kind.CHARGER, Duty.STRICT,
      "puts 3 A less on the pilot than was set, so that 6 A never charges",
      "OpenEVSE/openevse_esp32_firmware#588"),
  IGNORES_DURATION("ignores-duration", Kind.CHARGER, Duty.GATED,
      "ignores a schedule's duration, so that the limit never lapses",
      "shiv3/ocpp-cp-simulator (measured)"),
  STACK_ZERO_ONLY("stack-zero-only", Kind.CHARGER, Duty.STRICT,
      "rejects profiles above stack level 0",
      "evcc-io/evcc#4957"),
  STALE_HIGH_STACK_WINS("stale-high-stack-wins", Kind.CHARGER, Duty.GATED,
      "keeps profiles above stack level 0 although it answers Accepted to their Clear",
      "lbbrhzn/ocpp#2148, lbbrhzn/ocpp#1737"),
  CLEAR_UNKNOWN_AT_STACK0("clear-unknown-at-stack0", Kind.CHARGER, Duty.STRICT,
      "answers Unknown to ClearChargingProfile for profiles at stack level 0, and keeps them",
      "goecharger/go-eCharger-API-v2#187"),
  CHARGEPOINTMAX_REJECTED("chargepointmax-rejected", Kind.CHARGER, Duty.GATED,
      "rejects ChargePointMaxProfile",
      "lbbrhzn/ocpp#221, lbbrhzn/ocpp#1703"),
  MODE_GATED_REJECT("mode-gated-reject", Kind.CHARGER, Duty.GATED,
      "rejects profiles until the vendor key LoadBalancing is true",
      "lbbrhzn/ocpp#877"),
  NO_SMARTCHARGING("no-smartcharging", Kind.CHARGER, Duty.GATED,
      "answers NotSupported to smart-charging messages and does not list the profile",
      "evcc-io/evcc#17836"),
  LIMIT_VIA_CONFIG_KEY("limit-via-config-key", Kind.CHARGER, Duty.GATED,
      "rejects profiles and takes its limit in A by ChangeConfiguration of the vendor key maxintensitysocket only",
      "SAP e-mobility simulator (schneider template), lbbrhzn/ocpp#1959"),
  ABSOLUTE_KIND_REJECTED("absolute-kind-rejected", Kind.CHARGER, Duty.GATED,
      "rejects Absolute schedules, and limits of 0 and 6 A",
      "evcc-io/evcc#15493"),
  RATE_UNIT_TOKEN_W("rate-unit-token-W", Kind.CHARGER, Duty.GATED,
      "takes limits in W only, and calls the unit W where the standard says Power",
      "evcc-io/evcc cp_setup.go"),
  WHOLE_AMPS_ONLY("whole-amps-only", Kind.CHARGER, Duty.GATED,
      "rejects limits with a decimal",
      "citrineos/citrineos-core#959, steve-community/steve#1177"),
  TRIGGER_UNSUPPORTED("trigger-unsupported", Kind.CHARGER, Duty.STRICT,
      "answers NotImplemented to every TriggerMessage",
      "mobilityhouse/ocpp#640"),
  BOOT_NOT_SENT_ON_CONNECT("boot-not-sent-on-connect", Kind.CHARGER, Duty.STRICT,
      "sends no BootNotification when it connects, only when asked for one",
      "evcc-io/evcc cp.go"),
  DEAF_BEFORE_BOOT("deaf-before-boot", Kind.CHARGER, Duty.STRICT,
      "ignores every call until it has been accepted",
      "lbbrhzn/ocpp#1503"),
  STATUS_BEFORE_BOOT("status-before-boot", Kind.CHARGER, Duty.STRICT,
      "sends its statuses before its BootNotification is answered",
      "mobilityhouse/ocpp#188"),
  NO_SUBPROTOCOL("no-subprotocol", Kind.CHARGER, Duty.STRICT,
      "connects without naming the subprotocol ocpp1.6",
      "lbbrhzn/ocpp#442, steve-community/steve#1109"),
  HALF_OPEN_TCP("half-open-tcp", Kind.CHARGER, Duty.STRICT,
      "goes silent five minutes after connecting, without closing",
      "dingo35/SmartEVSE-3.5#202, lbbrhzn/ocpp#151"),
  OVERLAPPING_SOCKETS("overlapping-sockets", Kind.CHARGER, Duty.STRICT,
      "opens a new socket every five minutes and closes the old one seconds after",
      "lorenzodonini/ocpp-go#314, lorenzodonini/ocpp-go#358"),
  NO_RECONNECT_AFTER_PONG_TIMEOUT("no-reconnect-after-pong-timeout", Kind.CHARGER, Duty.STRICT,
      "never dials again once it has taken the peer for dead, until it is restarted",
      "EVerest/libocpp#1175"),
  RECONNECT_LOOP("reconnect-loop", Kind.CHARGER, Duty.STRICT,
      "drops its link five seconds after connecting and is back a second later",
      "lbbrhzn/ocpp#1096"),
  RESEND_SAME_MESSAGEID("resend-same-messageId", Kind.CHARGER, Duty.STRICT,
      "sends a call again with the same message id when it is not answered within ten seconds",
      "matth-x/MicroOcpp#50"),
  DUPLICATE_START("duplicate-start", Kind.CHARGER, Duty.STRICT,
      "sends every StartTransaction a second time",
      "matth-x/MicroOcpp#237"),
  DUPLICATE_STOP("duplicate-stop", Kind.CHARGER, Duty.STRICT,
      "sends every StopTransaction a second time",
      "EVerest/libocpp#907"),
  OFFLINE_TXID_MINUS1("offline-txid-minus1", Kind.CHARGER, Duty.STRICT,
      "keeps -1 as the id of a transaction begun offline, also after it was given one",
      "EVerest/libocpp#495"),
  OFFLINE_START_LOST("offline-start-lost", Kind.CHARGER, Duty.STRICT,
      "never tells the start of a transaction begun offline, only its end",
      "matth-x/MicroOcpp#454"),
  METERVALUES_WRONG_TXID("metervalues-wrong-txid", Kind.CHARGER, Duty.STRICT,
      "puts 0 or a number beyond 2^31 as the transaction into MeterValues",
      "mobilityhouse/ocpp#478, mobilityhouse/ocpp#617"),
  KWH_LABELLED_WH("kWh-labelled-Wh", Kind.CHARGER, Duty.STRICT,
      "measures energy in kWh and labels it Wh",
      "OpenEVSE/openevse_esp32_firmware#703"),
  POWER_IN_W_LABELLED_KW("power-in-W-labelled-kW", Kind.CHARGER, Duty.STRICT,
      "measures power in W and labels it kW",
      "lbbrhzn/ocpp#1617"),
  CURRENT_ON_N("current-on-N", Kind.CHARGER, Duty.STRICT,
      "reports one current, on phase N",
      "lbbrhzn/ocpp#1311"),
  PHASE_L1_N("phase-L1-N", Kind.CHARGER, Duty.STRICT,
      "reports currents on L1-N, L2-N, L3-N",
      "lbbrhzn/ocpp#1311"),
  PHASE_ROTATED("phase-rotated", Kind.CHARGER, Duty.BOUNDED,
      "reports each phase under the name of the next",
      "evcc-io/evcc#18522, evcc-io/evcc#22543"),
  NO_POWER_WHEN_IDLE("no-power-when-idle", Kind.CHARGER, Duty.STRICT,
      "leaves current and power out of its samples while nothing flows",
      "evcc-io/evcc connector.go"),
  REGISTER_RESETS("register-resets", Kind.CHARGER, Duty.STRICT,
      "counts energy from 0 again with every transaction",
      "ChargeTimeEU/Java-OCA-OCPP#331"),
  BROKEN_JSON("broken-json", Kind.CHARGER, Duty.STRICT,
      "cuts every fourth frame off in the middle",
      "lbbrhzn/ocpp#1078, lbbrhzn/ocpp#2032"),
  GARBAGE_CONFIG("garbage-config", Kind.CHARGER, Duty.STRICT,
      "answers GetConfiguration with nonsense values",
      "lbbrhzn/ocpp#1892"),
  CLOCK_LOCAL("clock-local", Kind.CHARGER, Duty.GATED,
      "shows local time, two hours ahead, and calls it UTC",
      "evcc-io/evcc#10399"),
  CLOCK_1970("clock-1970", Kind.CHARGER, Duty.GATED,
      "counts from 1970 at every start and never takes the central system's time",
      "matth-x/MicroOcpp#311"),
  CLOCK_DRIFT("clock-drift", Kind.CHARGER, Duty.GATED,
      "loses one second in a hundred until the central system's time reaches it",
      "matth-x/MicroOcpp#311"),
  LATE_REPLY("late-reply", Kind.CHARGER, Duty.STRICT,
      "answers calls 35 s after they came, beyond the usual time-out",
      "EVerest/libocpp#811"),
  SLOW_APPLY_30S("slow-apply-30s", Kind.CHARGER, Duty.STRICT,
      "answers at once and applies a profile 30 s later",
      "EVerest/libocpp#811"),
  MEASURAND_PROBE_REBOOT_LOOP("measurand-probe-reboot-loop", Kind.CHARGER, Duty.STRICT,
      "reboots when it is asked for a measurand it does not know",
      "lbbrhzn/ocpp documentation (ABB)"),
  FLASH_WEAR("flash-wear", Kind.CHARGER, Duty.STRICT,
      "serves profiles ever later when more than six are written in a minute, up to 25 s",
      "EVerest/libocpp#543"),
  MIN_OVER_ALL_PURPOSES("min-over-all-purposes", Kind.CHARGER, Duty.STRICT,
      "obeys the minimum of TxDefaultProfile and TxProfile, so that the base caps the lease",
      "OCPP 1.6 3.13 as some read it"),
  TXDEFAULT_NEXT_TRANSACTION_ONLY("txdefault-next-transaction-only", Kind.CHARGER, Duty.GATED,
      "puts a new TxDefaultProfile in force only when no transaction runs",
      "connectorio/connectorio-addons#160"),
  TXDEFAULT_IGNORED_OFFLINE("txdefault-ignored-offline", Kind.CHARGER, Duty.BOUNDED,
      "forgets its TxDefaultProfiles when the link drops",
      "steve-community/steve#1352"),
  RELATIVE_FROM_RECEIPT("relative-from-receipt", Kind.CHARGER, Duty.GATED,
      "counts Relative schedules from their receipt, not from the transaction's start",
      "reading of the standard"),
  ZERO_MEANS_UNLIMITED("zero-means-unlimited", Kind.CHARGER, Duty.BOUNDED,
      "takes a limit of 0 A for none",
      "field reports"),
  ZERO_MEANS_6A("zero-means-6A", Kind.CHARGER, Duty.BOUNDED,
      "goes on with 6 A when the limit is 0 A",
      "field reports"),
  ZERO_ENDS_TRANSACTION("zero-ends-transaction", Kind.CHARGER, Duty.STRICT,
      "ends the transaction when the limit is 0 A",
      "field reports"),
  TXPROFILE_WITHOUT_TRANSACTION_ACCEPTED("txprofile-without-transaction-accepted", Kind.CHARGER, Duty.STRICT,
      "takes a TxProfile without a transaction, and keeps it for the next one",
      "matth-x/MicroOcpp#346, EVerest/libocpp#299"),
  COMPOSITE_LIES("composite-lies", Kind.CHARGER, Duty.GATED,
      "shows in GetCompositeSchedule what it was asked for, not what it does",
      "field reports"),
  SHARED_STATION_LIMIT_IGNORED("shared-station-limit-ignored", Kind.CHARGER, Duty.STRICT,
      "lets its sockets together draw above the station's feeder and its ChargePointMaxProfile",
      "field reports"),
  NEVER_WAKES("never-wakes", Kind.CAR, Duty.STRICT,
      "never resumes after a pause",
      "EVerest/everest-core#2710, OpenEVSE/open_evse#333"),
  WAKES_ON_REPLUG("wakes-on-replug", Kind.CAR, Duty.STRICT,
      "resumes after a pause only when its plug is pulled and put in again",
      "EVerest/everest-core#2710"),
  WAKES_ON_DISABLE_ENABLE("wakes-on-disable-enable", Kind.CAR, Duty.STRICT,
      "sleeps through the first offer after a pause and wakes with the second",
      "OpenEVSE/open_evse#333"),
  STUCK_AT_6A_AFTER_PAUSE("stuck-at-6A-after-pause", Kind.CAR, Duty.STRICT,
      "resumes after a pause but stays at 6 A",
      "dingo35/SmartEVSE-3.5#315"),
  FLOOR_14A_THREE_PHASE("floor-14A-three-phase", Kind.CAR, Duty.STRICT,
      "draws nothing below 14 A where it charges on three phases",
      "wbec#28, evcc-io/evcc#11097"),
  FLOOR_8A("floor-8A", Kind.CAR, Duty.STRICT,
      "draws nothing below 8 A",
      "evcc-io/evcc#13543"),
  FLOOR_11A("floor-11A", Kind.CAR, Duty.STRICT,
      "draws nothing below 11 A",
      "evcc-io/evcc#13543"),
  SLOW_FOLLOWER_30S("slow-follower-30s", Kind.CAR, Duty.STRICT,
      "takes 28 s to follow a new setpoint",
      "minceheid/openeo#13, V2G-liberty/addon-v2g-liberty#356"),
  COOLING_PAUSE("cooling-pause", Kind.CAR, Duty.STRICT,
      "pauses for half a minute after every ten minutes of charging",
      "SimpleEVSE-WiFi#35"),
  LAUNCH_OVERSHOOT("launch-overshoot", Kind.CAR, Duty.BOUNDED,
      "starts half above the setpoint for eight seconds",
      "evcc-io/evcc#26380"),
  LOW_POWER_FACTOR_AT_FLOOR("low-power-factor-at-floor", Kind.CAR, Duty.STRICT,
      "draws with a power factor of 0.5 below 7 A",
      "evcc-io/evcc#187");

  /** What has it. */
  public enum Kind {
    CHARGER,
    CAR;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int ALIKE = 4;

  private final String word;
  private final Kind kind;
  private final Duty duty;
  private final String sentence;
  private final String source;

  Quirk(String word, Kind kind, Duty duty, String sentence, String source) {
    this.word = word;
    this.kind = kind;
    this.duty = duty;
    this.sentence = sentence;
    this.source = source;
  }

  /** Its name in site files, scenarios and recordings. */
  public String word() {
    return word;
  }

  public Kind kind() {
    return kind;
  }

  /** What a gateway that has not been told of it owes. */
  public Duty duty() {
    return duty;
  }

  /** What the device does, as the end of a sentence that begins with "it". */
  public String sentence() {
    return sentence;
  }

  /** Where it was reported: public issues as {@code owner/repository#number}, or words. */
  public String source() {
    return source;
  }

  /** Those of one kind, in the order of the catalogue. */
  public static List<Quirk> of(Kind kind) {
    return List.of(values()).stream().filter(quirk -> quirk.kind == kind).toList();
  }

  /** The quirk of that name; an unknown one fails with {@link IllegalArgumentException} that says which it may have been. */
  public static Quirk named(String word) {
    for (Quirk quirk : values()) {
      if (quirk.word.equals(word)) {
        return quirk;
      }
    }
    List<String> alike = new ArrayList<>();
    int best = ALIKE;
    for (Quirk quirk : values()) {
      int distance = distance(quirk.word.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        alike.clear();
      }
      if (distance == best) {
        alike.add(quirk.word);
      }
    }
    throw new IllegalArgumentException("no quirk is called '" + word + "'"
        + (alike.isEmpty() ? "; the catalogue has " + values().length + " others"
            : "; did you mean " + String.join(" or ", alike) + "?"));
  }

  /** Levenshtein's: letters to add, drop or change. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  @Override
  public String toString() {
    return word;
  }
}
