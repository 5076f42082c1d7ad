package io.parkbench.plant.meter;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.meter.MeterModel;

/**
 * How a meter is made and fitted.
 *
 * @param accuracyClass how far a phase's gain may be off, in percent of the reading: 1 for class 1 (IEC 61557-12), 0 for none
 * @param refresh how often it measures anew, µs, above 0
 */
public record MeterSetup(MeterModel model, double accuracyClass, long refresh, Transformers transformers) {
  public MeterSetup {
    if (!(accuracyClass >= 0 && accuracyClass < 100)) {
      throw new IllegalArgumentException("an accuracy class is 0 to below 100 %: " + accuracyClass);
    }
    if (refresh <= 0) {
      throw new IllegalArgumentException("a meter measures anew after more than 0 µs: " + refresh);
    }
  }

  /** Class 1, measuring every second, fitted as it should be. */
  public static MeterSetup of(MeterModel model) {
    return new MeterSetup(model, 1, Micros.SECOND, Transformers.STRAIGHT);
  }

  public MeterSetup withClass(double percent) {
    return new MeterSetup(model, percent, refresh, transformers);
  }

  /** Measuring every {@code micros}. */
  public MeterSetup refreshing(long micros) {
    return new MeterSetup(model, accuracyClass, micros, transformers);
  }

  public MeterSetup fitted(Transformers otherwise) {
    return new MeterSetup(model, accuracyClass, refresh, otherwise);
  }
}
