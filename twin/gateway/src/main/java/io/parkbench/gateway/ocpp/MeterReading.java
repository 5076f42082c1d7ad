package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.site.DcSupply;
import io.parkbench.protocol.ocpp.Location;
import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.Phase;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.UnitOfMeasure;
import io.parkbench.protocol.ocpp.ValueFormat;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads from one sample what the gateway needs: the energy register and the current on each supply phase, which at a DC connector
 * follows from the power given. Values that are no numbers, signed, or taken elsewhere than at the outlet are passed over. Used again
 * for every sample.
 */
final class MeterReading {
  private final double[] supplyAmps = new double[3];
  private boolean amps;
  private double registerWh;
  private double watts;
  private double cableAmps;
  private double cableVolts;

  /** Reads {@code value}; {@code order} says where the connector's phases are. */
  void read(MeterValue value, PhaseOrder order) {
    registerWh = Double.NaN;
    amps = false;
    watts = Double.NaN;
    cableAmps = Double.NaN;
    cableVolts = Double.NaN;
    supplyAmps[0] = 0;
    supplyAmps[1] = 0;
    supplyAmps[2] = 0;
    for (SampledValue sampled : value.sampledValue()) {
      if (sampled.format() == ValueFormat.SignedData
          || (sampled.location() != null && sampled.location() != Location.Outlet)) {
        continue;
      }
      Measurand measurand = sampled.measurand();
      if (measurand == null || measurand == Measurand.Energy_Active_Import_Register) {
        if (sampled.phase() == null) {
          registerWh = number(sampled) * (sampled.unit() == UnitOfMeasure.kWh ? 1_000 : 1);
        }
      } else if (measurand == Measurand.Current_Import) {
        current(number(sampled), sampled.phase(), order);
        cableAmps = sampled.phase() == null ? number(sampled) : cableAmps;
      } else if (measurand == Measurand.Voltage && sampled.phase() == null) {
        cableVolts = number(sampled);
      } else if (measurand == Measurand.Power_Active_Import && sampled.phase() == null) {
        watts = number(sampled) * (sampled.unit() == UnitOfMeasure.kW ? 1_000 : 1);
      }
    }
  }

  /**
   * Reads {@code value} of a DC connector: what it takes for the power that it gives, told as power or as current and voltage of its
   * cable; else the currents by phase, which are its supply's.
   *
   * @param volts the voltage that it counts at, phase to neutral
   */
  void readDc(MeterValue value, PhaseOrder order, DcSupply supply, double volts) {
    read(value, order);
    double given = Double.isNaN(watts) ? cableAmps * cableVolts : watts;
    if (given >= 0) {
      Arrays.fill(supplyAmps, supply.chargingAmps(given, volts));
      amps = true;
    }
  }

  private void current(double value, @Nullable Phase phase, PhaseOrder order) {
    int reported = reported(phase, order);
    if (reported == 0 || !(value >= 0)) {
      return;
    }
    int supply = order.supply(reported);
    if (supply >= 0) {
      supplyAmps[supply] = value;
      amps = true;
    }
  }

  private static int reported(@Nullable Phase phase, PhaseOrder order) {
    if (phase == null) {
      // without a phase it is the current of the only conductor, or a sum that says nothing of phases
      return order.supply(2) < 0 ? 1 : 0;
    }
    return switch (phase) {
      case L1, L1_N -> 1;
      case L2, L2_N -> 2;
      case L3, L3_N -> 3;
      case N, L1_L2, L2_L3, L3_L1 -> 0;
    };
  }

  private static double number(SampledValue sampled) {
    try {
      return Double.parseDouble(sampled.value());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The energy register, Wh; NaN if the sample has none. */
  double registerWh() {
    return registerWh;
  }

  /** Whether the sample tells currents by phase. */
  boolean hasAmps() {
    return amps;
  }

  /** The current on each supply phase, A; overwritten by the next {@link #read}. */
  double[] supplyAmps() {
    return supplyAmps;
  }
}
