package io.parkbench.protocol.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Seed;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R-OCPP-1: we read and write exactly what the schemas allow, for all 56 payloads. */
class StrictnessTest {
  private static final SchemaOracle ORACLE = new SchemaOracle();

  private final OcppCodec codec = new OcppCodec(1 << 20);

  static Stream<Class<? extends Message>> payloads() {
    return Stream.of(Action.values()).flatMap(action -> Stream.of(action.request(), action.response()));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void whatWeWriteIsValidAndReadsBackTheSame(Class<? extends Message> type) throws Exception {
    AnyMessage any = new AnyMessage(new Seed(1).fork("round-trip/" + type.getName()));
    for (int i = 0; i < 200; i++) {
      Message message = any.draw(type);
      String text = codec.encode(frame(message));
      assertEquals(List.of(), ORACLE.complaints(type, payload(text)), text);
      assertEquals(frame(message), read(text, type), text);
      assertEquals(text, codec.encode(read(text, type)));
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void whatTheSchemaRefusesWeRefuseAndNothingElse(Class<? extends Message> type) throws Exception {
    AnyMessage any = new AnyMessage(new Seed(2).fork("mutations/" + type.getName()));
    for (int i = 0; i < 20; i++) {
      for (Mutation mutation : Mutation.of(payload(codec.encode(frame(any.draw(type)))))) {
        boolean toleratedThere = type == MeterValues.Req.class && mutation.isBeyondAnyTransaction();
        boolean valid = toleratedThere || ORACLE.complaints(type, mutation.payload()).isEmpty();
        FrameException refusal = refusal(type, mutation.payload());
        assertEquals(valid, refusal == null, () -> mutation + " -> " + refusal);
        if (refusal != null) {
          assertEquals(expected(mutation), refusal.error(), () -> mutation + " -> " + refusal);
          assertTrue(refusal.description().startsWith(mutation.path()), () -> mutation + " -> " + refusal);
        }
      }
    }
  }

  /** The code for a change that makes a payload invalid. */
  private static OcppError expected(Mutation mutation) {
    JsonNode after = mutation.after();
    if (after == null) {
      return OcppError.ProtocolError;
    } else if (mutation.path().endsWith("surplus") || after.has("a")) {
      return mutation.before().isObject() ? OcppError.FormationViolation : OcppError.TypeConstraintViolation;
    } else if (mutation.before().isObject() && after.isObject()) {
      return OcppError.ProtocolError;
    } else if (mutation.before().isArray() && after.isArray()) {
      return after.isEmpty()
          ? OcppError.OccurenceConstraintViolation
          : after.get(0).isObject() && mutation.before().get(0).isObject()
              ? OcppError.ProtocolError
              : OcppError.TypeConstraintViolation;
    }
    boolean sameType = mutation.before().isIntegralNumber()
        ? after.isIntegralNumber()
        : mutation.before().getNodeType() == after.getNodeType();
    return sameType ? OcppError.PropertyConstraintViolation : OcppError.TypeConstraintViolation;
  }

  private @Nullable FrameException refusal(Class<? extends Message> type, JsonNode payload) {
    try {
      read(wrap(type, payload.toString()), type);
      return null;
    } catch (FrameException e) {
      return e;
    }
  }

  private static String wrap(Class<? extends Message> type, String payload) {
    Action action = action(type);
    return action.request() == type ? "[2,\"1\",\"" + action + "\"," + payload + "]" : "[3,\"1\"," + payload + "]";
  }

  private static Frame frame(Message message) {
    return switch (message) {
      case Request<?> request -> new Frame.Call("1", request);
      case Response response -> new Frame.CallResult("1", response);
    };
  }

  private Frame read(String text, Class<? extends Message> type) {
    Action action = action(type);
    Role receiver = action.mayBeCalledBy(Role.CHARGE_POINT) ? Role.CENTRAL_SYSTEM : Role.CHARGE_POINT;
    return codec.decode(text, receiver, id -> action);
  }

  private static Action action(Class<? extends Message> type) {
    return Stream.of(Action.values())
        .filter(action -> action.request() == type || action.response() == type)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode payload(String frame) throws Exception {
    JsonNode elements = SchemaOracle.JSON.readTree(frame);
    return elements.get(elements.size() - 1);
  }
}
