package io.parkbench.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** OCPP-J URLs: the identity is the last segment of the path, percent-encoded (OCPP-J 1.6, 3.1.1). */
final class Urls {
  private Urls() {}

  static String escape(String identity) {
    return URLEncoder.encode(identity, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
