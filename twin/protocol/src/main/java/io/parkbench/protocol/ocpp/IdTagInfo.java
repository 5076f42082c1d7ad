package io.parkbench.protocol.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Status of an identifier (OCPP 1.6 section 7.27).
 *
 * @param expiryDate from when it is no longer valid, or null for never
 * @param parentIdTag its group, at most 20 characters, or null
 */
public record IdTagInfo(@Nullable Instant expiryDate, @Nullable String parentIdTag, AuthorizationStatus status) {
  public IdTagInfo {
    expiryDate = Check.optionalTime("expiryDate", expiryDate);
    Check.optionalText("parentIdTag", parentIdTag, 20);
    Check.required("status", status);
  }

  public static IdTagInfo of(AuthorizationStatus status) {
    return new IdTagInfo(null, null, status);
  }
}
