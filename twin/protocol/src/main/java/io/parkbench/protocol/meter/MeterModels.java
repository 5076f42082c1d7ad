package io.parkbench.protocol.meter;

import static io.parkbench.protocol.meter.Format.FLOAT32;
import static io.parkbench.protocol.meter.Format.INT16;
import static io.parkbench.protocol.meter.Format.INT32;
import static io.parkbench.protocol.meter.Format.INT64;
import static io.parkbench.protocol.meter.Format.UINT16;
import static io.parkbench.protocol.meter.Format.UINT32;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The built-in meter models (R-DYN-3). They cannot be changed. The user guide (DOCA0163EN, 1.1.2.2.1) gives the registers; formats and
 * units are those of the devices' own documents. All are holding registers, most significant word first, numbered from 1.
 */
public final class MeterModels {
  /** iEM3000 and PM5000 registers: Float32 A, Float32 kW, Int64 Wh. */
  public static final MeterModel PM5320 = compact("PM5320", 1_000);
  public static final MeterModel IEM3X5X = compact("iEM3x5x", 1_000);

  /** The same registers, but power in W, and an energy that counts both directions (DOCA0157, DOCA0241). */
  public static final MeterModel POWER_TAG = compact("PowerTag", 1);

  /** ComPacT NSX through its own registers: whole amperes, tenths of a kW, whole kWh. */
  public static final MeterModel NSX = breaker("NSX", 1016, 1037, 2000, INT32);

  /** The legacy data set of IFM and IFE interfaces (DOCA0384): as {@link #NSX}, elsewhere. */
  public static final MeterModel NSX_LEGACY = breaker("NSX-legacy", 12016, 12041, 12050, UINT32);

  /** The standard data set of MasterPacT MTZ: Float32 A, Float32 W, Int64 Wh. */
  public static final MeterModel MTZ = model("MTZ",
      point(Quantity.CURRENT_L1, 32028, FLOAT32, 1),
      point(Quantity.CURRENT_L2, 32030, FLOAT32, 1),
      point(Quantity.CURRENT_L3, 32032, FLOAT32, 1),
      point(Quantity.POWER_TOTAL, 32078, FLOAT32, 1),
      point(Quantity.ENERGY_TOTAL, 32096, INT64, 1));

  private static final List<MeterModel> ALL = List.of(PM5320, IEM3X5X, POWER_TAG, NSX, NSX_LEGACY, MTZ);

  private MeterModels() {}

  public static List<MeterModel> all() {
    return ALL;
  }

  /** Their names, as written in site files. */
  public static List<String> names() {
    return ALL.stream().map(MeterModel::name).toList();
  }

  /** The built-in model of that name, or null. */
  public static @Nullable MeterModel named(String name) {
    for (MeterModel model : ALL) {
      if (model.name().equals(name)) {
        return model;
      }
    }
    return null;
  }

  private static MeterModel compact(String name, double powerScale) {
    return model(name,
        point(Quantity.CURRENT_L1, 3000, FLOAT32, 1),
        point(Quantity.CURRENT_L2, 3002, FLOAT32, 1),
        point(Quantity.CURRENT_L3, 3004, FLOAT32, 1),
        point(Quantity.POWER_TOTAL, 3060, FLOAT32, powerScale),
        point(Quantity.ENERGY_TOTAL, 3204, INT64, 1));
  }

  private static MeterModel breaker(String name, int current, int power, int energy, Format energyFormat) {
    return model(name,
        point(Quantity.CURRENT_L1, current, UINT16, 1),
        point(Quantity.CURRENT_L2, current + 1, UINT16, 1),
        point(Quantity.CURRENT_L3, current + 2, UINT16, 1),
        point(Quantity.POWER_TOTAL, power, INT16, 100),
        point(Quantity.ENERGY_TOTAL, energy, energyFormat, 1_000));
  }

  private static MeterModel model(String name, Point... points) {
    return new MeterModel(name, 1, WordOrder.ABCD, List.of(points));
  }

  private static Point point(Quantity quantity, int register, Format format, double scale) {
    return new Point(quantity, register, format, RegisterType.HOLDING, scale);
  }
}
