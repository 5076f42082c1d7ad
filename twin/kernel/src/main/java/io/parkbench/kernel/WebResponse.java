package io.parkbench.kernel;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response, whole or the head of a stream.
 *
 * @param status 100…599
 * @param body empty for none, and for a stream; never changed by anybody
 * @param stream what follows the head for as long as either end likes; null for a whole response. At the client's end it is null as
 *     well: there the chunks come to {@link WebAnswer#heard}
 */
@SuppressWarnings("ArrayRecordComponent")
public record WebResponse(int status, WebHeaders headers, byte[] body, @Nullable WebStream stream) {

  public static WebResponse of(int status, WebHeaders headers, byte[] body) {
    return new WebResponse(status, headers, body, null);
  }

  public static WebResponse of(int status, WebHeaders headers, String body) {
    return of(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A head with status 200, behind which {@code stream} sends chunks. */
  public static WebResponse streaming(WebHeaders headers, WebStream stream) {
    return new WebResponse(200, headers, new byte[0], stream);
  }

  /** The body as text in UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return status + " (" + body.length + " bytes)";
  }
}
