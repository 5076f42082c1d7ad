package io.parkbench.plant.meter;

import io.parkbench.protocol.meter.Format;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.Registers;
import io.parkbench.protocol.meter.WordOrder;
import java.util.EnumSet;
import java.util.Set;

/** Writes a meter's measurements into its registers, as the traps that are on have them. */
final class Display {
  private static final double THOUSAND = 1_000;
  private static final double TEN = 10;
  private static final long GROUP = 10_000;
  private static final long FLOAT_INFINITY = 0x7F80_0000L;

  private final MeterModel model;
  private final RegisterImage image;
  private final Set<MeterTrap> traps;

  /** @param traps those that are on, changed from outside */
  Display(MeterModel model, RegisterImage image, EnumSet<MeterTrap> traps) {
    this.model = model;
    this.image = image;
    this.traps = traps;
  }

  /** @param values in A, W and Wh, by the quantity's index */
  void show(double[] values) {
    for (int i = 0; i < model.points().size(); i++) {
      show(model.points().get(i), values);
    }
  }

  /** Only the energy, if the model shows it. */
  void showEnergy(double[] values) {
    for (int i = 0; i < model.points().size(); i++) {
      if (model.points().get(i).quantity() == Quantity.ENERGY_TOTAL) {
        show(model.points().get(i), values);
      }
    }
  }

  private void show(Point point, double[] values) {
    Quantity quantity = point.quantity();
    byte[] bytes = image.bytes(quantity);
    int at = image.at(quantity);
    double number = values[quantity.index()] / point.scale();
    if (traps.isEmpty()) {
      Registers.encode(bytes, at, point.format(), model.wordOrder(), number);
      return;
    }
    number *= factor(quantity);
    if (quantity == Quantity.ENERGY_TOTAL && traps.contains(MeterTrap.MODULO_ENERGY)) {
      groups(bytes, at, point.format().registers(), Math.round(number));
      return;
    }
    int registers = point.format().registers();
    if (absent(point)) {
      Registers.put(bytes, at, registers, order(), bitsOfNone(point));
    } else {
      Registers.encode(bytes, at, point.format(), order(), number);
    }
  }

  private double factor(Quantity quantity) {
    double factor = 1;
    for (MeterTrap trap : traps) {
      factor *= switch (trap) {
        case WATTS_FOR_KILOWATTS -> quantity.unit().equals("W") ? THOUSAND : 1;
        case KILOWATTS_FOR_WATTS -> quantity.unit().equals("W") ? 1 / THOUSAND : 1;
        case WATT_HOURS_FOR_KILOWATT_HOURS -> quantity == Quantity.ENERGY_TOTAL ? THOUSAND : 1;
        case KILOWATT_HOURS_FOR_WATT_HOURS -> quantity == Quantity.ENERGY_TOTAL ? 1 / THOUSAND : 1;
        case TENFOLD_CURRENT -> quantity.isCurrent() ? TEN : 1;
        case TENTH_CURRENT -> quantity.isCurrent() ? 1 / TEN : 1;
        default -> 1;
      };
    }
    return factor;
  }

  private boolean absent(Point point) {
    return point.quantity() == Quantity.CURRENT_L2
        && (traps.contains(MeterTrap.NAN_PHASE) || traps.contains(MeterTrap.INFINITE_PHASE))
        || point.quantity() == Quantity.ENERGY_TOTAL && traps.contains(MeterTrap.NOT_AVAILABLE_INT64)
        || point.format().registers() == 1
            && (traps.contains(MeterTrap.NOT_AVAILABLE_INT16) || traps.contains(MeterTrap.NOT_AVAILABLE_FFFF));
  }

  private long bitsOfNone(Point point) {
    if (point.format() == Format.FLOAT32 && traps.contains(MeterTrap.INFINITE_PHASE)) {
      return FLOAT_INFINITY;
    }
    if (point.format().registers() == 1 && traps.contains(MeterTrap.NOT_AVAILABLE_FFFF)) {
      return 0xFFFF;
    }
    return Registers.notAvailable(point.format());
  }

  private WordOrder order() {
    boolean low = model.wordOrder().lowWordFirst() ^ traps.contains(MeterTrap.WORD_SWAP);
    boolean turned = model.wordOrder().bytesTurned() ^ traps.contains(MeterTrap.BYTE_SWAP);
    return low ? turned ? WordOrder.DCBA : WordOrder.CDAB : turned ? WordOrder.BADC : WordOrder.ABCD;
  }

  private static void groups(byte[] bytes, int at, int registers, long number) {
    long rest = number;
    for (int i = 0; i < registers; i++) {
      Registers.put(bytes, at + 2 * i, 1, WordOrder.ABCD, rest % GROUP);
      rest /= GROUP;
    }
  }
}
