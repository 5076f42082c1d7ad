package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebResponse;
import io.parkbench.scenarios.steps.Visitors.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Event streams of the gateway's API: who listens, and what they hear (R-BEMS-8). */
public final class EventSteps {
  private final Scene scene;
  private final Visitors visitors;
  private final Map<String, Ear> ears = new LinkedHashMap<>();
  private final Map<String, String> lastIds = new LinkedHashMap<>();

  public EventSteps(Scene scene, Visitors visitors) {
    this.scene = scene;
    this.visitors = visitors;
  }

  @When("{string} listens to events")
  public void listens(String who) {
    listen(who, "/events", null);
  }

  /** Topics with commas. */
  @When("{string} listens to events of {string}")
  public void listens(String who, String topics) {
    listen(who, "/events?topics=" + topics, null);
  }

  @When("{string} listens to events after the last one heard")
  public void resumes(String who) {
    listen(who, "/events", lastIds.getOrDefault(who, ""));
  }

  @When("{string} listens to events after {string}")
  public void listensAfter(String who, String id) {
    listen(who, "/events", id);
  }

  @When("{string} stops listening")
  public void stops(String who) {
    scene.changing();
    ear(who).stop();
  }

  private void listen(String who, String path, @Nullable String after) {
    scene.bench();
    scene.changing();
    Asked asked = new Asked("GET", path, WebHeaders.of("Accept", "text/event-stream"), null, true);
    Asked asking = after == null ? asked : asked.with("Last-Event-ID", after);
    Ear ear = new Ear(who);
    ear.call = visitors.send(who, asking, ear);
    ears.put(who, ear);
    scene.judge().expect(Span.named("within 30 s"), new Claim("the stream is answered", () -> ear.head != null, () -> "it is not"));
    visitors.keep(asking, Objects.requireNonNull(ear.head));
  }

  /** Since listening began; each event is found once, in order. */
  @Then("{span} {string} hears {string}")
  public void hears(Span span, String who, String type) {
    heard(span, who, type, Map.of());
  }

  /** Rows of a JSON pointer into the event and a value. */
  @Then("{span} {string} hears {string} with")
  public void hears(Span span, String who, String type, Map<String, String> rows) {
    heard(span, who, type, rows);
  }

  private void heard(Span span, String who, String type, Map<String, String> rows) {
    Ear ear = ear(who);
    if (span.kind() == Span.Kind.NEVER) {
      scene.judge().expect(span, new Claim(who + " hears " + type, () -> ear.find(type, rows) >= 0, () -> "it came"));
      return;
    }
    scene.judge().expect(span, new Claim(who + " hears " + type + (rows.isEmpty() ? "" : " with " + rows),
        () -> ear.find(type, rows) >= 0,
        () -> "it has heard " + ear.events.subList(Math.min(ear.from, ear.events.size()), ear.events.size())));
    ear.from = ear.find(type, rows) + 1;
  }

  /** By the numbers in their ids. */
  @Then("{string} has missed no event")
  public void missedNone(String who) {
    List<Long> numbers = ear(who).numbers;
    scene.judge().expect(ApiSteps.NOW, new Claim("the events follow on one another", () -> {
      for (int i = 1; i < numbers.size(); i++) {
        if (numbers.get(i) != numbers.get(i - 1) + 1) {
          return false;
        }
      }
      return !numbers.isEmpty();
    }, () -> "their numbers are " + numbers));
  }

  @Then("{span} the event stream of {string} is over")
  public void isOver(Span span, String who) {
    scene.judge().expect(span, new Claim("the event stream of " + who + " is over", () -> ear(who).over, () -> "it goes on"));
  }

  private Ear ear(String who) {
    return Objects.requireNonNull(ears.get(who), who + " does not listen");
  }

  /** One who listens. */
  private final class Ear implements WebAnswer {
    private final String who;
    private final List<Event> events = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();
    private @Nullable WebCall call;
    private @Nullable WebResponse head;
    private boolean over;
    private int from;

    Ear(String who) {
      this.who = who;
    }

    private record Event(String type, JsonNode data) {}

    @Override
    public void answered(WebResponse response) {
      head = response;
    }

    @Override
    public void failed(Exchange.Failure why) {
      over = true;
    }

    @Override
    public void heard(String text) {
      rest.append(text);
      for (int end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
        block(rest.substring(0, end));
        rest.delete(0, end + 2);
      }
    }

    private void block(String block) {
      String type = "";
      String data = "";
      for (String line : block.split("\n", -1)) {
        if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.startsWith("id: ")) {
          lastIds.put(who, line.substring(4));
          numbers.add(Long.parseLong(line.substring(line.lastIndexOf('-') + 1)));
        }
      }
      if (!type.isEmpty()) {
        events.add(new Event(type, Visitors.json(data)));
      }
    }

    @Override
    public void ended() {
      over = true;
    }

    void stop() {
      if (call != null) {
        call.cancel();
      }
    }

    /** Where it is among those that no step has found yet; −1 if it is not. */
    private int find(String type, Map<String, String> rows) {
      for (int i = from; i < events.size(); i++) {
        Event event = events.get(i);
        if (event.type.equals(type) && rows.entrySet().stream()
            .allMatch(row -> Json.same(Visitors.json(row.getValue()), event.data.at(row.getKey())))) {
          return i;
        }
      }
      return -1;
    }
  }
}
