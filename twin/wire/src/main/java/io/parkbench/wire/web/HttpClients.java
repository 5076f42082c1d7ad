package io.parkbench.wire.web;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Between our requests and responses and those of the JDK's client. */
final class HttpClients {
  private static final int THREADS = 2;

  private HttpClients() {}

  static ExecutorService threads() {
    return Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("parkbench-web-client-", 0).daemon().factory());
  }

  /** @param trust null for what this Java believes */
  static HttpClient client(@Nullable Trust trust, ExecutorService threads) {
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER).executor(threads);
    return trust == null ? builder.build() : builder.sslContext(trust.sslContext()).build();
  }

  static HttpRequest request(WebRequest request, String host, int port) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    URI uri = URI.create((request.secure() ? "https://" : "http://") + name + ":" + port + request.target());
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).method(
        request.method(),
        request.body().length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request.headers().fields().forEach((field, values) -> values.forEach(value -> builder.header(field, value)));
    return builder.build();
  }

  static WebResponse response(HttpResponse<?> response, byte[] body) {
    return WebResponse.of(response.statusCode(), WebHeaders.of(response.headers().map()), body);
  }
}
