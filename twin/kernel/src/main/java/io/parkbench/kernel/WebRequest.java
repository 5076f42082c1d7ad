package io.parkbench.kernel;

import java.nio.charset.StandardCharsets;

/**
 * An HTTP request.
 *
 * @param method in capitals
 * @param target path and query as on the wire, still escaped: {@code /api/v2/zones?limit=2}
 * @param body as it came, empty for none; never changed by anybody
 * @param from the address of the one who asks, as the server sees it
 * @param secure whether it came over TLS
 */
@SuppressWarnings("ArrayRecordComponent")
public record WebRequest(String method, String target, WebHeaders headers, byte[] body, String from, boolean secure) {

  /** One without body over TLS. */
  public static WebRequest of(String method, String target, WebHeaders headers, String from) {
    return new WebRequest(method, target, headers, new byte[0], from, true);
  }

  /** The body as text in UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
