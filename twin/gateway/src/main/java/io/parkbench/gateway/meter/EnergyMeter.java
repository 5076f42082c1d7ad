package io.parkbench.gateway.meter;

/** Goes on counting where a meter's count of energy falls back: reset, replaced, or run over (T9). */
final class EnergyMeter {
  private double last = Double.NaN;
  private double before;

  /**
   * What the meter shows now.
   *
   * @param wh NaN for not available: what was known stays
   * @return the Wh by which it fell back; 0 if it did not
   */
  long read(double wh) {
    if (Double.isNaN(wh)) {
      return 0;
    }
    double back = wh < last ? last - wh : 0;
    before += back;
    last = wh;
    return Math.round(back);
  }

  /** All that it has counted, Wh; −1 before the first reading. */
  long wh() {
    return Double.isNaN(last) ? -1 : Math.round(before + last);
  }
}
