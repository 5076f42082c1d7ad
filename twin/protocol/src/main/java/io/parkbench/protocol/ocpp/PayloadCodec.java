package io.parkbench.protocol.ocpp;

import java.io.IOException;

/**
 * JSON of one type.
 *
 * @param <T> the type
 */
interface PayloadCodec<T> {
  /** Reads the value on which {@code in} stands, to its last token. */
  T read(PayloadReader in) throws IOException;

  void write(T value, PayloadWriter out);
}
