package io.parkbench.gateway.api;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Serves the page to read and try the API: nothing of it is secret, all that it shows it asks for with its reader's login (R-BEMS-10). */
final class DocsPage {
  private static final String AT = "/api/docs";
  private static final Map<String, String> TYPES = new TreeMap<>(
      Map.of(
          AT, "text/html;charset=utf-8",
          AT + "/docs.css", "text/css;charset=utf-8",
          AT + "/docs.js", "text/javascript;charset=utf-8"));
  private static final WebHeaders HEADERS = WebHeaders.of(
      "Cache-Control", "no-store",
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'",
      "Referrer-Policy", "no-referrer",
      "Strict-Transport-Security", "max-age=31536000",
      "X-Content-Type-Options", "nosniff");

  boolean isAt(WebRequest request) {
    return request.secure() && request.method().equals("GET") && TYPES.containsKey(request.target());
  }

  void answer(WebRequest request, WebService.Reply reply) {
    String type = Objects.requireNonNull(TYPES.get(request.target()));
    String file = request.target().equals(AT) ? "docs.html" : request.target().substring(AT.length() + 1);
    try (InputStream in = Objects.requireNonNull(DocsPage.class.getResourceAsStream("docs/" + file), file)) {
      reply.send(WebResponse.of(200, HEADERS.with("Content-Type", type), in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
