package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.site.Wiring;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.Phase;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.UnitOfMeasure;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two things that can be done wrong between leases and links; each says whether all is well with it done right, or wrong. */
public final class OcppMutations {
  private OcppMutations() {}

  /**
   * Whether 10, 11 and 12 A on supply phases 1, 2 and 3 are read so, from a station that says how it is turned and from one that does
   * not.
   *
   * @param twice whether what a station has turned itself is turned by its wiring again
   */
  public static boolean phasesAreRead(boolean twice) {
    return reads(twice ? null : "1.STR", 10, 11, 12) && reads(null, 11, 12, 10);
  }

  private static boolean reads(@Nullable String rotations, double l1, double l2, double l3) {
    MeterValue sample = new MeterValue(Instant.EPOCH, List.of(amps(Phase.L1, l1), amps(Phase.L2, l2), amps(Phase.L3, l3)));
    MeterReading reading = new MeterReading();
    reading.read(sample, PhaseOrder.of(1, Wiring.TRI231, rotations));
    return Arrays.equals(reading.supplyAmps(), new double[] {10, 11, 12});
  }

  private static SampledValue amps(Phase phase, double amps) {
    return new SampledValue(Double.toString(amps), null, null, Measurand.Current_Import, phase, null, UnitOfMeasure.A);
  }

  /**
   * Whether a link on which nothing comes back is given up.
   *
   * @param asAlive whether a ping that could be written passes for a sign of life
   */
  public static boolean halfOpenIsGivenUp(boolean asAlive) {
    VirtualTime time = new VirtualTime(0, "");
    ArrayDeque<String> done = new ArrayDeque<>();
    ArrayDeque<LinkWatch> self = new ArrayDeque<>();
    LinkWatch watch = new LinkWatch(time, 60 * Micros.SECOND, 10 * Micros.SECOND, () -> {
      if (asAlive) {
        self.element().heard();
      }
    }, () -> done.add("given up"));
    self.add(watch);
    watch.start();
    time.runUntil(Micros.HOUR);
    return !done.isEmpty();
  }
}
