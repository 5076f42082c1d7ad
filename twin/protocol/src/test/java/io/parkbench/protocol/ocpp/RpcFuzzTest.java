package io.parkbench.protocol.ocpp;

import static io.parkbench.kernel.Micros.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Goal: whatever a peer sends, it gets the right CALLERROR, silence where nothing can be answered, or a closed link, and its
 * next valid call is served. Method: valid frames of every kind, broken in seeded ways, judged by a plain reading of the
 * text with another JSON parser.
 */
class RpcFuzzTest {
  private static final int FRAMES = 40_000;
  private static final List<Action> ACTIONS = List.of(Action.values());
  private static final String NOISE = "[]{}\",:0123456789.-+eE \\u00ntrfals\u0000\ud800é";

  /** The beginning of a reply: its message type, its id, and its error code where only one will do. */
  private record Reply(int type, String id, @Nullable OcppError error) {
    Reply by(OcppError code) {
      return new Reply(type, id, code);
    }

    static Reply of(String frame, boolean withError) throws IOException {
      JsonNode elements = SchemaOracle.JSON.readTree(frame);
      return new Reply(
          elements.get(0).intValue(),
          elements.get(1).textValue(),
          withError ? OcppError.valueOf(elements.get(2).textValue()) : null);
    }
  }

  private final Chance chance = new Seed(3).fork("fuzz");
  private final AnyMessage any = new AnyMessage(new Seed(3).fork("messages"));
  private final OcppCodec codec = new OcppCodec();
  private final VirtualTime time = new VirtualTime(0, "RpcFuzzTest");
  private final SchemaOracle oracle = new SchemaOracle();

  @Test
  void nothingAPeerSendsStopsTheConversation() throws Exception {
    Map<Integer, Integer> counts = new TreeMap<>();
    FakeLink link = new FakeLink();
    Rpc rpc = rpc(link);
    for (int i = 0; i < FRAMES; i++) {
      String frame = broken(valid());
      rpc.text(frame);
      @Nullable Reply expected = expected(frame);
      List<String> sent = link.take();
      if (frame.length() > OcppCodec.DEFAULT_LIMIT) {
        assertEquals(1009, link.closeCode);
        assertEquals(List.of(), sent);
        link = new FakeLink();
        rpc = rpc(link);
      } else if (expected == null) {
        assertEquals(List.of(), sent, frame);
      } else {
        assertEquals(1, sent.size(), frame);
        assertEquals(expected, Reply.of(sent.get(0), expected.error != null), () -> frame + "\n -> " + sent);
        counts.merge(expected.type, 1, Integer::sum);
      }
      rpc.text("[2,\"next\",\"Heartbeat\",{}]");
      assertEquals(
          List.of("[3,\"next\",{\"currentTime\":\"1970-01-01T00:00:00.000Z\"}]"), link.take(), "after " + frame);
    }
    // the fuzz must have been worth it: most frames refused by a CALLERROR, some still valid
    assertTrue(counts.getOrDefault(4, 0) > FRAMES / 3, "too few refused");
    assertTrue(counts.getOrDefault(3, 0) > FRAMES / 100, "too few served");
  }

  private Rpc rpc(FakeLink link) {
    return new Rpc(
        time,
        link,
        Role.CENTRAL_SYSTEM,
        SECOND,
        (request, responder) -> responder.answer(
            request instanceof Heartbeat.Req
                ? new Heartbeat.Conf(Instant.EPOCH)
                : any.draw(request.action().response())));
  }

  private String valid() {
    Action action = ACTIONS.get((int) chance.between(0, ACTIONS.size() - 1));
    return codec.encode(
        chance.happens(0.9)
            ? new Frame.Call("id", any.draw(action.request()))
            : new Frame.CallResult("id", any.draw(action.response())));
  }

