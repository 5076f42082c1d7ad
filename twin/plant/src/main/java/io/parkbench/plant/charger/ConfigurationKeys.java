package io.parkbench.plant.charger;

import static io.parkbench.plant.charger.ConfigurationKey.bool;
import static io.parkbench.plant.charger.ConfigurationKey.fixed;
import static io.parkbench.plant.charger.ConfigurationKey.list;
import static io.parkbench.plant.charger.ConfigurationKey.number;
import static io.parkbench.plant.charger.ConfigurationKey.text;

import io.parkbench.plant.charger.ConfigurationKey.Access;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChangeConfiguration.ConfigurationStatus;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.KeyValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The station's settings as OCPP 1.6 §9 names them: the Core and SmartCharging keys whole, those of the local list and of
 * reservations read-only, as a station without these profiles has them. Names are matched without regard to case.
 */
final class ConfigurationKeys {
  private static final int A_DAY = 86_400;
  private static final int A_WEEK = 7 * A_DAY;
  private static final int LIST_LENGTH = 10;
  private static final int MAX_KEYS = 100;

  private final Map<String, ConfigurationKey> keys = new LinkedHashMap<>();
  private final Map<String, Consumer<ConfigurationKey>> watchers = new TreeMap<>();

  final ConfigurationKey allowOfflineTxForUnknownId = add(bool("AllowOfflineTxForUnknownId", false));
  final ConfigurationKey authorizationCacheEnabled = add(bool("AuthorizationCacheEnabled", true));
  final ConfigurationKey authorizeRemoteTxRequests = add(bool("AuthorizeRemoteTxRequests", false));
  final ConfigurationKey clockAlignedDataInterval = add(number("ClockAlignedDataInterval", 0, 0, A_DAY));
  final ConfigurationKey connectionTimeOut = add(number("ConnectionTimeOut", 60, 0, A_DAY));
  final ConfigurationKey connectorPhaseRotation;
  final ConfigurationKey heartbeatInterval = add(number("HeartbeatInterval", 300, 1, A_WEEK));
  final ConfigurationKey localAuthorizeOffline = add(bool("LocalAuthorizeOffline", true));
  final ConfigurationKey localPreAuthorize = add(bool("LocalPreAuthorize", false));
  final ConfigurationKey maxEnergyOnInvalidId = add(number("MaxEnergyOnInvalidId", 0, 0, 1_000_000));
  final ConfigurationKey meterValuesAlignedData = add(measurands("MeterValuesAlignedData", ""));
  final ConfigurationKey meterValuesSampledData = add(measurands(
      "MeterValuesSampledData", "Energy.Active.Import.Register,Current.Import,Power.Active.Import"));
  final ConfigurationKey meterValueSampleInterval = add(number("MeterValueSampleInterval", 60, 0, A_DAY));
  final ConfigurationKey minimumStatusDuration = add(number("MinimumStatusDuration", 0, 0, 3_600));
  final ConfigurationKey resetRetries = add(number("ResetRetries", 1, 0, 10));
  final ConfigurationKey stopTransactionOnEVSideDisconnect = add(bool("StopTransactionOnEVSideDisconnect", true));
  final ConfigurationKey stopTransactionOnInvalidId = add(bool("StopTransactionOnInvalidId", true));
  final ConfigurationKey stopTxnAlignedData = add(measurands("StopTxnAlignedData", ""));
  final ConfigurationKey stopTxnSampledData = add(measurands("StopTxnSampledData", ""));
  final ConfigurationKey transactionMessageAttempts = add(number("TransactionMessageAttempts", 3, 0, 1_000));
  final ConfigurationKey transactionMessageRetryInterval = add(number("TransactionMessageRetryInterval", 60, 0, A_DAY));
  final ConfigurationKey unlockConnectorOnEVSideDisconnect = add(bool("UnlockConnectorOnEVSideDisconnect", true));
  final ConfigurationKey webSocketPingInterval = add(number("WebSocketPingInterval", 0, 0, A_DAY));
  /** Vendor keys, by the names many makes use: charge without a card, in this tag's name. */
  final ConfigurationKey freevendActive = add(bool("FreevendActive", false));
  final ConfigurationKey freevendIdTag = add(text("FreevendIdTag", Access.READ_WRITE, "FREEVEND", 20));

