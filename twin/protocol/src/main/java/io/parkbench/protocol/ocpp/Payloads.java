package io.parkbench.protocol.ocpp;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The codec of each payload, made when it is first needed. */
final class Payloads {
  private static final ClassValue<PayloadCodec<?>> CODECS = new ClassValue<>() {
    @Override
    protected PayloadCodec<?> computeValue(Class<?> type) {
      return type == MeterValues.Req.class ? new MeterValuesCodec() : new RecordCodec<>(type);
    }
  };

  private Payloads() {}

  @SuppressWarnings("unchecked") // a codec is made for its class
  private static <M extends Message> PayloadCodec<M> codec(Class<M> type) {
    return (PayloadCodec<M>) CODECS.get(type);
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
