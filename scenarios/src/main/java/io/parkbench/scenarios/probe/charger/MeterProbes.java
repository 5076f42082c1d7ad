package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the charger's meter values say, by themselves and by each other. */
final class MeterProbes {
  private static final String GROUP = "Meter values";
  private static final int INTERVALS = 6;
  /** A factor by which the meter's values may differ: phases that are not told of, a poor power factor. */
  private static final double ALIKE = 5;
  private static final double KILO = 1_000;

  private MeterProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.of("sample-interval", GROUP, "sends samples at the interval it was given", MeterProbes::interval),
        Probe.of("transaction-id", GROUP, "names the transaction in its samples", MeterProbes::transactionId),
        Probe.of("energy-unit", GROUP, "energy agrees with current, voltage and time", MeterProbes::energy),
        Probe.of("power-unit", GROUP, "power agrees with current and voltage", MeterProbes::power),
        Probe.of("phase-names", GROUP, "names currents L1, L2, L3", MeterProbes::phases),
        Probe.of("phase-order", GROUP, "shows a car on one phase under L1", MeterProbes::order),
        Probe.of("idle-sample", GROUP, "tells the same measurands while nothing flows", MeterProbes::idle),
        Probe.of("register", GROUP, "its energy register never goes back", MeterProbes::register));
  }

  private static Finding interval(ChargerUnderTest charger) {
    if (!charger.sessions.ensure()) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    List<Sample> samples = samples(charger);
    double asked = charger.pace.sample / (double) Micros.SECOND;
    if (samples.size() < 2) {
      return Finding.odd("sends no samples within " + INTERVALS * asked + " s at an interval of " + asked + " s");
    }
    double mean = (samples.getLast().at() - samples.getFirst().at()) / (double) Micros.SECOND / (samples.size() - 1);
    String said = String.format(Locale.ROOT, "one in %.1f s at an interval of %.0f s", mean, asked);
    return (mean < 2 * asked && mean > asked / 2 ? Finding.sound(said) : Finding.odd(said)).with("sample_interval_s", mean, "s");
  }

  /** The periodic samples of a while. */
  private static List<Sample> samples(ChargerUnderTest charger) {
    int from = charger.central.samples.size();
    charger.pass((INTERVALS + 1) * charger.pace.sample);
    return charger.central.samples.subList(from, charger.central.samples.size()).stream()
        .filter(sample -> sample.connector() == 1 && sample.isPeriodic()).toList();
  }

  private static Finding transactionId(ChargerUnderTest charger) {
    Charging running = charger.sessions.ensure() ? charger.central.running(1) : null;
    if (running == null) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    Set<String> wrong = new LinkedHashSet<>();
    int told = 0;
    for (Sample sample : samples(charger)) {
      told += sample.transaction() == null ? 0 : 1;
      if (sample.transaction() != null && !sample.transaction().equals(Integer.toString(running.id))) {
        wrong.add(sample.transaction());
      }
    }
    if (!wrong.isEmpty()) {
      return Finding.quirk("metervalues-wrong-txid", "names " + String.join(", ", wrong) + " instead of " + running.id);
    }
    return told > 0 ? Finding.sound("names it") : Finding.unsure("names no transaction, or sends no samples");
  }

  private static Finding energy(ChargerUnderTest charger) {
    if (!charger.sessions.renew()) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    charger.pass(charger.pace.settle);
    List<Sample> samples = samples(charger).stream().filter(sample -> sample.wattHours() != null).toList();
    if (samples.size() < 2) {
      return Finding.unsure("its samples tell no energy");
    }
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    double hours = (last.stationTime() - first.stationTime()) / (double) Micros.HOUR;
    double watts = watts(charger, last);
    double rose = value(last.wattHours()) - value(first.wattHours());
    double expected = watts * hours;
    String said = String.format(Locale.ROOT, "rises by %.2f Wh while %.0f Wh would be %.0f W", rose, expected, watts);
    if (expected < 1) {
      return Finding.unsure("too little flows to tell: " + said);
    }
    return alike(rose, expected) ? Finding.sound(said)
        : alike(rose * KILO, expected) ? Finding.quirk("kWh-labelled-Wh", said) : Finding.odd(said);
  }

  private static Finding power(ChargerUnderTest charger) {
    Sample sample = charger.sessions.ensure() ? charger.sessions.fresh(1) : null;
    if (sample == null) {
      return Finding.unsure("no sample came");
    }
    Double watts = sample.watts();
    double expected = sample.totalAmps() * sample.volts();
    if (watts == null || expected < sample.volts()) {
      return Finding.unsure(watts == null ? "its samples tell no power" : "too little flows to tell");
    }
    String said = String.format(Locale.ROOT, "tells %.0f W at %.1f A", watts, sample.totalAmps());
    return alike(watts, expected) ? Finding.sound(said)
        : alike(watts / KILO, expected) ? Finding.quirk("power-in-W-labelled-kW", said) : Finding.odd(said);
  }

  private static boolean alike(double a, double b) {
    return a > b / ALIKE && a < b * ALIKE;
  }

  /** By its currents where it tells any, else by its power. */
  private static double watts(ChargerUnderTest charger, Sample sample) {
    return sample.currents().isEmpty() ? value(sample.watts()) : sample.totalAmps() * charger.known.volts;
  }

  private static double value(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static Finding phases(ChargerUnderTest charger) {
    Sample sample = charger.sessions.ensure() ? charger.sessions.fresh(1) : null;
    if (sample == null || sample.currents().isEmpty()) {
      return Finding.unsure(sample == null ? "no sample came" : "its samples tell no current");
    }
    Set<String> names = sample.currents().keySet();
    String said = names.equals(Set.of("")) ? "one current without a phase" : String.join(", ", names);
    if (names.contains("N") && names.stream().noneMatch(name -> name.startsWith("L"))) {
      return Finding.quirk("current-on-N", said);
    }
    return names.stream().anyMatch(name -> name.endsWith("-N")) ? Finding.quirk("phase-L1-N", said) : Finding.sound(said);
  }

  private static Finding order(ChargerUnderTest charger) {
    if (charger.known.phases < 2) {
      return Finding.untried("it takes a connector of three phases");
    }
    charger.sessions.end(1);
    if (!charger.sessions.plugIn(1, Plug.Wish.ONE_PHASE_CAR, null)) {
      return Finding.untried("it takes a car that charges on one phase");
    }
    Sample sample = charger.sessions.ensure() ? settled(charger) : null;
    charger.sessions.end(1);
    charger.sessions.unplug(1);
    if (sample == null) {
      return Finding.unsure("no sample came");
    }
    List<String> carrying = new ArrayList<>();
    for (Map.Entry<String, Double> current : sample.currents().entrySet()) {
      if (current.getValue() > Sessions.SOME) {
        carrying.add(current.getKey());
      }
    }
    String said = "shows it under " + carrying;
    if (carrying.size() != 1 || !carrying.getFirst().startsWith("L")) {
      return Finding.unsure(said);
    }
    return carrying.getFirst().startsWith("L1") ? Finding.sound(said)
        : Finding.quirk("phase-rotated", said + "; or it is wired so, and ConnectorPhaseRotation does not say");
  }

  private static @Nullable Sample settled(ChargerUnderTest charger) {
    charger.pass(charger.pace.settle);
    return charger.sessions.fresh(1);
  }

  private static Finding idle(ChargerUnderTest charger) {
    List<Sample> running = charger.central.samples.stream().filter(sample -> sample.amps() != null || sample.watts() != null)
        .toList();
    if (running.isEmpty()) {
      return Finding.unsure("its samples tell no current and no power at all");
    }
    if (!charger.sessions.end(1)) {
      return Finding.unsure("the session cannot be ended");
    }
    charger.pass(charger.pace.rest);
    int from = charger.central.samples.size();
    boolean asked = charger.known.triggers;
    if (asked) {
      charger.call(new TriggerMessage.Req(TriggerMessage.MessageTrigger.MeterValues, 1));
    } else {
      charger.changeForNow("MeterValuesAlignedData", "Energy.Active.Import.Register,Current.Import,Power.Active.Import");
      charger.changeForNow("ClockAlignedDataInterval", Integer.toString(ChargerUnderTest.seconds(charger.pace.sample)));
    }
    boolean came = charger.await(() -> idleSample(charger, from) != null, charger.pace.call);
    if (!asked) {
      charger.change("ClockAlignedDataInterval", "0");
    }
    Sample sample = idleSample(charger, from);
    if (!came || sample == null) {
      return Finding.unsure("sends no sample while nothing runs");
    }
    boolean current = running.getLast().tells(Measurand.Current_Import) && !sample.tells(Measurand.Current_Import);
    boolean power = running.getLast().tells(Measurand.Power_Active_Import) && !sample.tells(Measurand.Power_Active_Import);
    return current || power ? Finding.quirk("no-power-when-idle", "leaves out "
        + (current ? "current" + (power ? " and power" : "") : "power") + " while nothing flows")
        : Finding.sound("tells the same");
  }

  private static @Nullable Sample idleSample(ChargerUnderTest charger, int from) {
    for (Sample sample : charger.central.samples.subList(from, charger.central.samples.size())) {
      if (sample.connector() == 1) {
        return sample;
      }
    }
    return null;
  }

  private static Finding register(ChargerUnderTest charger) {
    if (!charger.sessions.renew()) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    charger.pass(charger.pace.settle);
    charger.sessions.end(1);
    charger.sessions.ensure();
    int stopped = -1;
    int compared = 0;
    for (Charging charging : charger.central.transactions) {
      if (charging.start.connectorId() != 1) {
        continue;
      }
      if (stopped > 0) {
        compared++;
        if (charging.start.meterStart() < stopped) {
          return Finding.quirk("register-resets",
              "begins at " + charging.start.meterStart() + " Wh after it had come to " + stopped + " Wh");
        }
      }
      stopped = charging.stop == null ? -1 : charging.stop.meterStop();
    }
    return compared == 0 ? Finding.unsure("no two sessions in a row gave energy")
        : Finding.sound("over " + (compared + 1) + " sessions");
  }
}
