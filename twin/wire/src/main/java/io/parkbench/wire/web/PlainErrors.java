package io.parkbench.wire.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a client is told that did not speak HTTP well enough to reach the service: a problem document with nothing of the server in it. */
final class PlainErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 500 : response.getStatus();
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    Content.Sink.write(response, true, new String(body(status), StandardCharsets.UTF_8), callback);
    return true;
  }

  private static byte[] body(int status) {
    String title = HttpStatus.getMessage(status);
    return Problems.body(status, title, title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
  }
}
