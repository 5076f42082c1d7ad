package io.parkbench.scenarios.series;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain requests to a server under test. */
final class Http {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Http() {}

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static String get(String url, Map<String, String> parameters, String... headers) throws IOException {
    String query = parameters.entrySet().stream().map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
        .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(url + "?" + query)).GET(), headers);
  }

  static JsonNode json(String url, Map<String, String> parameters, String... headers) throws IOException {
    return JSON.readTree(get(url, parameters, headers));
  }

  static String post(String url, Map<String, String> form) throws IOException {
    String body = form.entrySet().stream().map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
        .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body)), "Content-Type",
        "application/x-www-form-urlencoded");
  }

  static HttpResponse<String> post(String url, byte[] body) throws IOException {
    return exchange(HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  private static String send(HttpRequest.Builder request, String... headers) throws IOException {
    HttpResponse<String> answer = exchange((headers.length == 0 ? request : request.headers(headers)).build());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static HttpResponse<String> exchange(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Waits until the server answers there. */
  static void await(String url) throws IOException {
    long until = RealTime.nanos() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try {
        get(url, Map.of());
        return;
      } catch (IOException notYet) {
        if (RealTime.nanos() > until) {
          throw new IOException("no answer from " + url, notYet);
        }
        RealTime.rest(50_000_000);
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
