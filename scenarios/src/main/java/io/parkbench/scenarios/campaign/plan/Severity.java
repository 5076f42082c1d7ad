package io.parkbench.scenarios.campaign.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a gateway owes in the face of what goes wrong, from the most to the least that can be asked of it (R-LEASE-5). */
public enum Severity {
  /** Nothing goes wrong. */
  CALM,
  /** No breach. */
  STRICT,
  /** No breach, because the gateway counts the device at its rating, or refuses it, until it is proved. */
  GATED,
  /** The first occurrence cannot be prevented; what it may amount to is bounded. */
  BOUNDED;

  /** How files and tables call it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
