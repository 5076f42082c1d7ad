package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import io.parkbench.scenarios.steps.Types.Length;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What goes over the wire. {@code within} finds the first such call since the last change or, if that was later, since the call that the
 * step before found, so that steps one after another tell an order; {@code at no time} looks from now on.
 */
public final class WireSteps {
  private static final Span NOW = new Span(Span.Kind.NOW, 0);

  private final Scene scene;
  private final Map<String, Integer> found = new LinkedHashMap<>();

  public WireSteps(Scene scene) {
    this.scene = scene;
  }

  @Then("{span} {station} is called {word}")
  public void isCalled(Span span, String station, String action) {
    expect(span, station, station + " is called " + action, isTo(station, action));
  }

  @Then("{span} {station} is called {word} with {word} {string}")
  public void isCalled(Span span, String station, String action, String field, String value) {
    expect(span, station, station + " is called " + action + " with " + field + " " + value,
        isTo(station, action).and(call -> has(call.payload(), field, value)));
  }

  @Then("{span} {station} sends {word}")
  public void sends(Span span, String station, String action) {
    expect(span, station, station + " sends " + action, isFrom(station, action));
  }

  @Then("{span} {station} answers {word} with {string}")
  public void answers(Span span, String station, String action, String status) {
    expect(span, station, station + " answers " + action + " with " + status,
        isTo(station, action).and(call -> call.status().equals(status)));
  }

  /** All stations together, whatever the calls are. */
  @Then("the stations were called at most {int} times in the last {duration}")
  public void calledAtMost(int most, Length length) {
    scene.judge().expect(NOW, Claim.atMost("the stations were called", most, "times", () -> (double) called(length.micros())));
  }

  private long called(long micros) {
    long since = scene.bench().time().now() - micros;
    return scene.wire().from(0).stream().filter(call -> call.down() && call.arrivedAt() > since).count();
  }

  private static Predicate<Wire.Call> isTo(String station, String action) {
    return call -> call.down() && call.station().equals(station) && call.action().equals(action);
  }

  private static Predicate<Wire.Call> isFrom(String station, String action) {
    return call -> !call.down() && call.station().equals(station) && call.action().equals(action);
  }

  /** At the top or in what is nested there. */
  private static boolean has(JsonNode payload, String field, String value) {
    return payload.findValues(field).stream().anyMatch(node -> node.asText().equals(value));
  }

  private void expect(Span span, String station, String words, Predicate<Wire.Call> which) {
    int last = found.getOrDefault(station, -1);
    int from = span.kind() == Span.Kind.WITHIN ? Math.max(scene.callsBefore(), last + 1) : scene.wire().count();
    scene.judge().expect(span, new Claim(words, () -> scene.wire().indexOf(from, which) >= 0, () -> since(from, station)));
    found.put(station, scene.wire().indexOf(from, which));
  }

  private String since(int from, String station) {
    StringBuilder text = new StringBuilder("there were the calls");
    scene.wire().from(from).stream().filter(call -> call.station().equals(station))
        .forEach(call -> text.append("\n  ").append(call.down() ? "to " : "from ").append(station).append(": ").append(call));
    return text.toString();
  }
}
