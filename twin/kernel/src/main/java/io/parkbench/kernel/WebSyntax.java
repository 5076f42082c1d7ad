package io.parkbench.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What can be said in HTTP/1.1, so that a request or response that passes in memory passes on a socket too, unchanged. What the
 * protocol writes itself, such as the length of a body, may not be given.
 */
public final class WebSyntax {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final Set<String> OF_THE_CONNECTION = Set
      .of("connection", "content-length", "expect", "host", "http2-settings", "keep-alive", "sec-websocket-version", "te",
          "trailer", "transfer-encoding", "upgrade");
  /** What a server says of itself, which would tell the time of day or its make. */
  private static final Set<String> OF_THE_SERVER = Set.of("date", "server");

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private WebSyntax() {}

  /** Throws {@link IllegalArgumentException} where {@code request} cannot be sent. */
  public static void check(WebRequest request) {
    if (!isToken(request.method()) || request.method().equals("CONNECT")) {
      throw new IllegalArgumentException("no request can be made with the method '" + request.method() + "'");
    }
    if (!isTarget(request.target())) {
      throw new IllegalArgumentException(
          "not the target of a request: '" + request.target() + "' (a path that starts with / and a query, escaped)");
    }
    checkFields(request.headers());
  }

  /** Throws {@link IllegalArgumentException} where {@code response} cannot be sent. */
  public static void check(WebResponse response) {
    if (response.status() < 200 || response.status() > 599) {
      throw new IllegalArgumentException("not the status of a response: " + response.status() + " (200 to 599)");
    }
    checkFields(response.headers());
    for (String name : response.headers().fields().keySet()) {
      if (OF_THE_SERVER.contains(name)) {
        throw new IllegalArgumentException("the header " + name + " is not for services to write");
      }
    }
  }

  /** Whether the response to a request of this method has a body at all. */
  public static boolean hasBody(String method, int status) {
    return !method.equals("HEAD") && status != NO_CONTENT && status != NOT_MODIFIED;
  }

  private static void checkFields(WebHeaders headers) {
    for (Map.Entry<String, List<String>> field : headers.fields().entrySet()) {
      if (!isToken(field.getKey()) || OF_THE_CONNECTION.contains(field.getKey().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("the header " + field.getKey() + " cannot be given");
      }
      for (String value : field.getValue()) {
        if (!value.equals(value.strip()) || !value.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == '\t')) {
          throw new IllegalArgumentException(
              "the header " + field.getKey() + " has a value that cannot be sent: ASCII without line breaks");
        }
      }
    }
  }

  private static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(
        c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || TOKEN_MARKS.indexOf(c) >= 0);
  }

  private static boolean isTarget(String target) {
    if (!target.startsWith("/") || !target.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '#')) {
      return false;
    }
    // clients leave out an empty query, and servers refuse a zero
    if (target.indexOf('?') == target.length() - 1 || target.contains("%00")) {
      return false;
    }
    try {
      String path = new URI("https://host" + target).getRawPath();
      return path != null && !climbs(path);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether a path leads out of the root, which every server refuses. */
  private static boolean climbs(String path) {
    int depth = 0;
    for (String segment : path.substring(1).split("/", -1)) {
      String name = segment.replaceAll(";.*", "").replaceAll("(?i)%2e", ".");
      depth += name.equals("..") ? -1 : name.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }
}
