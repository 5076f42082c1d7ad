package io.parkbench.protocol.ocpp;

/**
 * The unit of a sampled value (OCPP 1.6 section 7.45). {@code Hertz} is named in section 7.31 only; {@code Celcius} is the
 * spelling of the published schema, {@code Celsius} that of the text: both are in use.
 */
public enum UnitOfMeasure implements Wire {
  Wh,
  kWh,
  varh,
  kvarh,
  W,
  kW,
  VA,
  kVA,
  var,
  kvar,
  A,
  V,
  K,
  Celcius,
  Celsius,
  Fahrenheit,
  Percent,
  Hertz
}
