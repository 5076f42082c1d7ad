package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.PerPhase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one zone may carry now, of itself: the zones above it bind besides.
 *
 * @param zone its id
 * @param limitDa per supply phase, 0.1 A
 * @param limitW over all phases, W; null for none
 * @param by what binds where the limit is lowest: the word of a {@link Source}
 * @param name which of those, as people call it: a tariff period, an input, who asked for a reduction; empty for the zone's own
 * @param sources all that are as low as the limit on some phase, or in power; at least one
 */
public record Limits(String zone, PerPhase limitDa, @Nullable Integer limitW, String by, String name, List<Source> sources) {

  public Limits {
    sources = List.copyOf(sources);
  }

  /** What a zone may carry by one source alone. */
  static Limits of(String zone, PerPhase limitDa, @Nullable Integer limitW, Source source) {
    return new Limits(zone, limitDa, limitW, source.word(), "", List.of(source));
  }

  /** Whether {@code source} is what binds. */
  public boolean isBy(Source source) {
    return by.equals(source.word());
  }
}
