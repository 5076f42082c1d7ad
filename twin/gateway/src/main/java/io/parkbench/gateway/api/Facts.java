package io.parkbench.gateway.api;

import io.parkbench.gateway.site.Cpo;
import io.parkbench.gateway.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * What does not change while the gateway runs.
 *
 * @param volts phase to neutral
 * @param cpoUrl where the stations' supervision is; null where the gateway itself is it
 * @param boot names this run of the gateway
 */
record Facts(String siteName, double volts, @Nullable String cpoUrl, String boot) {

  static Facts of(Site site, long startedAt) {
    Cpo cpo = site.cpo();
    return new Facts(site.name(), site.nominalVoltage(), cpo == null ? null : cpo.url().toString(),
        Long.toHexString(startedAt / 1_000));
  }

  /** The power in kW of a current in A on one phase. */
  double kilowatts(double amps) {
    return round(amps * volts / 1_000);
  }

  /** To three decimals. */
  static double round(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
