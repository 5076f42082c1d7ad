package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebResponse;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a request.
 *
 * @param status 0 where nothing came
 * @param code of the problem document, else empty
 * @param notBefore what {@code Retry-After} says, µs since 1970; 0 where it says nothing
 */
record Reply(int status, WebHeaders headers, JsonNode body, String code, String detail, long notBefore) {
  private static final long LONGEST_WAIT = Micros.HOUR;

  static Reply of(WebResponse response, long now) {
    JsonNode body = Lenient.parse(response.body());
    boolean bad = response.status() >= 400;
    String code = bad ? Lenient.text(body, "code") : "";
    String type = bad ? Lenient.text(body, "type") : "";
    String detail = bad ? Lenient.text(body, "detail") : "";
    return new Reply(
        response.status(), response.headers(), body, code.isEmpty() ? type.substring(type.lastIndexOf('/') + 1) : code,
        detail.isEmpty() && bad ? "HTTP " + response.status() : detail, retryAfter(response.headers().get("retry-after"), now));
  }

  static Reply nothing(String why) {
    return new Reply(0, WebHeaders.NONE, MissingNode.getInstance(), "", why, 0);
  }

  boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** Seconds or a date, as RFC 9110 has it; at most an hour. */
  private static long retryAfter(@Nullable String value, long now) {
    if (value == null) {
      return 0;
    }
    String text = value.strip();
    if (text.matches("\\d{1,18}")) {
      return now + Math.min(LONGEST_WAIT, Math.min(Long.parseLong(text), 86_400) * Micros.SECOND);
    }
    try {
      long instant = Micros.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return Math.clamp(instant, now, now + LONGEST_WAIT);
    } catch (DateTimeException odd) {
      return 0;
    }
  }
}
