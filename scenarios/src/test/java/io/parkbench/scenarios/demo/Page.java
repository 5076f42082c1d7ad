package io.parkbench.scenarios.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.scenarios.demo.world.Dressing;
import io.parkbench.scenarios.demo.world.WorldPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalTime;

/** A virtual car park on a free port, its clock turned by a thread of its own, and a client that speaks as the page does. */
final class Page implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final VirtualCarPark park;
  private final Thread clock;

  Page(String site) throws Exception {
    WorldPlan plan = new WorldPlan(Dressing.of(site), 3, LocalTime.of(8, 0), true);
    park = VirtualCarPark.open(plan, 60, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    clock = Thread.ofPlatform().name("parkbench-demo-test").start(park::run);
    command("{\"do\": \"pause\"}");
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + park.port() + path);
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).build());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  HttpResponse<String> post(String command) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri("/command")).timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(command)).build());
  }

  /** One that is carried out. */
  JsonNode command(String command) throws IOException, InterruptedException {
    HttpResponse<String> response = post(command);
    assertEquals(200, response.statusCode(), command + ": " + response.body());
    return JSON.readTree(response.body());
  }

  /** Lets simulated time pass at once. */
  void pass(int seconds) throws IOException, InterruptedException {
    command("{\"do\": \"step\", \"seconds\": " + seconds + "}");
  }

  /** What a viewer who comes now sees. */
  JsonNode state() throws IOException, InterruptedException {
    try (Viewer viewer = new Viewer(this)) {
      return viewer.state();
    }
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() throws InterruptedException {
    park.close();
    clock.join(10_000);
    client.shutdownNow();
  }
}
