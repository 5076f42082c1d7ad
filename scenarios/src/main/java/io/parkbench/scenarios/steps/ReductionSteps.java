package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.bems.Reduction;
import io.parkbench.scenarios.steps.Visitors.Answer;
import io.parkbench.scenarios.steps.Visitors.Asked;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a building's controller does at the gateway's API: reductions, signs of life, availability (R-BEMS-1…4, 7). */
public final class ReductionSteps {
  private final Scene scene;
  private final Visitors visitors;
  private int beats;

  public ReductionSteps(Scene scene, Visitors visitors) {
    this.scene = scene;
    this.visitors = visitors;
  }

  /** The one login that may control energy (R-BEMS-3), a user of role WEBSERVICES. */
  @Given("{string} may reduce zones")
  public void mayReduce(String name) {
    scene.site().user(name, "WEBSERVICES");
    scene.site().nested("remote_energy_management", Map.of("enabled", "true", "login", name));
  }

  /** Rows of a key of {@code settings.remote_energy_management} and its value. */
  @Given("the settings of remote energy management")
  public void remote(Map<String, String> rows) {
    scene.site().nested("remote_energy_management", rows);
  }

  /** Until it is lifted. */
  @When("{string} sets the reduction of {word} to {setpoint}")
  public void sets(String who, String zone, Setpoint setpoint) {
    set(who, zone, setpoint, null);
  }

  @When("{string} sets the reduction of {word} to {setpoint} {validity}")
  public void sets(String who, String zone, Setpoint setpoint, Validity validity) {
    set(who, zone, setpoint, validity);
  }

  /** As a client does that has read what is there: with its tag (RFC 9110, If-Match). */
  private void set(String who, String zone, Setpoint setpoint, @Nullable Validity validity) {
    scene.bench();
    scene.changing();
    String path = path(zone);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("zone_reduction", setpoint.value)
        .put("zone_reduction_type", setpoint.unit.word());
    if (validity != null) {
      body.put("zone_validity_mode", validity.mode).put("zone_validity", validity.text(scene));
    }
    Asked put = new Asked("PUT", path, body);
    String tag = tag(who, path);
    visitors.ask(who, tag == null ? put.with("If-None-Match", "*") : put.with("If-Match", tag));
  }

  @When("{string} lifts the reduction of {word}")
  public void lifts(String who, String zone) {
    scene.changing();
    String tag = tag(who, path(zone));
    Asked delete = new Asked("DELETE", path(zone), null);
    visitors.ask(who, tag == null ? delete : delete.with("If-Match", tag));
  }

  private @Nullable String tag(String who, String path) {
    Answer before = visitors.ask(who, new Asked("GET", path, null));
    return before.response().status() == 200 ? before.response().headers().get("ETag") : null;
  }

  private String path(String zone) {
    return "/zones/" + visitors.zoneNumber(zone) + "/reduction";
  }

  @When("{string} gives a sign of life")
  public void beats(String who) {
    scene.bench();
    scene.changing();
    visitors.ask(who, new Asked("POST", "/heartbeat", JsonNodeFactory.instance.objectNode().put("sequence", ++beats)));
  }

  @When("{string} takes the station {word} out of service")
  public void takesOut(String who, String station) {
    available(who, station, 0, false);
  }

  @When("{string} takes the station {word} back into service")
  public void takesBack(String who, String station) {
    available(who, station, 0, true);
  }

  @When("{string} takes the connector {connector} out of service")
  public void takesOut(String who, Place place) {
    available(who, place.station(), place.connector(), false);
  }

  @When("{string} takes the connector {connector} back into service")
  public void takesBack(String who, Place place) {
    available(who, place.station(), place.connector(), true);
  }

  private void available(String who, String station, int connector, boolean available) {
    scene.bench();
    scene.changing();
    visitors.ask(who,
        new Asked("PUT", "/stations/" + visitors.stationNumber(station) + "/connectors/" + connector + "/availability",
            JsonNodeFactory.instance.objectNode().put("available", available)));
  }

  /** What a zone may have. */
  record Setpoint(BigDecimal value, Reduction.Unit unit) {
    static Setpoint named(String text) {
      String sign = text.substring(text.indexOf(' ') + 1);
      Reduction.Unit unit = Arrays.stream(Reduction.Unit.values()).filter(each -> each.sign().equals(sign)).findFirst()
          .orElseThrow();
      return new Setpoint(new BigDecimal(text.substring(0, text.indexOf(' '))), unit);
    }
  }

  /** Until when: a length of time, a time of the site's clocks, or an instant. */
  record Validity(String mode, String words) {
    static Validity named(String text) {
      return text.startsWith("for ") ? new Validity("duration", text.substring(4))
          : new Validity("absolute", text.substring("until ".length()));
    }

    String text(Scene scene) {
      if (mode.equals("duration")) {
        return Duration.ofSeconds(Quantity.micros(words) / Micros.SECOND).toString();
      }
      return words.length() > "00:00".length() ? words : Micros.toInstant(scene.next(LocalTime.parse(words))).toString();
    }
  }
}
