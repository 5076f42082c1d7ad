package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.protocol.make.StationMake;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a battery came to, as a sheet for people and as a make that a simulated charger can be made by. */
public final class ChargerSheet {
  /** Keys whose values belong to where a charger stands, or to a probe, and not to its make. */
  private static final List<String> KEPT = List.of("ConnectionTimeOut", "MinimumStatusDuration", "ResetRetries",
      "StopTransactionOnEVSideDisconnect", "StopTransactionOnInvalidId", "TransactionMessageAttempts",
      "TransactionMessageRetryInterval", "UnlockConnectorOnEVSideDisconnect", "AuthorizeRemoteTxRequests", "LocalAuthorizeOffline",
      "LocalPreAuthorize", "AllowOfflineTxForUnknownId");

  private static final int USUAL_REBOOT_S = 20;
  private static final int TAKES_LEAVE_S = 5;
  private static final double UNKNOWN_RATING = 32;
  private static final int USUAL_PERIODS = 24;
  private static final int USUAL_INSTALLED = 20;

  private ChargerSheet() {}

  /**
   * @param command what repeats it
   */
  public static Sheet of(ChargerUnderTest charger, String identity, List<Result> results, String command) {
    List<Sheet.Fact> facts = new ArrayList<>();
    BootNotification.Req boot = charger.central.boot;
    if (boot != null) {
      facts.add(new Sheet.Fact("Vendor", boot.chargePointVendor()));
      facts.add(new Sheet.Fact("Model", boot.chargePointModel()));
      if (boot.firmwareVersion() != null) {
        facts.add(new Sheet.Fact("Firmware", boot.firmwareVersion()));
      }
    }
    facts.add(new Sheet.Fact("Connectors", Integer.toString(charger.known.connectors)));
    facts.add(new Sheet.Fact("Profiles", charger.known.takesProfiles
        ? String.join(", ", charger.known.kinds) + " in " + String.join(" and ", charger.known.units)
        : "none: " + charger.known.whyNot));
    facts.add(new Sheet.Fact("Pace", charger.pace.toString()));
    return new Sheet(identity, facts, results, command);
  }

  /**
   * A make that does what was found.
   *
   * @param name what site files are to call it
   */
  public static StationMake make(ChargerUnderTest charger, String name, Sheet sheet) {
    Known known = charger.known;
    BootNotification.Req boot = charger.central.boot;
    List<StationMake.Outlet> outlets = new ArrayList<>();
    for (int i = 0; i < known.connectors; i++) {
      outlets.add(new StationMake.Outlet("T2", rating(known), 0, 0, known.phases == 1 ? 1 : 3, false));
    }
    Map<String, String> configuration = new LinkedHashMap<>();
    for (String key : KEPT) {
      String value = known.keys.get(key);
      if (value != null && !known.garbage && ChargerModels.takes(key, value)) {
        configuration.put(key, value);
      }
    }
    Map<String, Double> measured = new LinkedHashMap<>();
    sheet.figures().forEach((key, figure) -> measured.put(key, Math.round(figure.value() * 1_000) / 1_000.0));
    Map<String, String> probes = new LinkedHashMap<>();
    sheet.results().forEach(result -> probes.put(result.id(), words(result)));
    return new StationMake(name,
        boot == null ? name : short50(boot.chargePointVendor() + " " + boot.chargePointModel()),
        said(boot == null ? null : boot.chargePointVendor()),
        said(boot == null ? null : boot.chargePointModel()),
        said(boot == null ? null : boot.firmwareVersion()),
        outlets, null, null, false, true, StationMake.Supply.PLAIN, false, limits(known), false,
        rebootSeconds(known),
        configuration, sheet.quirks(), measured, probes);
  }

  /** What the bench's cars drew unhindered, up to the next usual rating. */
  private static double rating(Known known) {
    double amps = known.fullAmps + known.offset;
    for (double usual : new double[] {10, 13, 16, 20, 25, 32, 63, 80}) {
      if (known.fullAmps > Sessions.SOME && amps <= usual + Limits.NEAR) {
        return usual;
      }
    }
    return UNKNOWN_RATING;
  }

  /** What it says it takes, as far as it does: levels and units that a quirk takes away are the quirk's. */
  private static StationMake.ProfileLimits limits(Known known) {
    boolean garbage = known.garbage;
    String units = Objects.requireNonNullElse(known.keys.get("ChargingScheduleAllowedChargingRateUnit"), "");
    boolean amps = garbage || units.isEmpty() || units.contains("Current") || units.contains("A") || known.units.contains("A");
    boolean watts = garbage || units.isEmpty() || units.contains("Power") || units.contains("W") || known.units.contains("W");
    int level = garbage ? StationMake.ProfileLimits.USUAL.maxStackLevel()
        : Math.min(100_000, known.number("ChargeProfileMaxStackLevel", known.maxStackLevel));
    return new StationMake.ProfileLimits(level,
        Math.clamp(known.number("ChargingScheduleMaxPeriods", USUAL_PERIODS), 1, 100_000),
        Math.clamp(known.number("MaxChargingProfilesInstalled", USUAL_INSTALLED), 1, 100_000), amps || !watts, watts);
  }

  /** From being off to dialling: a simulated station takes its leave before it restarts. */
  private static double rebootSeconds(Known known) {
    return known.rebootMicros == 0 ? USUAL_REBOOT_S
        : Math.max(1, Math.round(known.rebootMicros / (double) Micros.SECOND) - TAKES_LEAVE_S);
  }

  private static String said(@Nullable String text) {
    return text == null || text.isBlank() ? "unknown" : text;
  }

  private static String words(Result result) {
    String text = result.verdict().words() + ": " + result.finding().sentence();
    return text.length() <= 100 ? text : text.substring(0, 99) + "…";
  }

  private static String short50(String text) {
    return text.length() <= 50 ? text : text.substring(0, 50);
  }
}
