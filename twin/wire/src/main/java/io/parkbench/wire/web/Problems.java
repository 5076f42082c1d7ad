package io.parkbench.wire.web;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebResponse;
import java.nio.charset.StandardCharsets;

/** The few problem documents (RFC 9457) that a server sends without asking its service. */
final class Problems {
  static final String TYPE = "application/problem+json";

  static final WebResponse TOO_LARGE = response(413, "Body too large", "body-too-large");
  static final WebResponse TOO_SLOW = response(503, "No answer in time", "service-timeout");
  static final WebResponse TRICKLING = response(408, "Body too slow", "body-too-slow");
  static final WebResponse UNREADABLE = response(400, "Body unreadable", "body-unreadable");
  static final WebResponse BROKEN = WebResponse.of(500, WebHeaders.NONE, "");

  private Problems() {}

  private static WebResponse response(int status, String title, String code) {
    return WebResponse.of(status, WebHeaders.of("Content-Type", TYPE, "Cache-Control", "no-store"), body(status, title, code));
  }

  /** @param title and {@code code} without anything that JSON would escape */
  static byte[] body(int status, String title, String code) {
    return ("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"code\":\"" + code + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
