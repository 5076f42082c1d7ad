package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the local authorization list (OCPP 1.6 section 7.1).
 *
 * @param idTag at most 20 characters
 * @param idTagInfo null in a differential update: take the entry out; in a full one it must be there (section 7.1)
 */
public record AuthorizationData(String idTag, @Nullable IdTagInfo idTagInfo) {
  public AuthorizationData {
    Check.text("idTag", idTag, 20);
  }
}
