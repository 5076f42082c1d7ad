package io.parkbench.scenarios.series;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.reports.series.SeriesTarget;
import io.parkbench.reports.series.grafana.Dashboard;
import io.parkbench.reports.series.grafana.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** VictoriaMetrics, which takes InfluxDB's write requests and answers PromQL. It has instants to the millisecond. */
final class VictoriaMetrics implements Store {
  private final String url;
  private final Child child;

  VictoriaMetrics(Path program, Path folder) throws IOException {
    String address = "127.0.0.1:" + Http.freePort();
    url = "http://" + address;
    child = new Child(
        List.of(
            program.toString(), "-httpListenAddr=" + address, "-storageDataPath=" + folder.resolve("data"), "-retentionPeriod=100y",
            "-memory.allowedBytes=256MB", "-search.maxUniqueTimeseries=1000000", "-search.maxStalenessInterval=24h",
            "-search.latencyOffset=0s",
            "-loggerLevel=WARN"),
        folder.resolve("log"));
  }

  @Override
  public void start() throws IOException {
    child.start();
    Http.await(url + "/health");
  }

  @Override
  public void stop() throws IOException {
    child.stop();
  }

  @Override
  public SeriesTarget target() {
    return new SeriesTarget(url, "parkbench", "parkbench", null);
  }

  @Override
  public Language language() {
    return Language.PROMQL;
  }

  @Override
  public long count(String run) throws IOException {
    long[] count = {0};
    export(run, (metric, series) -> count[0] += series.path("values").size());
    return count[0];
  }

  @Override
  public SortedMap<String, List<String>> values(String run) throws IOException {
    SortedMap<String, List<String>> all = new TreeMap<>();
    export(run, (metric, series) -> {
      List<String> values = all.computeIfAbsent(metric, key -> new ArrayList<>());
      for (int i = 0; i < series.path("values").size(); i++) {
        values.add(series.path("timestamps").get(i).asLong() + " " + series.path("values").get(i).asDouble());
      }
    });
    all.replaceAll((metric, values) -> values.stream().distinct().sorted().toList());
    return all;
  }

  private void export(String run, BiConsumer<String, JsonNode> series) throws IOException {
    flush();
    String lines = Http.get(
        url + "/api/v1/export", Map.of("match[]", "{run=\"" + run + "\"}", "start", "0", "end", "4102444800"));
    for (String line : lines.split("\n")) {
      if (!line.isBlank()) {
        JsonNode node = Http.JSON.readTree(line);
        ((ObjectNode) node.path("metric")).remove("run");
        Map<String, String> tags = new TreeMap<>();
        node.path("metric").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        series.accept(tags.toString(), node);
      }
    }
  }

  /** What it took in a moment ago is not found before that. */
  private void flush() throws IOException {
    Http.get(url + "/internal/force_flush", Map.of());
  }

  @Override
  public int rows(String query, long from, long to) throws IOException {
    flush();
    String asked = query.replace("$__interval", "1h");
    JsonNode answer = Http.json(
        url + "/api/v1/query_range", Map.of(
            "query", asked, "start", String.valueOf(from / 1_000_000), "end", String.valueOf(to / 1_000_000), "step", "3600"));
    return answer.path("data").path("result").size();
  }

  @Override
  public List<String> choices(Dashboard.Variable variable, Map<String, String> chosen) throws IOException {
    String query = language().values(variable.tag(), variable.field(), variable.where());
    String selector = query.substring("label_values(".length(), query.lastIndexOf(','));
    for (Map.Entry<String, String> value : chosen.entrySet()) {
      selector = selector.replace("$" + value.getKey(), value.getValue());
    }
    JsonNode answer = Http.json(
        url + "/api/v1/label/" + variable.tag() + "/values", Map.of("match[]", selector, "start", "0", "end", "4102444800"));
    List<String> values = new ArrayList<>();
    answer.path("data").forEach(value -> values.add(value.asText()));
    return values;
  }

  @Override
  public void close() throws IOException {
    child.stop();
  }
}
