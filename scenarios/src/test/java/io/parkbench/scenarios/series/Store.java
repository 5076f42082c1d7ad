package io.parkbench.scenarios.series;

import io.parkbench.reports.series.SeriesTarget;
import io.parkbench.reports.series.grafana.Dashboard;
import io.parkbench.reports.series.grafana.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A time-series server of the test's own, and what is in it. */
interface Store extends AutoCloseable {
  /** Starts it, also again after {@link #stop}, with what it had; returns once it answers. */
  void start() throws IOException;

  /** Stops it as an operator does: it keeps what it has confirmed, and refuses connections. */
  void stop() throws IOException;

  SeriesTarget target();

  Language language();

  /** How many values it has of the run. */
  long count(String run) throws IOException;

  /** Values of the run by series, the tag {@code run} left out: {@code instant value}, sorted, each once; instants as fine as the server has them. */
  SortedMap<String, List<String>> values(String run) throws IOException;

  /**
   * How many series the query of a panel returns.
   *
   * @param query with Grafana's variables filled in, but for time
   * @param from µs since 1970, as {@code to}
   */
  int rows(String query, long from, long to) throws IOException;

  /** What a dashboard's variable offers. */
  List<String> choices(Dashboard.Variable variable, Map<String, String> chosen) throws IOException;

  @Override
  void close() throws IOException;
}