  private String broken(String frame) throws Exception {
    return switch ((int) chance.between(0, 6)) {
      case 0 -> frame.substring(0, at(frame));
      case 1 -> edited(frame, 1);
      case 2 -> edited(frame, (int) chance.between(2, 20));
      case 3 -> noise((int) chance.between(0, 60));
      case 4 -> elementChanged(frame);
      case 5 -> payloadChanged(frame);
      default -> chance.happens(0.05) ? frame + " ".repeat(OcppCodec.DEFAULT_LIMIT) : frame + noise(1);
    };
  }

  private int at(String text) {
    return (int) chance.between(0, text.length() - 1);
  }

  private String noise(int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      noise.append(NOISE.charAt(at(NOISE)));
    }
    return noise.toString();
  }

  private String edited(String frame, int edits) {
    StringBuilder text = new StringBuilder(frame);
    for (int i = 0; i < edits && text.length() > 1; i++) {
      int at = at(text.toString());
      switch ((int) chance.between(0, 3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, noise(1));
        case 2 -> text.setCharAt(at, noise(1).charAt(0));
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 8)));
      }
    }
    return text.toString();
  }

  private String elementChanged(String frame) throws Exception {
    ArrayNode elements = (ArrayNode) SchemaOracle.JSON.readTree(frame);
    int at = (int) chance.between(0, elements.size() - 1);
    String[] values = {"null", "2", "3", "4", "9", "\"x\"", "\"" + "y".repeat(37) + "\"", "{}", "[]", "\"Reset\"", "1.5"};
    JsonNode value = SchemaOracle.JSON.readTree(values[(int) chance.between(0, values.length - 1)]);
    switch ((int) chance.between(0, 2)) {
      case 0 -> elements.remove(at);
      case 1 -> elements.set(at, value);
      default -> elements.insert(at, value);
    }
    return elements.toString();
  }

  private String payloadChanged(String frame) throws Exception {
    ArrayNode elements = (ArrayNode) SchemaOracle.JSON.readTree(frame);
    List<Mutation> mutations = Mutation.of(elements.get(elements.size() - 1));
    elements.set(elements.size() - 1, mutations.get((int) chance.between(0, mutations.size() - 1)).payload());
    return elements.toString();
  }

  /** The reply that {@code frame} must have, or null if there must be none. */
  private @Nullable Reply expected(String frame) throws IOException {
    List<JsonNode> head = new ArrayList<>();
    boolean whole = read(frame, head);
    if (head.size() < 2 || !head.get(0).isInt() || head.get(0).intValue() != 2 || !head.get(1).isTextual()) {
      return null;
    }
    Reply refusal = new Reply(4, head.get(1).textValue(), null);
    Reply notAsAFrameIs = refusal.by(OcppError.FormationViolation);
    if (head.get(1).textValue().length() > 36 || head.size() < 3 || !head.get(2).isTextual()) {
      return notAsAFrameIs;
    }
    Action action = Action.named(head.get(2).textValue());
    if (action == null) {
      return refusal.by(OcppError.NotImplemented);
    } else if (!action.mayBeCalledBy(Role.CHARGE_POINT)) {
      return refusal.by(OcppError.NotSupported);
    } else if (head.size() < 4 && whole) {
      return notAsAFrameIs;
    } else if (!whole) {
      return refusal; // for its syntax, or for what the payload has before that
    }
    JsonNode payload = head.get(3).isNull() ? SchemaOracle.JSON.createObjectNode() : head.get(3);
    if (!payload.isObject()) {
      return notAsAFrameIs;
    }
    boolean valid = oracle.complaints(action.request(), payload).isEmpty();
    return !valid ? refusal : head.size() > 4 ? notAsAFrameIs : new Reply(3, refusal.id, null);
  }

  /** Reads as many elements of the array as can be read; whether that is all of a JSON text. */
  private static boolean read(String frame, List<JsonNode> elements) throws IOException {
    try (JsonParser in = SchemaOracle.JSON.createParser(frame)) {
      in.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      if (in.nextToken() != JsonToken.START_ARRAY) {
        return false;
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        elements.add(in.readValueAsTree());
      }
      return in.nextToken() == null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
