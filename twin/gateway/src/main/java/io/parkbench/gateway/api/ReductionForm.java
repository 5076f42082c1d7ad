package io.parkbench.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.api.web.Rendered;
import io.parkbench.gateway.limits.Reduction;
import io.parkbench.gateway.limits.Source;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.ReductionResource;
import io.parkbench.protocol.api.Times;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Locale;

/** Reads reductions from bodies, and writes them as resources. */
final class ReductionForm {
  private ReductionForm() {}

  /**
   * What a body asks for.
   *
   * @param until µs since 1970; {@link Long#MAX_VALUE}: until it is lifted
   */
  record Asked(Reduction.Kind kind, BigDecimal value, long until) {}

  /** From a body that is as its schema has it; a validity that is no time, or over, is a {@link Problem}. */
  static Asked read(JsonNode body, long now) {
    Reduction.Kind kind = Reduction.Kind
        .valueOf(body.get("zone_reduction_type").asText().toUpperCase(Locale.ROOT));
    BigDecimal value = body.get("zone_reduction").decimalValue();
    if (!body.has("zone_validity")) {
      return new Asked(kind, value, Long.MAX_VALUE);
    }
    String validity = body.get("zone_validity").asText();
    boolean absolute = body.get("zone_validity_mode").asText().equals("absolute");
    long until;
    try {
      until = absolute ? Times.micros(validity) : now + Times.duration(validity);
    } catch (DateTimeException e) {
      throw Problem.invalid(
          "/zone_validity",
          absolute
              ? "A time such as 2026-01-15T18:00:00Z is expected, from 1970 to 9999."
              : "A duration such as PT30M or P1D is expected, longer than 0.");
    }
    if (until <= now) {
      throw Problem.invalid("/zone_validity", "The time has passed: it is " + Times.text(now) + ".");
    }
    if (until > Times.LAST) {
      throw Problem.invalid("/zone_validity", "It would end after the year 9999.");
    }
    return new Asked(kind, value, until);
  }

  static ReductionResource resource(Snapshot snapshot, GatewayView.Zone zone, GatewayView.Reduction reduction) {
    boolean endless = reduction.until() == Long.MAX_VALUE;
    String until = endless ? null : Times.text(reduction.until());
    return new ReductionResource(
        reduction.value(),
        reduction.kind().name().toLowerCase(Locale.ROOT),
        endless ? null : "absolute",
        until,
        "external-reduction@bmsApi-" + snapshot.numbers().zone(zone.id()) + "-" + zone.name(),
        reduction.cut() ? "cut" : "remaining",
        reduction.limitDa() / 10.0,
        Times.text(reduction.receivedAt()),
        reduction.by(),
        until,
        snapshot.view().now() < reduction.until(),
        isLimiting(snapshot, zone, reduction),
        null);
  }

  /** Whether nothing of the zone, and nothing above it, is lower. */
  private static boolean isLimiting(Snapshot snapshot, GatewayView.Zone zone, GatewayView.Reduction reduction) {
    Tree tree = snapshot.tree();
    int place = tree.place(zone.id());
    Integer watts = zone.limits().limitW();
    boolean lowest = reduction.kind() == Reduction.Kind.POWER && watts != null
        ? tree.limitW(place, snapshot.facts().volts()) >= watts
        : tree.limitDa(place) == reduction.limitDa();
    return lowest && zone.limits().sources().contains(Source.REDUCTION);
  }

  /** Names what was set; what it does meanwhile may change under the same tag, so that a writer is not refused for that. */
  static String tag(GatewayView.Reduction reduction) {
    return Rendered.tag(
        reduction.kind() + " " + reduction.value().stripTrailingZeros().toPlainString() + " " + reduction.receivedAt() + " "
            + reduction.until()
            + " " + reduction.by());
  }
}
