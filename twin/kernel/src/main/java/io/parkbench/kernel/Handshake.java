package io.parkbench.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a station says when it connects.
 *
 * @param identity the OCPP box identity, the last segment of the URL, unescaped
 * @param subprotocols the WebSocket subprotocols offered, in the order of preference; may be empty
 * @param authorization the value of the HTTP header of that name, or null
 * @param path what came before the identity in the URL, like {@code /site-2}; empty for nothing, and at the dialling end
 */
public record Handshake(String identity, List<String> subprotocols, @Nullable String authorization, String path) {
  public Handshake {
    subprotocols = List.copyOf(subprotocols);
  }

  /** At the top of a server. */
  public Handshake(String identity, List<String> subprotocols, @Nullable String authorization) {
    this(identity, subprotocols, authorization, "");
  }

  /** The same, of a station that goes by another name here. */
  public Handshake called(String name) {
    return new Handshake(name, subprotocols, authorization, path);
  }

  /** The usual one: {@code ocpp1.6}, no password. */
  public static Handshake ocpp16(String identity) {
    return new Handshake(identity, List.of("ocpp1.6"), null);
  }
}
