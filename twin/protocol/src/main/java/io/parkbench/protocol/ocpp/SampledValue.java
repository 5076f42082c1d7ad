package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/**
 * One value of a meter sample (OCPP 1.6 section 7.43). Absent properties have the standard's defaults: Sample.Periodic, Raw,
 * Energy.Active.Import.Register, Outlet, Wh.
 *
 * @param value a decimal number as text, or signed data; any length
 * @param phase null: over all phases
 */
public record SampledValue(
    String value,
    @Nullable ReadingContext context,
    @Nullable ValueFormat format,
    @Nullable Measurand measurand,
    @Nullable Phase phase,
    @Nullable Location location,
    @Nullable UnitOfMeasure unit) {
  public SampledValue {
    Check.required("value", value);
  }
}
