package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sockets that are opened beside those of the stations. */
public final class SocketSteps {
  private static final Span OPENS = Span.named("within 10 s");

  private final Scene scene;
  private final Map<String, Second> seconds = new LinkedHashMap<>();

  public SocketSteps(Scene scene) {
    this.scene = scene;
  }

  /** It says nothing; the gateway has to take it all the same, as that of a station that lost its first one. */
  @When("a second socket opens under the identity of {station}")
  public void opens(String station) {
    scene.bench();
    scene.changing();
    Second second = new Second();
    seconds.put(station, second);
    scene.bench().net().dial(Handshake.ocpp16(station), second);
    scene.judge().expect(OPENS, new Claim("the second socket opens", () -> second.opened, () -> "it does not"));
  }

  @Then("{span} the second socket of {station} is closed")
  public void isClosed(Span span, String station) {
    Second second = Objects.requireNonNull(seconds.get(station), station + " has no second socket");
    scene.judge().expect(
        span, new Claim("the second socket of " + station + " is closed", () -> second.closed != null, () -> "it is open"));
  }

  private static final class Second implements LinkListener {
    private boolean opened;
    private @Nullable Integer closed;

    @Override
    public void opened(Link link) {
      opened = true;
    }

    @Override
    public void text(Link link, String text) {}

    @Override
    public void closed(Link link, int code, String reason) {
      closed = code;
    }
  }
}
