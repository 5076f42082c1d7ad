package io.parkbench.rigs.ev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.plant.pilot.Cable;
import io.parkbench.plant.pilot.PilotReading;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SoftwareEv} by HTTP, for a rig's driver in another process: {@code GET /ev} shows its instruments, {@code POST /ev} takes
 * {@code {"do": "connect", "phases": 3, "amps": 32, "cable": 20, "card": "C1"}}, {@code {"do": "request", "amps": 10}},
 * {@code {"do": "swipe", "card": "C1"}} or {@code {"do": "disconnect"}}, and answers with the instruments, or with 400 or 409 and a sentence.
 */
public final class EvService implements WebService {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final WebHeaders HEADERS = WebHeaders.of("Content-Type", "application/json; charset=utf-8", "Cache-Control",
      "no-store");

  private final SoftwareEv ev;

  public EvService(SoftwareEv ev) {
    this.ev = ev;
  }

  @Override
  public void handle(WebRequest request, Reply reply) {
    if (!request.target().equals("/ev")) {
      reply.send(refused(404, "there is only /ev here"));
    } else if (request.method().equals("GET")) {
      reply.onLoop(() -> reply.send(shown()));
    } else if (request.method().equals("POST")) {
      reply.onLoop(() -> reply.send(done(request)));
    } else {
      reply.send(refused(405, "GET shows the instruments, POST works them"));
    }
  }

  private WebResponse done(WebRequest request) {
    try {
      JsonNode command = JSON.readTree(request.text());
      carryOut(command == null ? JSON.missingNode() : command);
      return shown();
    } catch (JsonProcessingException e) {
      return refused(400, "that is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return refused(400, String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      return refused(409, String.valueOf(e.getMessage()));
    }
  }

  private void carryOut(JsonNode command) {
    switch (command.path("do").asText()) {
      case "connect" -> ev.connect(
          command.path("phases").asInt(3), command.path("amps").asDouble(32),
          command.hasNonNull("cable") ? Cable.ofAmps(command.path("cable").asInt()) : null, card(command));
      case "request" -> ev.request(amps(command));
      case "swipe" -> {
        String card = card(command);
        if (card == null) {
          throw new IllegalArgumentException("'card' is missing");
        }
        ev.swipe(card);
      }
      case "disconnect" -> ev.disconnect();
      default -> throw new IllegalArgumentException("'do' is connect, request, swipe or disconnect: " + command.path("do"));
    }
  }

  private static double amps(JsonNode command) {
    if (!command.path("amps").isNumber()) {
      throw new IllegalArgumentException("'amps' is a number: " + command.path("amps"));
    }
    return command.path("amps").asDouble();
  }

  private static @Nullable String card(JsonNode command) {
    return command.hasNonNull("card") ? command.path("card").asText() : null;
  }

  private WebResponse shown() {
    SoftwareEv.Instruments now = ev.instruments();
    PilotReading pilot = now.pilot();
    ObjectNode json = JSON.createObjectNode().put("connected", now.connected()).put("wantsA", now.wantsAmps())
        .put("drawsA", now.drawsAmps()).put("state", pilot.state().name()).put("pilotV", pilot.state().volts())
        .put("duty", pilot.duty()).put("offeredA", pilot.offeredAmps()).put("closed", pilot.closed());
    json.put("cableA", Double.isInfinite(pilot.cableAmps()) ? null : Double.valueOf(pilot.cableAmps()));
    return WebResponse.of(200, HEADERS, json.toString());
  }

  private static WebResponse refused(int status, String why) {
    return WebResponse.of(status, HEADERS, JSON.createObjectNode().put("error", why).toString());
  }
}
