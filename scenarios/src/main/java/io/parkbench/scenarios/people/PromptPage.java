package io.parkbench.scenarios.people;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A page for whoever stands at the device: what is to be done, and a button that says it is. It looks for news every two seconds by itself. A
 * page elsewhere cannot press the button.
 */
public final class PromptPage implements WebService {
  private static final WebHeaders HTML = WebHeaders.of(
      "Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff",
      "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
  private static final int FOUND = 303;

  private final PromptDesk desk;

  public PromptPage(PromptDesk desk) {
    this.desk = desk;
  }

  @Override
  public void handle(WebRequest request, Reply reply) {
    String path = request.target().replaceAll("\\?.*", "");
    if (request.method().equals("GET") && path.equals("/")) {
      reply.send(WebResponse.of(200, HTML, page()));
    } else if (request.method().equals("POST") && path.matches("/done/\\d{1,9}")) {
      if (isElsewhere(request.headers().get("Origin"), request.headers().get("Host"))) {
        reply.send(WebResponse.of(403, HTML, "<p>Only this page's own buttons count."));
        return;
      }
      desk.done(Integer.parseInt(path.substring("/done/".length())));
      reply.send(WebResponse.of(FOUND, HTML.with("Location", "/"), ""));
    } else {
      reply.send(WebResponse.of(404, HTML, "<p>There is nothing here; the page is <a href='/'>there</a>."));
    }
  }

  private static boolean isElsewhere(@Nullable String origin, @Nullable String host) {
    if (origin == null) {
      return false;
    }
    try {
      return host == null || !host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private String page() {
    StringBuilder html = new StringBuilder("""
        <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
        <meta name="viewport" content="width=device-width"><title>Parkbench asks</title>
        <style>body{font:1.25rem/1.5 system-ui,sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
        form{border:2px solid;border-radius:.5rem;padding:1rem;margin:1rem 0}
        button{font:inherit;padding:.6rem 2rem;margin-top:.75rem;display:block}</style>
        <h1>Parkbench asks</h1><div role="status">
        """);
    if (desk.shown().isEmpty()) {
      html.append("<p>There is nothing to do now. This page tells when there is.");
    }
    for (PromptDesk.Shown one : desk.shown()) {
      html.append("<form method=\"post\" action=\"/done/").append(one.id()).append("\">Please ").append(escaped(one.what()))
          .append(".<button>Done</button></form>");
    }
    return html.append("</div></html>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
