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
 * Wh, currents to 0.1 A for every phase of the connector, power in whole W, voltage in whole V; of DC, current and voltage of the
 * cable, and no phases.
 */
final class MeterSampler {
  /** What the meters of this station can tell. */
  private enum Quantity {
    ENERGY(Measurand.Energy_Active_Import_Register, UnitOfMeasure.Wh),
    CURRENT(Measurand.Current_Import, UnitOfMeasure.A),
    POWER(Measurand.Power_Active_Import, UnitOfMeasure.W),
    CURRENT_OFFERED(Measurand.Current_Offered, UnitOfMeasure.A),
    POWER_OFFERED(Measurand.Power_Offered, UnitOfMeasure.W),
    VOLTAGE(Measurand.Voltage, UnitOfMeasure.V),
    STATE_OF_CHARGE(Measurand.SoC, UnitOfMeasure.Percent);

    final Measurand measurand;
    final UnitOfMeasure unit;

    Quantity(Measurand measurand, UnitOfMeasure unit) {
      this.measurand = measurand;
      this.unit = unit;
    }

    static @Nullable Quantity named(String name) {
      for (Quantity quantity : values()) {
        if (quantity.measurand.wire().equals(name)) {
          return quantity;
        }
      }
      return null;
    }
  }

  private static final Phase[] PHASES = {Phase.L1, Phase.L2, Phase.L3};
  private static final Phase[] PHASES_TO_N = {Phase.L1_N, Phase.L2_N, Phase.L3_N};

  /** What a meter shows at an instant; amps are those of the conductors in use, counted from the connector's L1. */
  interface Reading {
    double energyWh();

    double amps();

    int conductors();

    double volts();

    /** True power, W: with a poor power factor less than amps times volts. */
    double watts();

    double offeredAmps();

    /** 0 to 1, or negative where nobody knows. */
    double stateOfCharge();
  }

  private final ConfigurationKey listed;
  private final ConfigurationKey rotation;
  private final int connector;
  private final int phases;
  private final MeterQuirks quirks;
  private String listedThen = "";
  private String rotationThen = "";
  private List<Quantity> quantities = List.of();
  private int[] meterPhases = {1, 2, 3};

  /**
   * @param listed the key that lists the measurands
   * @param rotation the key {@code ConnectorPhaseRotation}
   * @param phases of the connector, 1 or 3; 0 for DC
   */
  MeterSampler(ConfigurationKey listed, ConfigurationKey rotation, int connector, int phases, MeterQuirks quirks) {
    this.listed = listed;
    this.rotation = rotation;
    this.connector = connector;
    this.phases = phases;
    this.quirks = quirks;
  }

  /** Whether this station's meters have a measurand of that name. */
  static boolean measures(String name) {
    return Quantity.named(name) != null;
  }

  /** The sample, or null where the key lists nothing that can be read now. */
  @Nullable
  MeterValue sample(Reading reading, Instant timestamp, @Nullable ReadingContext context) {
    readKeys();
    List<SampledValue> values = new ArrayList<>(quantities.size() + 2);
    for (Quantity quantity : quantities) {
      add(values, quantity, reading, context);
    }
    List<SampledValue> told = quirks.tell(values, reading.amps() == 0);
    return told.isEmpty() ? null : new MeterValue(timestamp, told);
  }

  private void readKeys() {
    if (!listed.value().equals(listedThen)) {
      listedThen = listed.value();
      quantities = new ArrayList<>();
      for (String name : listed.members()) {
        Quantity quantity = Quantity.named(name);
        if (quantity != null) {
          quantities.add(quantity);
        }
      }
    }
    if (!rotation.value().equals(rotationThen)) {
      rotationThen = rotation.value();
      meterPhases = PhaseRotation.of(rotation, connector);
    }
  }

  private void add(
      List<SampledValue> values, Quantity quantity, Reading reading, @Nullable ReadingContext context) {
    switch (quantity) {
      case ENERGY -> values.add(value(quantity, whole(Math.floor(reading.energyWh())), null, context));
      case CURRENT -> {
        String drawn = tenths(reading.amps());
        if (phases == 0) {
          values.add(value(quantity, drawn, null, context));
        }
        for (int i = 0; i < phases; i++) {
          values.add(value(quantity, i < reading.conductors() ? drawn : "0.0", PHASES[meterPhases[i] - 1], context));
        }
      }
      case POWER -> {
        values.add(value(quantity, whole(Math.rint(reading.watts())), null, context));
      }
      case CURRENT_OFFERED -> values.add(value(quantity, tenths(reading.offeredAmps()), null, context));
      case POWER_OFFERED -> {
        double watts = reading.offeredAmps() * Math.max(1, phases) * reading.volts();
        values.add(value(quantity, whole(Math.rint(watts)), null, context));
      }
      case VOLTAGE -> {
        String volts = whole(Math.rint(reading.volts()));
        if (phases == 0) {
          values.add(value(quantity, volts, null, context));
        }
        for (int i = 0; i < phases; i++) {
          values.add(value(quantity, volts, PHASES_TO_N[meterPhases[i] - 1], context));
        }
      }
      case STATE_OF_CHARGE -> {
        if (reading.stateOfCharge() >= 0) {
          values.add(value(quantity, whole(Math.floor(reading.stateOfCharge() * 100)), null, context));
        }
      }
    }
  }

  private static SampledValue value(
      Quantity quantity, String value, @Nullable Phase phase, @Nullable ReadingContext context) {
    return new SampledValue(value, context, null, quantity.measurand, phase, null, quantity.unit);
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
