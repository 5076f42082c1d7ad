package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChangeConfiguration.ConfigurationStatus;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.KeyValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-CHG-1: configuration keys with their access rights, types and ranges (OCPP 1.6 §5.3, §5.8, §9). */
class ConfigurationKeysTest {
  private final ConfigurationKeys keys = new ConfigurationKeys(ChargerModels.named("parking-2x22kw"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock = """
          HeartbeatInterval          | 60    | Accepted
          heartbeatinterval          | 60    | Accepted
          HeartbeatInterval          | 0     | Rejected
          HeartbeatInterval          | ten   | Rejected
          HeartbeatInterval          | -1    | Rejected
          MeterValueSampleInterval   | 0     | Accepted
          LocalPreAuthorize          | true  | Accepted
          LocalPreAuthorize          | yes   | Rejected
          MeterValuesSampledData     | Voltage,Current.Import | Accepted
          MeterValuesSampledData     | Voltage, RPM           | Rejected
          MeterValuesSampledData     | ''    | Accepted
          ConnectorPhaseRotation     | 0.RST,1.STR,2.TRS      | Accepted
          ConnectorPhaseRotation     | 3.RST | Rejected
          ConnectorPhaseRotation     | 1.RSS | Rejected
          NumberOfConnectors         | 3     | Rejected
          ChargeProfileMaxStackLevel | 3     | Rejected
          LocalAuthListMaxLength     | 10    | Rejected
          AuthorizationKey           | 0123456789abcdef       | Accepted
          NoSuchKey                  | 1     | NotSupported
          """)
  void takeWhatTheyMay(String key, String value, ConfigurationStatus expected) {
    assertEquals(expected, keys.change(new ChangeConfiguration.Req(key, value)));
  }

  @Test
  void tellAllThatCanBeRead() {
    GetConfiguration.Conf all = keys.get(List.of());
    List<String> names = all.configurationKey().stream().map(KeyValue::key).toList();
    assertTrue(
        names.containsAll(
            List.of(
                "AuthorizeRemoteTxRequests",
                "ClockAlignedDataInterval",
                "ConnectionTimeOut",
                "ConnectorPhaseRotation",
                "GetConfigurationMaxKeys",
                "HeartbeatInterval",
                "LocalAuthorizeOffline",
                "LocalPreAuthorize",
                "MeterValuesAlignedData",
                "MeterValuesSampledData",
                "MeterValueSampleInterval",
                "NumberOfConnectors",
                "ResetRetries",
                "StopTransactionOnEVSideDisconnect",
                "StopTransactionOnInvalidId",
                "StopTxnAlignedData",
                "StopTxnSampledData",
                "SupportedFeatureProfiles",
                "TransactionMessageAttempts",
                "TransactionMessageRetryInterval",
                "UnlockConnectorOnEVSideDisconnect",
                "ChargeProfileMaxStackLevel",
                "ChargingScheduleAllowedChargingRateUnit",
                "ChargingScheduleMaxPeriods",
                "MaxChargingProfilesInstalled")),
        names.toString());
    assertFalse(names.contains("AuthorizationKey"));
    assertEquals(List.of(), all.unknownKey());
  }

  @Test
  void saySoOfThoseTheyDoNotKnow() {
    GetConfiguration.Conf some = keys.get(List.of("NumberOfConnectors", "NoSuchKey", "AuthorizationKey"));
    assertEquals(List.of(new KeyValue("NumberOfConnectors", true, "2")), some.configurationKey());
    assertEquals(List.of("NoSuchKey", "AuthorizationKey"), some.unknownKey());
  }

  @Test
  void canBePresetByTheModel() {
    ChargePointModel model = ChargerModels.named("generic-22kw");
    ConfigurationKeys preset = new ConfigurationKeys(model.with("MeterValueSampleInterval", 10));
    assertEquals(10, preset.meterValueSampleInterval.number());
    ChargePointModel wrong = model.with("MeterValueSampleInterval", "often");
    assertThrows(IllegalArgumentException.class, () -> new ConfigurationKeys(wrong));
  }
}
