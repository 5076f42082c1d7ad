package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.Phase;
import io.parkbench.protocol.ocpp.ReadingContext;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.UnitOfMeasure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a device's meter shows at an instant.
 *
 * @param at when it came
 * @param stationTime when it was taken, by the device's clock, µs
 * @param transaction as written in the frame; null where nothing is
 */
record Sample(long at, long stationTime, int connector, @Nullable String transaction, List<SampledValue> values) {
  private static final double KILO = 1_000;

  static Sample of(long at, int connector, @Nullable String transaction, MeterValue value) {
    return new Sample(at, io.parkbench.kernel.Micros.of(value.timestamp()), connector, transaction, value.sampledValue());
  }

  /** The currents by the name of their phase, A; "" for one without a phase. */
  Map<String, Double> currents() {
    Map<String, Double> currents = new LinkedHashMap<>();
    for (SampledValue value : values) {
      Double number = number(value);
      if (measurand(value) == Measurand.Current_Import && number != null) {
        Phase phase = value.phase();
        currents.put(phase == null ? "" : phase.wire(), number);
      }
    }
    return currents;
  }

  /** The highest current, A; null where none is told. */
  @Nullable
  Double amps() {
    return currents().values().stream().max(Double::compare).orElse(null);
  }

  /** What flows on all conductors together, A. */
  double totalAmps() {
    return currents().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Power in W by its label, the phases summed up; null where none is told. */
  @Nullable
  Double watts() {
    return sum(Measurand.Power_Active_Import, UnitOfMeasure.kW);
  }

  /** The register in Wh by its label; null where none is told. */
  @Nullable
  Double wattHours() {
    return sum(Measurand.Energy_Active_Import_Register, UnitOfMeasure.kWh);
  }

  /** The voltage to neutral, V, or 230 where none is told. */
  double volts() {
    return values.stream().filter(value -> value.measurand() == Measurand.Voltage).map(Sample::number).filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue).filter(volts -> volts > 80 && volts < 300).average().orElse(230);
  }

  boolean tells(Measurand measurand) {
    return values.stream().anyMatch(value -> measurand(value) == measurand);
  }

  /** Whether it was taken as samples are, at their interval. */
  boolean isPeriodic() {
    ReadingContext context = values.getFirst().context();
    return context == null || context == ReadingContext.Sample_Periodic;
  }

  /** The total where it is told, else the sum of the phases. */
  private @Nullable Double sum(Measurand measurand, UnitOfMeasure kilo) {
    Double sum = null;
    for (SampledValue value : values) {
      Double number = number(value);
      if (measurand(value) == measurand && number != null) {
        double base = value.unit() == kilo ? number * KILO : number;
        if (value.phase() == null) {
          return base;
        }
        sum = sum == null ? base : sum + base;
      }
    }
    return sum;
  }

  static Measurand measurand(SampledValue value) {
    return Objects.requireNonNullElse(value.measurand(), Measurand.Energy_Active_Import_Register);
  }

  static @Nullable Double number(SampledValue value) {
    try {
      return Double.valueOf(value.value());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
