package io.parkbench.scenarios.series;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.reports.series.grafana.Dashboard;
import io.parkbench.reports.series.grafana.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is asked of InfluxDB in InfluxQL, of version 1 and of version 2 alike. */
final class InfluxQueries {
  private final String url;
  private final String[] headers;

  InfluxQueries(String url, String... headers) {
    this.url = url;
    this.headers = headers;
  }

  /** All series of an answer. */
  private List<JsonNode> series(String query) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("db", "parkbench");
    parameters.put("epoch", "u");
    parameters.put("q", query);
    JsonNode result = Http.json(url + "/query", parameters, headers).path("results").path(0);
    if (result.has("error")) {
      throw new IOException(result.path("error").asText() + " in " + query);
    }
    List<JsonNode> all = new ArrayList<>();
    result.path("series").forEach(all::add);
    return all;
  }

  long count(String run) throws IOException {
    long count = 0;
    for (JsonNode series : series("SELECT count(*) FROM /.*/ WHERE \"run\" = '" + run + "'")) {
      JsonNode row = series.path("values").path(0);
      for (int i = 1; i < row.size(); i++) {
        count += row.get(i).asLong();
      }
    }
    return count;
  }

  SortedMap<String, List<String>> values(String run) throws IOException {
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (JsonNode series : series("SELECT * FROM /.*/ WHERE \"run\" = '" + run + "' GROUP BY *")) {
      Map<String, String> tags = new TreeMap<>();
      series.path("tags").properties().stream()
          .filter(tag -> !tag.getKey().equals("run") && !tag.getValue().asText().isEmpty())
          .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
      for (JsonNode row : series.path("values")) {
        for (int i = 1; i < row.size(); i++) {
          if (!row.get(i).isNull()) {
            String name = series.path("name").asText() + "_" + series.path("columns").get(i).asText() + tags;
            all.computeIfAbsent(name, key -> new ArrayList<>()).add(row.get(0).asLong() + " " + row.get(i).asDouble());
          }
        }
      }
    }
    all.replaceAll((name, values) -> values.stream().distinct().sorted().toList());
    return all;
  }

  int rows(String query, long from, long to) throws IOException {
    List<JsonNode> answer = series(
        query.replace("$timeFilter", "time >= " + from + "u AND time <= " + to + "u").replace("$__interval", "1h"));
    return (int) answer.stream()
        .filter(series -> series.path("values").valueStream().anyMatch(row -> !row.get(1).isNull()))
        .count();
  }

  List<String> choices(Dashboard.Variable variable, Map<String, String> chosen) throws IOException {
    String query = Language.INFLUXQL.values(variable.tag(), variable.field(), variable.where());
    for (Map.Entry<String, String> value : chosen.entrySet()) {
      query = query.replace("${" + value.getKey() + ":regex}", value.getValue());
    }
    List<String> values = new ArrayList<>();
    for (JsonNode series : series(query)) {
      series.path("values").forEach(row -> values.add(row.get(1).asText()));
    }
    return values;
  }
}