  /** The keys of a station of this model, with its own defaults; a default that its key does not take throws. */
  ConfigurationKeys(ChargePointModel model) {
    int connectors = model.connectors().size();
    connectorPhaseRotation = add(list(
        "ConnectorPhaseRotation",
        PhaseRotation.unknown(connectors),
        connectors + 1,
        member -> PhaseRotation.isValid(member, connectors)));
    add(text("AuthorizationKey", Access.WRITE_ONLY, "", 40));
    add(fixed("ConnectorPhaseRotationMaxLength", connectors + 1));
    add(fixed("GetConfigurationMaxKeys", MAX_KEYS));
    add(fixed("MeterValuesAlignedDataMaxLength", LIST_LENGTH));
    add(fixed("MeterValuesSampledDataMaxLength", LIST_LENGTH));
    add(fixed("NumberOfConnectors", connectors));
    add(fixed("StopTxnAlignedDataMaxLength", LIST_LENGTH));
    add(fixed("StopTxnSampledDataMaxLength", LIST_LENGTH));
    add(fixed("SupportedFeatureProfiles", "Core,SmartCharging,RemoteTrigger"));
    add(fixed("SupportedFeatureProfilesMaxLength", 6));
    add(fixed("LocalAuthListEnabled", false));
    add(fixed("LocalAuthListMaxLength", 0));
    add(fixed("SendLocalListMaxLength", 0));
    add(fixed("ReserveConnectorZeroSupported", false));
    ProfileRules rules = model.profileRules();
    add(fixed("ChargeProfileMaxStackLevel", rules.maxStackLevel()));
    add(fixed("ChargingScheduleAllowedChargingRateUnit", rules.units()));
    add(fixed("ChargingScheduleMaxPeriods", rules.maxPeriods()));
    add(fixed("ConnectorSwitch3to1PhaseSupported", model.switchesPhases()));
    add(fixed("MaxChargingProfilesInstalled", rules.maxInstalled()));
    model.configuration().forEach(this::preset);
  }

  private void preset(String name, String value) {
    ConfigurationKey key = keys.get(lower(name));
    if (key == null || key.access == Access.READ_ONLY || !key.write(value)) {
      throw new IllegalArgumentException("configuration key " + name + " cannot be set to '" + value + "'");
    }
    key.reboot();
  }

  /** Tells {@code watcher} whenever the central system has changed {@code key}. */
  void watch(ConfigurationKey key, Consumer<ConfigurationKey> watcher) {
    watchers.put(key.name, watcher);
  }

  /** The keys asked for, or all readable ones where none is named; what cannot be read is unknown. */
  GetConfiguration.Conf get(List<String> names) {
    List<KeyValue> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    if (names.isEmpty()) {
      keys.values().stream().filter(ConfigurationKeys::isReadable).map(ConfigurationKeys::told).forEach(known::add);
      return new GetConfiguration.Conf(known, List.of());
    }
    for (String name : names) {
      ConfigurationKey key = keys.get(lower(name));
      if (key != null && isReadable(key)) {
        known.add(told(key));
      } else {
        unknown.add(name);
      }
    }
    return new GetConfiguration.Conf(known, unknown);
  }

  /** NotSupported: no such key. Rejected: read-only, or no value for it. */
  ConfigurationStatus change(ChangeConfiguration.Req request) {
    ConfigurationKey key = keys.get(lower(request.key()));
    if (key == null) {
      return ConfigurationStatus.NotSupported;
    }
    if (key.access == Access.READ_ONLY || !key.write(request.value())) {
      return ConfigurationStatus.Rejected;
    }
    if (key.access == Access.AFTER_REBOOT) {
      return ConfigurationStatus.RebootRequired;
    }
    Consumer<ConfigurationKey> watcher = watchers.get(key.name);
    if (watcher != null) {
      watcher.accept(key);
    }
    return ConfigurationStatus.Accepted;
  }

  /** What was written for after the reboot counts from now on. */
  void reboot() {
    keys.values().forEach(ConfigurationKey::reboot);
  }

  private static KeyValue told(ConfigurationKey key) {
    return new KeyValue(key.name, key.access == Access.READ_ONLY, key.value());
  }

  private static boolean isReadable(ConfigurationKey key) {
    return key.access != Access.WRITE_ONLY;
  }

  private static ConfigurationKey measurands(String name, String value) {
    return list(name, value, LIST_LENGTH, MeterSampler::measures);
  }

  private ConfigurationKey add(ConfigurationKey key) {
    keys.put(lower(key.name), key);
    return key;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
