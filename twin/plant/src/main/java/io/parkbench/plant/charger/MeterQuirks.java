package io.parkbench.plant.charger;

import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.Phase;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seam of the meters: what becomes of true readings on their way into a sample, by a station's quirks. */
final class MeterQuirks {
  private static final int WH_DIGITS = 3;

  private final Quirks quirks;

  MeterQuirks(Quirks quirks) {
    this.quirks = quirks;
  }

  /** The values as the station tells them; they are all of one connector and one instant. */
  List<SampledValue> tell(List<SampledValue> values, boolean idle) {
    if (quirks.isEmpty()) {
      return values;
    }
    List<SampledValue> told = new ArrayList<>(values.size());
    for (SampledValue value : values) {
      SampledValue odd = tell(value, idle);
      if (odd != null) {
        told.add(odd);
      }
    }
    return told;
  }

  private @Nullable SampledValue tell(SampledValue value, boolean idle) {
    Measurand measurand = value.measurand();
    if (measurand == Measurand.Energy_Active_Import_Register && quirks.has(Quirk.KWH_LABELLED_WH)) {
      return with(value, new BigDecimal(value.value()).movePointLeft(WH_DIGITS).setScale(2, RoundingMode.DOWN).toPlainString(),
          value.phase(), value.unit());
    }
    boolean flow = measurand == Measurand.Current_Import || measurand == Measurand.Power_Active_Import;
    if (flow && idle && quirks.has(Quirk.NO_POWER_WHEN_IDLE)) {
      return null;
    }
    if (measurand == Measurand.Power_Active_Import && quirks.has(Quirk.POWER_IN_W_LABELLED_KW)) {
      return with(value, value.value(), value.phase(), UnitOfMeasure.kW);
    }
    Phase phase = value.phase();
    if (phase == null) {
      return value;
    }
    Phase turned = quirks.has(Quirk.PHASE_ROTATED) ? next(phase) : phase;
    if (measurand != Measurand.Current_Import) {
      return with(value, value.value(), turned, value.unit());
    }
    if (quirks.has(Quirk.CURRENT_ON_N)) {
      return phase == Phase.L1 ? with(value, value.value(), Phase.N, value.unit()) : null;
    }
    return with(value, value.value(), quirks.has(Quirk.PHASE_L1_N) ? toNeutral(turned) : turned, value.unit());
  }

  private static Phase next(Phase phase) {
    return switch (phase) {
      case L1 -> Phase.L2;
      case L2 -> Phase.L3;
      case L3 -> Phase.L1;
      case L1_N -> Phase.L2_N;
      case L2_N -> Phase.L3_N;
      case L3_N -> Phase.L1_N;
      case L1_L2 -> Phase.L2_L3;
      case L2_L3 -> Phase.L3_L1;
      case L3_L1 -> Phase.L1_L2;
      case N -> Phase.N;
    };
  }

  private static Phase toNeutral(Phase phase) {
    return switch (phase) {
      case L1 -> Phase.L1_N;
      case L2 -> Phase.L2_N;
      case L3 -> Phase.L3_N;
      case N, L1_N, L2_N, L3_N, L1_L2, L2_L3, L3_L1 -> phase;
    };
  }

  private static SampledValue with(SampledValue value, String text, @Nullable Phase phase, @Nullable UnitOfMeasure unit) {
    return new SampledValue(text, value.context(), value.format(), value.measurand(), phase, value.location(), unit);
  }
}
