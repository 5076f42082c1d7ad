package io.parkbench.gateway.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card that may start sessions (R-AUTH-3).
 *
 * @param idTag 1…20 characters, unique without regard to case as OCPP 1.6 compares them
 * @param priority its class: a higher one is filled first (R-ALLOC-10)
 * @param zones ids of the zones it is allowed in, sub-zones included; null for all
 */
public record Card(
    String idTag, boolean vip, boolean authorised, int priority, @Nullable List<String> zones, String comment) {

  public Card {
    zones = zones == null ? null : List.copyOf(zones);
  }
}
