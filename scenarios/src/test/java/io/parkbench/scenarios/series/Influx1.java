package io.parkbench.scenarios.series;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parkbench.reports.series.SeriesTarget;
import io.parkbench.reports.series.grafana.Dashboard;
import io.parkbench.reports.series.grafana.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * InfluxDB 1, as distributions have it. It knows the line protocol and InfluxQL but not the write address of version 2, so a door before it hands those
 * requests on, and is shut while the server is away.
 */
final class Influx1 implements Store {
  private final int inner;
  private final int door;
  private final Child child;
  private final InfluxQueries queries;
  private @Nullable HttpServer open;

  Influx1(Path program, Path folder) throws IOException {
    inner = Http.freePort();
    door = Http.freePort();
    Path config = folder.resolve("influxdb.conf");
    Files.writeString(
        config,
        """
            reporting-disabled = true
            bind-address = "127.0.0.1:%d"
            [meta]
            dir = "%s/meta"
            [data]
            dir = "%s/data"
            wal-dir = "%s/wal"
            max-series-per-database = 0
            [monitor]
            store-enabled = false
            [http]
            bind-address = "127.0.0.1:%d"
            log-enabled = false
            """.replace("%s", folder.toString()).replaceFirst("%d", String.valueOf(Http.freePort()))
            .replaceFirst("%d", String.valueOf(inner)));
    child = new Child(List.of(program.toString(), "run", "-config", config.toString()), folder.resolve("log"));
    queries = new InfluxQueries("http://127.0.0.1:" + inner);
  }

  @Override
  public void start() throws IOException {
    child.start();
    Http.await("http://127.0.0.1:" + inner + "/ping");
    Http.post("http://127.0.0.1:" + inner + "/query", Map.of("q", "CREATE DATABASE parkbench"));
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), door), 0);
    server.createContext("/api/v2/write", this::handOn);
    server.start();
    open = server;
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String query = exchange.getRequestURI().getQuery();
      if (!query.contains("precision=us") || !query.contains("bucket=parkbench")) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      HttpResponse<String> answer = Http.post("http://127.0.0.1:" + inner + "/write?db=parkbench&precision=u", body);
      byte[] said = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.statusCode(), said.length == 0 ? -1 : said.length);
      if (said.length > 0) {
        exchange.getResponseBody().write(said);
      }
    }
  }

  @Override
  public void stop() throws IOException {
    HttpServer server = open;
    if (server != null) {
      open = null;
      server.stop(1);
    }
    child.stop();
  }

  @Override
  public SeriesTarget target() {
    return new SeriesTarget("http://127.0.0.1:" + door, "parkbench", "parkbench", null);
  }

  @Override
  public Language language() {
    return Language.INFLUXQL;
  }

  @Override
  public long count(String run) throws IOException {
    return queries.count(run);
  }

  @Override
  public SortedMap<String, List<String>> values(String run) throws IOException {
    return queries.values(run);
  }

  @Override
  public int rows(String query, long from, long to) throws IOException {
    return queries.rows(query, from, to);
  }

  @Override
  public List<String> choices(Dashboard.Variable variable, Map<String, String> chosen) throws IOException {
    return queries.choices(variable, chosen);
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
