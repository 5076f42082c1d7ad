package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.Length;
import io.parkbench.scenarios.steps.Types.SupplyPhase;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the gateway says of itself: its sessions, its stations and its reasons. */
public final class GatewaySteps {
  private final Scene scene;
  private final OutsideEyes eyes;

  public GatewaySteps(Scene scene, OutsideEyes eyes) {
    this.scene = scene;
    this.eyes = eyes;
  }

  @Then("{span} the gateway explains {connector} by {string}")
  public void explains(Span span, Place place, String rule) {
    expect(span, place, "the gateway explains " + place + " by", rule, session -> session.reason().rule().word());
  }

  @Then("{span} the gateway explains {connector} by {string} on {phase} of {word}")
  public void explains(Span span, Place place, String rule, SupplyPhase phase, String zone) {
    String row = rule + " on phase " + phase.number() + " of " + zone;
    expect(span, place, "the gateway explains " + place + " by", row, session -> binding(session.reason()));
  }

  @Then("{span} the gateway explains {connector} by {string} on the power of {word}")
  public void explainsByPower(Span span, Place place, String rule, String zone) {
    expect(
        span, place, "the gateway explains " + place + " by", rule + " on phase 0 of " + zone,
        session -> binding(session.reason()));
  }

  private static String binding(Reason reason) {
    return reason.rule().word() + " on phase " + reason.phase() + " of " + reason.zone();
  }

  @Then("{span} the gateway counts {connector} on {int} phase(s)")
  public void countsOn(Span span, Place place, int phases) {
    expect(span, place, "phases " + place + " counts on:", phases, session -> session.phases().size());
  }

  @Then("{span} the gateway counts {connector} on phases {int} and {int}")
  public void countsOn(Span span, Place place, int one, int other) {
    expect(span, place, place + " counts on the phases", List.of(one, other), GatewayView.Session::phases);
  }

  @Then("{span} the session at {connector} goes on")
  public void goesOn(Span span, Place place) {
    if (scene.isOutside()) {
      eyes.sessionGoesOn(span, place, scene.sessionBefore(place));
      return;
    }
    Object before = Objects.requireNonNullElse(scene.sessionBefore(place), "that of before, when there was none");
    expect(span, place, "the transaction at " + place + " is", before, GatewayView.Session::transactionId);
  }

  @Then("{span} the gateway has {int} session(s)")
  public void sessions(Span span, int count) {
    if (scene.isOutside()) {
      eyes.sessions(span, count);
      return;
    }
    scene.judge().expect(span, Claim.is("open sessions:", count, () -> scene.view().sessions().size()));
  }

  @Then("{span} the gateway sees {station} as {word}")
  public void sees(Span span, String station, String presence) {
    if (scene.isOutside()) {
      eyes.presence(span, station, presence);
      return;
    }
    scene.judge().expect(span, Claim.is("the gateway sees " + station + " as", presence, () -> presence(station)));
  }

  /** In an event or alarm, so far. */
  @Then("{span} the gateway notes of {station} {string}")
  public void notes(Span span, String station, String words) {
    scene.judge().expect(span, new Claim(
        "the gateway notes of " + station + ": …" + words,
        () -> notes(station).stream().anyMatch(text -> text.contains(words)), () -> "it notes " + notes(station)));
  }

  private List<String> notes(String station) {
    return scene.view().notices().stream()
        .filter(notice -> notice.station().equals(station)).map(GatewayView.Notice::text).toList();
  }

  private String presence(String identity) {
    return scene.view().stations().stream()
        .filter(station -> station.id().equals(identity))
        .map(station -> station.presence().name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("unknown");
  }

  /** It is gone for so long, and knows its settings and open sessions afterwards (R-SITE-7). */
  @When("the gateway restarts within {duration}")
  public void restarts(Length down) {
    scene.restart(down.micros());
  }

  @When("the gateway restarts within {duration} with the zone {word} of {current}")
  public void restarts(Length down, String zone, Amps maximum) {
    scene.bench();
    scene.site().maximum(zone, Quantity.plain(maximum.value()));
    scene.restart(down.micros());
  }

  private void expect(
      Span span, Place place, String what, Object expected, Function<GatewayView.Session, Object> actual) {
    scene.judge().expect(span, Claim.is(what, expected, () -> {
      GatewayView.@Nullable Session session = scene.view().session(place.station(), place.connector());
      return session == null ? "nothing: there is no session" : actual.apply(session);
    }));
  }
}
