package io.parkbench.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a station says when it connects.
 *
 * @param identity the OCPP box identity, the last segment of the URL, unescaped
 * @param subprotocols the WebSocket subprotocols offered, in the order of preference; may be empty
 * @param authorization the value of the HTTP header of that name, or null
 */
public record Handshake(String identity, List<String> subprotocols, @Nullable String authorization) {
  public Handshake {
    subprotocols = List.copyOf(subprotocols);
  }

  /** The usual one: {@code ocpp1.6}, no password. */
  public static Handshake ocpp16(String identity) {
    return new Handshake(identity, List.of("ocpp1.6"), null);
  }
}
