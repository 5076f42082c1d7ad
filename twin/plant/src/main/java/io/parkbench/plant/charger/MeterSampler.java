package io.parkbench.plant.charger;

import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.Phase;
import io.parkbench.protocol.ocpp.ReadingContext;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.UnitOfMeasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a connector's meter into OCPP's sampled values: those measurands that a configuration key lists, in its order. Energy in whole
 * Wh, currents to 0.1 A for every phase of the connector, power in whole W, voltage in whole V.
 */
final class MeterSampler {
  private static final List<Measurand> MEASURED =
      List.of(
          Measurand.Energy_Active_Import_Register,
          Measurand.Current_Import,
          Measurand.Power_Active_Import,
          Measurand.Current_Offered,
          Measurand.Power_Offered,
          Measurand.Voltage,
          Measurand.SoC);
  private static final Phase[] PHASES = {Phase.L1, Phase.L2, Phase.L3};
  private static final Phase[] PHASES_TO_N = {Phase.L1_N, Phase.L2_N, Phase.L3_N};

  /** What a meter shows at an instant; amps are those of the conductors in use, counted from the connector's L1. */
  interface Reading {
    double energyWh();

    double amps();

    int conductors();

    double volts();

    double offeredAmps();

    /** 0 to 1, or negative where nobody knows. */
    double stateOfCharge();
  }

  private final ConfigurationKey listed;
  private final ConfigurationKey rotation;
  private final int connector;
  private final int phases;
  private String listedThen = "";
  private String rotationThen = "";
  private List<Measurand> measurands = List.of();
  private int[] meterPhases = {1, 2, 3};

  /**
   * @param listed the key that lists the measurands
   * @param rotation the key {@code ConnectorPhaseRotation}
   * @param phases of the connector, 1 or 3
   */
  MeterSampler(ConfigurationKey listed, ConfigurationKey rotation, int connector, int phases) {
    this.listed = listed;
    this.rotation = rotation;
    this.connector = connector;
    this.phases = phases;
  }

  /** Whether this station's meters have a measurand of that name. */
  static boolean measures(String name) {
    return named(name) != null;
  }

  private static @Nullable Measurand named(String name) {
    for (Measurand measurand : MEASURED) {
      if (measurand.wire().equals(name)) {
        return measurand;
      }
    }
    return null;
  }

  /** The sample, or null where the key lists nothing that can be read now. */
  @Nullable MeterValue sample(Reading reading, Instant timestamp, @Nullable ReadingContext context) {
    readKeys();
    List<SampledValue> values = new ArrayList<>(measurands.size() + 2);
    for (Measurand measurand : measurands) {
      add(values, measurand, reading, context);
    }
    return values.isEmpty() ? null : new MeterValue(timestamp, values);
  }

  private void readKeys() {
    if (!listed.value().equals(listedThen)) {
      listedThen = listed.value();
      measurands = new ArrayList<>();
      for (String name : listed.members()) {
        Measurand measurand = named(name);
        if (measurand != null) {
          measurands.add(measurand);
        }
      }
    }
    if (!rotation.value().equals(rotationThen)) {
      rotationThen = rotation.value();
      meterPhases = PhaseRotation.of(rotation, connector);
    }
  }

  private void add(
      List<SampledValue> values, Measurand measurand, Reading reading, @Nullable ReadingContext context) {
    switch (measurand) {
      case Energy_Active_Import_Register ->
          values.add(value(whole(Math.floor(reading.energyWh())), context, measurand, null, UnitOfMeasure.Wh));
      case Current_Import -> {
        String drawn = tenths(reading.amps());
        for (int i = 0; i < phases; i++) {
          String amps = i < reading.conductors() ? drawn : "0.0";
          values.add(value(amps, context, measurand, PHASES[meterPhases[i] - 1], UnitOfMeasure.A));
        }
      }
      case Power_Active_Import ->
          values.add(
              value(
                  whole(Math.rint(reading.amps() * reading.conductors() * reading.volts())),
                  context,
                  measurand,
                  null,
                  UnitOfMeasure.W));
      case Current_Offered ->
          values.add(value(tenths(reading.offeredAmps()), context, measurand, null, UnitOfMeasure.A));
      case Power_Offered ->
          values.add(
              value(
                  whole(Math.rint(reading.offeredAmps() * phases * reading.volts())),
                  context,
                  measurand,
                  null,
                  UnitOfMeasure.W));
      case Voltage -> {
        for (int i = 0; i < phases; i++) {
          values.add(
              value(
                  whole(Math.rint(reading.volts())),
                  context,
                  measurand,
                  PHASES_TO_N[meterPhases[i] - 1],
                  UnitOfMeasure.V));
        }
      }
      case SoC -> {
        if (reading.stateOfCharge() >= 0) {
          values.add(
              value(
                  whole(Math.floor(reading.stateOfCharge() * 100)),
                  context,
                  measurand,
                  null,
                  UnitOfMeasure.Percent));
        }
      }
      // not among those measured
      case Energy_Active_Export_Register,
          Energy_Reactive_Export_Register,
          Energy_Reactive_Import_Register,
          Energy_Active_Export_Interval,
          Energy_Active_Import_Interval,
          Energy_Reactive_Export_Interval,
          Energy_Reactive_Import_Interval,
          Power_Active_Export,
          Power_Reactive_Export,
          Power_Reactive_Import,
          Power_Factor,
          Current_Export,
          Frequency,
          Temperature,
          RPM -> throw new AssertionError(measurand);
    }
  }

  private static SampledValue value(
      String value,
      @Nullable ReadingContext context,
      Measurand measurand,
      @Nullable Phase phase,
      UnitOfMeasure unit) {
    return new SampledValue(value, context, null, measurand, phase, null, unit);
  }

  private static String whole(double value) {
    return Long.toString((long) value);
  }

  /** Rounded to one decimal; {@link String#format} would cost more than the rest of the frame. */
  private static String tenths(double value) {
    long tenths = Math.round(value * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
