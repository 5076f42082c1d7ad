package io.parkbench.protocol.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a zone's external reduction is: {@code GET /zones/{zone_id}/reduction} (R-BEMS-1).
 *
 * @param zoneReductionType {@code percentage}, {@code current} or {@code power}
 * @param zoneValidityMode {@code absolute}, whatever it was set by
 * @param zoneValidity when it ends; null: until it is lifted
 * @param effectiveCurrentA what it leaves of the zone's configured maximum, A
 * @param expiresAt null: not by itself
 * @param limitingNow whether it is the lowest of the zone's limits
 * @param applied false where a write came too early and the site's setting is that nobody is told by a status; else null
 */
public record ReductionResource(
    BigDecimal zoneReduction,
    String zoneReductionType,
    @Nullable String zoneValidityMode,
    @Nullable String zoneValidity,
    String zoneReductionDescription,
    String semantics,
    double effectiveCurrentA,
    String receivedAt,
    String acceptedBy,
    @Nullable String expiresAt,
    boolean effectiveNow,
    boolean limitingNow,
    @Nullable Boolean applied) {

  /** The same with the word that this write counts, or not. */
  public ReductionResource applied(boolean counts) {
    return new ReductionResource(
        zoneReduction, zoneReductionType, zoneValidityMode, zoneValidity, zoneReductionDescription, semantics, effectiveCurrentA,
        receivedAt, acceptedBy, expiresAt, effectiveNow, limitingNow, counts);
  }
}
