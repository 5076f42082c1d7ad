package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.KeyValue;
import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.TriggerMessage.MessageTrigger;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Configuration keys and what they promise; which messages can be asked for. */
final class ConfigurationProbes {
  private static final String GROUP = "Configuration";
  private static final String SAMPLED = "MeterValuesSampledData";

  private static final List<String> NUMBERS = List.of("ClockAlignedDataInterval", "ConnectionTimeOut", "HeartbeatInterval",
      "MeterValueSampleInterval", "NumberOfConnectors", "ResetRetries", "TransactionMessageAttempts",
      "TransactionMessageRetryInterval", "GetConfigurationMaxKeys");
  private static final List<String> BOOLEANS = List.of("AuthorizeRemoteTxRequests", "LocalAuthorizeOffline", "LocalPreAuthorize",
      "StopTransactionOnEVSideDisconnect", "StopTransactionOnInvalidId", "UnlockConnectorOnEVSideDisconnect");
  private static final List<String> LISTS = List.of("ConnectorPhaseRotation", "MeterValuesAlignedData", SAMPLED,
      "StopTxnAlignedData", "StopTxnSampledData", "SupportedFeatureProfiles");

  private ConfigurationProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.of("keys-readable", GROUP, "tells its configuration, with values of the right kind", ConfigurationProbes::read),
        Probe.of("keys-complete", GROUP, "has the keys that the standard requires", ConfigurationProbes::complete),
        Probe.of("unknown-key", GROUP, "says so of a key that it does not have", ConfigurationProbes::unknownKey),
        Probe.of("read-only-key", GROUP, "refuses to change what is read-only", ConfigurationProbes::readOnlyKey),
        Probe.of("bad-value", GROUP, "refuses a value that makes no sense", ConfigurationProbes::badValue),
        Probe.of("change-kept", GROUP, "keeps what it was told", ConfigurationProbes::changeKept),
        Probe.of("triggers", GROUP, "sends messages when asked for them", ConfigurationProbes::triggers),
        Probe.of("feature-profiles", GROUP, "lists SmartCharging and serves it", ConfigurationProbes::features),
        Probe.of("rate-unit-key", GROUP, "names its rate units as the standard does", ConfigurationProbes::rateUnits),
        Probe.ofWire("unknown-measurand", GROUP, "refuses a measurand that it does not know",
            ConfigurationProbes::unknownMeasurand),
        Probe.of("measurands", GROUP, "lists which measurands it has", ConfigurationProbes::measurands));
  }

  private static Finding read(ChargerUnderTest charger) {
    Known known = charger.known;
    Reply<GetConfiguration.Conf> reply = charger.call(new GetConfiguration.Req(List.of()));
    GetConfiguration.Conf conf = reply.conf();
    if (conf == null) {
      return Finding.odd("gives " + reply.word(any -> "") + " to GetConfiguration");
    }
    for (KeyValue key : conf.configurationKey()) {
      known.keys.put(key.key(), key.value());
      known.readOnly.put(key.key(), key.readonly());
    }
    List<String> wrong = new ArrayList<>();
    wrong(known, NUMBERS, "\\d{1,10}", wrong);
    wrong(known, BOOLEANS, "(?i)true|false", wrong);
    String found = known.keys.size() + " keys";
    known.garbage = wrong.size() >= 3;
    known.maxStackLevel = known.number("ChargeProfileMaxStackLevel", 0);
    known.connectors = Math.max(known.connectors, Math.min(known.number("NumberOfConnectors", 1), 50));
    if (known.garbage) {
      return Finding.quirk("garbage-config", found + ", of which these are nonsense: " + String.join(", ", wrong));
    }
    return wrong.isEmpty() ? Finding.sound(found).with("configuration_keys", known.keys.size(), "")
        : Finding.odd(found + ", but " + String.join(", ", wrong));
  }

  private static void wrong(Known known, List<String> names, String pattern, List<String> wrong) {
    for (String name : names) {
      String value = known.keys.get(name);
      if (value != null && !value.strip().matches(pattern)) {
        wrong.add(name + " is '" + value + "'");
      }
    }
  }

  private static Finding complete(ChargerUnderTest charger) {
    List<String> missing = new ArrayList<>();
    for (List<String> names : List.of(NUMBERS, BOOLEANS, LISTS)) {
      names.stream().filter(name -> !charger.known.keys.containsKey(name)).forEach(missing::add);
    }
    return missing.isEmpty() ? Finding.sound("all are there") : Finding.odd("has no " + String.join(", ", missing));
  }

  private static Finding unknownKey(ChargerUnderTest charger) {
    Reply<GetConfiguration.Conf> asked = charger.call(new GetConfiguration.Req(List.of("ProbeNoSuchKey")));
    Reply<ChangeConfiguration.Conf> set = charger.call(new ChangeConfiguration.Req("ProbeNoSuchKey", "1"));
    String told = asked.word(conf -> conf.unknownKey().contains("ProbeNoSuchKey") ? "unknown" : "nothing of it");
    String word = set.word(ChangeConfiguration.Conf::status);
    String sentence = "GetConfiguration says " + told + ", ChangeConfiguration " + word;
    return told.equals("unknown") && word.equals("NotSupported") ? Finding.sound(sentence) : Finding.odd(sentence);
  }

  private static Finding readOnlyKey(ChargerUnderTest charger) {
    String key = "NumberOfConnectors";
    if (!charger.known.keys.containsKey(key)) {
      return Finding.untried("it takes the key NumberOfConnectors");
    }
    String value = Integer.toString(charger.known.connectors);
    String word = charger.call(new ChangeConfiguration.Req(key, value)).word(ChangeConfiguration.Conf::status);
    return word.equals("Rejected") ? Finding.sound("Rejected")
        : Finding.odd("answers " + word + " to a change of NumberOfConnectors");
  }

  private static Finding badValue(ChargerUnderTest charger) {
    String word = charger.call(new ChangeConfiguration.Req("MeterValueSampleInterval", "often"))
        .word(ChangeConfiguration.Conf::status);
    return word.equals("Rejected") ? Finding.sound("Rejected")
        : Finding.odd("answers " + word + " to a MeterValueSampleInterval of 'often'");
  }

  private static Finding changeKept(ChargerUnderTest charger) {
    String wanted = Integer.toString(charger.heartbeat());
    if (!charger.changeForNow("HeartbeatInterval", wanted)) {
      return Finding.odd("does not take a HeartbeatInterval of " + wanted);
    }
    Reply<GetConfiguration.Conf> reply = charger.call(new GetConfiguration.Req(List.of("HeartbeatInterval")));
    String kept = reply.word(conf -> conf.configurationKey().isEmpty() ? "nothing" : conf.configurationKey().getFirst().value());
    if (kept.equals(wanted)) {
      return Finding.sound("HeartbeatInterval reads " + kept + " once set");
    }
    return charger.known.garbage ? Finding.unsure("what it says of its keys is nonsense")
        : Finding.odd("HeartbeatInterval reads " + kept + " after it accepted " + wanted);
  }

  private static Finding triggers(ChargerUnderTest charger) {
    Map<String, String> told = new TreeMap<>();
    for (MessageTrigger message : List.of(MessageTrigger.Heartbeat, MessageTrigger.StatusNotification,
        MessageTrigger.MeterValues)) {
      int heard = charger.central.heard.size();
      String word = charger.call(new TriggerMessage.Req(message, message == MessageTrigger.Heartbeat ? null : 1))
          .word(TriggerMessage.Conf::status);
      boolean comes = word.equals("Accepted") && charger.await(() -> charger.central.heard.stream().skip(heard)
          .anyMatch(call -> call.request().action().name().equals(message.name())), charger.pace.call);
      told.put(message.name(), word.equals("Accepted") && !comes ? "Accepted, but nothing comes" : word);
    }
    charger.known.triggers = told.containsValue("Accepted");
    if (told.values().stream().allMatch("Accepted"::equals)) {
      return Finding.sound("Heartbeat, StatusNotification and MeterValues come");
    }
    return charger.known.triggers ? Finding.odd(told.toString())
        : Finding.quirk("trigger-unsupported", "no message can be asked for: " + told);
  }

  private static Finding features(ChargerUnderTest charger) {
    String listed = charger.known.keys.get("SupportedFeatureProfiles");
    Reply<GetCompositeSchedule.Conf> reply = charger.call(new GetCompositeSchedule.Req(1, 60, null));
    boolean lists = listed != null && listed.contains("SmartCharging");
    String said = "lists " + (listed == null ? "nothing" : listed) + ", answers GetCompositeSchedule by "
        + reply.word(GetCompositeSchedule.Conf::status);
    if (reply.isUnsupported() && lists) {
      return Finding.odd(said);
    }
    if (reply.isUnsupported()) {
      charger.known.whyNot = "it does not support smart charging";
      return Finding.quirk("no-smartcharging", said);
    }
    return lists || charger.known.garbage ? Finding.sound(said) : Finding.odd(said);
  }

  private static Finding rateUnits(ChargerUnderTest charger) {
    String units = charger.known.keys.get("ChargingScheduleAllowedChargingRateUnit");
    if (units == null || charger.known.garbage) {
      return Finding.unsure("ChargingScheduleAllowedChargingRateUnit says nothing of use");
    }
    boolean named = List.of(units.split("\\s*,\\s*")).stream().allMatch(unit -> unit.equals("Current") || unit.equals("Power"));
    if (named) {
      return Finding.sound(units);
    }
    return units.strip().equals("W") ? Finding.quirk("rate-unit-token-W", "says W where the standard says Power")
        : Finding.odd("says '" + units + "' where the standard knows Current and Power");
  }

  private static Finding unknownMeasurand(ChargerUnderTest charger) {
    int openings = charger.central.openings.size();
    int heard = charger.central.heard.size();
    int broken = charger.central.brokenFrames;
    String was = charger.known.keys.get(SAMPLED);
    Reply<ChangeConfiguration.Conf> reply = charger.once(new ChangeConfiguration.Req(SAMPLED, "Probe.No.Such.Measurand"));
    boolean gone = reply.conf() == null && charger.central.brokenFrames == broken
        && charger.await(() -> charger.central.count(BootNotification.Req.class, heard) > 0, charger.pace.comeBack)
        && charger.central.openings.size() > openings;
    String word = reply.word(ChangeConfiguration.Conf::status);
    if (gone) {
      charger.known.restartsAtMeasurands = true;
      return Finding.quirk("measurand-probe-reboot-loop", "restarts when asked for a measurand that it does not know");
    }
    if (word.equals("Rejected")) {
      return Finding.sound("Rejected");
    }
    if (was != null && !charger.known.garbage) {
      charger.change(SAMPLED, was);
    }
    return reply.conf() == null ? Finding.unsure(word) : Finding.odd("answers " + word + " to a measurand that does not exist");
  }

  private static Finding measurands(ChargerUnderTest charger) {
    String was = charger.known.keys.get(SAMPLED);
    if (was == null || charger.known.garbage) {
      return Finding.untried("MeterValuesSampledData cannot be put back as it was");
    }
    if (charger.known.restartsAtMeasurands) {
      return Finding.untried("it restarts when asked for what it does not know");
    }
    List<String> taken = new ArrayList<>();
    for (Measurand measurand : Measurand.values()) {
      if (charger.change(SAMPLED, measurand.wire())) {
        taken.add(measurand.wire());
      }
    }
    charger.change(SAMPLED, was);
    charger.known.measurands.addAll(taken);
    return Finding.sound(taken.isEmpty() ? "takes none by itself" : "takes " + String.join(", ", taken))
        .with("measurands", taken.size(), "");
  }
}
