package io.parkbench.protocol.meter;

/**
 * Where a meter shows one quantity.
 *
 * @param register its first register, as the meter's document prints it (see {@link MeterModel#addressBase})
 * @param scale by which the number there is multiplied to get A, W or Wh, above 0: 1000 for kW and kWh, 0.1 for a document that says
 *     "divide by 10", 100 for tenths of a kW
 */
public record Point(Quantity quantity, int register, Format format, RegisterType type, double scale) {
  /** The last of its registers, as the document prints it. */
  public int last() {
    return register + format.registers() - 1;
  }
}
