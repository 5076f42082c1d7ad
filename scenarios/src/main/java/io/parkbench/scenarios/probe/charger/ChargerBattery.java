package io.parkbench.scenarios.probe.charger;

import io.parkbench.scenarios.probe.Battery;
import io.parkbench.scenarios.probe.Probe;
import java.util.ArrayList;
import java.util.List;

/** All that is asked of a charger, in the order in which answers are needed. */
public final class ChargerBattery {
  private ChargerBattery() {}

  public static Battery<ChargerUnderTest> battery() {
    List<Probe<ChargerUnderTest>> probes = new ArrayList<>();
    probes.addAll(BootProbes.all());
    probes.addAll(WireProbes.all());
    probes.addAll(ConfigurationProbes.all());
    probes.addAll(ClockProbes.all());
    probes.addAll(FormProbes.all());
    probes.addAll(DrawProbes.all());
    probes.addAll(LeaseProbes.all());
    probes.addAll(MeterProbes.all());
    probes.addAll(TransactionProbes.all());
    probes.addAll(WireProbes.last());
    return new Battery<>("charger", probes);
  }
}
