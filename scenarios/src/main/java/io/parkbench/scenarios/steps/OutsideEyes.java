package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.scenarios.steps.Visitors.Answer;
import io.parkbench.scenarios.steps.Visitors.Asked;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What steps say of a gateway that runs elsewhere, by what its REST API answers and nothing else (R-BENCH-4). */
public final class OutsideEyes {
  private static final double NEAR_A = 0.05 + 1e-9;

  private final Scene scene;
  private final Visitors visitors;

  public OutsideEyes(Scene scene, Visitors visitors) {
    this.scene = scene;
    this.visitors = visitors;
  }

  void presence(Span span, String station, String presence) {
    expect(span, "/stations/{" + station + "}", answer -> Claim.is("the gateway sees " + station + " as", presence,
        () -> answer.get().path("is_connected").asBoolean() ? "connected" : "lost"));
  }

  void sessions(Span span, int count) {
    expect(span, "/site", answer -> Claim.is("open sessions:", count, () -> answer.get().path("number_of_transactions").asInt(-1)));
  }

  void sessionGoesOn(Span span, Place place, @Nullable Integer before) {
    int station = visitors.stationNumber(place.station());
    Object expected = before == null ? "that of before, when there was none" : before;
    expect(span, "/transactions", answer -> Claim.is("the transaction at " + place + " is", expected, () -> {
      for (JsonNode item : answer.get().path("items")) {
        if (item.path("station_id").asInt() == station && item.path("connector_id").asInt() == place.connector()
            && item.path("ended_at").asText("").isEmpty()) {
          return item.path("transaction_id").asInt();
        }
      }
      return "nothing: there is no session";
    }));
  }

  /** The lowest of the phases, with the zones above. */
  void limit(Span span, String zone, double amps) {
    expect(span, "/zones/{" + zone + "}", answer -> Claim.about("the limit of " + zone + " is", amps, NEAR_A, "A",
        () -> answer.get().path("setpoint_current_a").asDouble(Double.NaN)));
  }

  /** Changes a zone's maximum as its administrator does: with the tag of what is there. */
  void setMaximum(String zone, double amps) {
    scene.bench();
    scene.changing();
    String path = "/config/zones/" + zone;
    Answer before = visitors.askAsBench(new Asked("GET", path, null));
    if (!(before.json() instanceof ObjectNode entry)) {
      throw new ClaimError("the gateway does not say how the zone " + zone + " is configured: " + before);
    }
    String tag = before.response().headers().get("ETag");
    entry.put("max_a", amps);
    Answer after = visitors.askAsBench(new Asked(
        "PUT", path, tag == null ? WebHeaders.NONE : WebHeaders.of("If-Match", tag), entry.toString(), true));
    if (after.response().status() / 100 != 2) {
      throw new ClaimError("the gateway does not take the new maximum of " + zone + ": " + after);
    }
    scene.expectMaximum(zone, amps);
  }

  private void expect(Span span, String path, Function<Supplier<JsonNode>, Claim> claim) {
    scene.needsApi();
    visitors.bench();
    ApiWatch.expect(scene, visitors, Visitors.BENCH, new Asked("GET", path, null), span, claim);
  }
}
