package io.parkbench.scenarios.probe.meter;

import io.parkbench.scenarios.probe.Battery;
import io.parkbench.scenarios.probe.Probe;
import java.util.ArrayList;
import java.util.List;

/** All that is asked of a meter, in the order in which answers are needed. Nothing is ever written to it. */
public final class MeterBattery {
  private MeterBattery() {}

  public static Battery<MeterUnderTest> battery() {
    List<Probe<MeterUnderTest>> probes = new ArrayList<>();
    probes.addAll(WireProbes.all());
    probes.addAll(NumberProbes.all());
    probes.addAll(TimeProbes.all());
    return new Battery<>("meter", probes);
  }
}
