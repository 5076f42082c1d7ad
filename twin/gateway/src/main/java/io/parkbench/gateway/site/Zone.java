package io.parkbench.gateway.site;

import io.parkbench.gateway.protection.Breaker;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One zone of the tree (R-SITE-2).
 *
 * @param id unique; what other entries refer to
 * @param name unique; what people read
 * @param parent the id of the zone above; null for a root
 * @param maxDa the most current per supply phase
 * @param maxW the most power over all phases in W (R-ALLOC-14; kVA and kW are one at unity power factor); null for none
 * @param meter the id of the meter that a dynamic zone is steered by; null for a static one
 * @param breaker what protects it; null where nobody says
 * @param margin of a dynamic zone; null of a static one
 * @param degradedDa the limit per phase of a dynamic zone whose meter is lost, in 0.1 A
 * @param buildingPeakDa the most that other loads draw per supply phase as far as it is declared, in 0.1 A; 0: there are none
 * @param auth what its stations take over unless they say otherwise
 * @param offlineAuth likewise
 * @param plant what only the simulated zone reads (a breaker other than the one declared), as written in the file
 */
public record Zone(
    String id,
    String name,
    @Nullable String parent,
    PerPhase maxDa,
    @Nullable Integer maxW,
    Directive directive,
    @Nullable String meter,
    @Nullable Breaker breaker,
    @Nullable Margin margin,
    int degradedDa,
    PerPhase buildingPeakDa,
    AuthMode auth,
    OfflineAuthMode offlineAuth,
    Map<String, Object> plant) {

  public boolean dynamic() {
    return directive == Directive.DYNAMIC;
  }
}
