package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.PerPhase;
import org.jspecify.annotations.Nullable;

/**
 * What one zone may carry now, of itself: the zones above it bind besides.
 *
 * @param zone its id
 * @param limitDa per supply phase, 0.1 A
 * @param limitW over all phases, W; null for none
 * @param by what binds: {@code maximum}, {@code meter} for what its other loads leave of a dynamic zone, {@code degraded} for one without a
 *     trustworthy reading
 */
public record Limits(String zone, PerPhase limitDa, @Nullable Integer limitW, String by) {
  public static final String BY_METER = "meter";
}
