package io.parkbench.protocol.ocpp;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The codec of each payload. */
final class Payloads {
  private static final Map<Class<?>, PayloadCodec<?>> CODECS = new HashMap<>();

  static {
    for (Action action : Action.values()) {
      CODECS.put(action.request(), new RecordCodec<>(action.request()));
      CODECS.put(action.response(), new RecordCodec<>(action.response()));
    }
  }

  private Payloads() {}

  @SuppressWarnings("unchecked") // the map is filled by class
  static <M extends Message> PayloadCodec<M> codec(Class<M> type) {
    return (PayloadCodec<M>) Objects.requireNonNull(CODECS.get(type));
  }

  /** Reads the object, or the null that may stand for an empty one, on which {@code in} stands. */
  static <M extends Message> M read(Class<M> type, PayloadReader in) throws IOException {
    if (in.token() != JsonToken.VALUE_NULL) {
      return codec(type).read(in);
    }
    try (PayloadReader empty = new PayloadReader("{}")) {
      empty.next();
      return codec(type).read(empty);
    }
  }

  @SuppressWarnings("unchecked") // a message is of its own class
  static void write(Message message, PayloadWriter out) {
    ((PayloadCodec<Message>) codec(message.getClass())).write(message, out);
  }
}
