package io.parkbench.scenarios.series;

import io.parkbench.reports.series.SeriesTarget;
import io.parkbench.reports.series.grafana.Dashboard;
import io.parkbench.reports.series.grafana.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.testcontainers.containers.FixedHostPortGenericContainer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** InfluxDB 2 in a container, set up as {@code docker/compose.yaml} sets it up. */
final class Influx2 implements Store {
  static final String IMAGE = "influxdb:2.7";
  private static final String TOKEN = "token-of-a-test";
  private static final int PORT = 8086;

  private final int port;
  private final GenericContainer<?> container;
  private final InfluxQueries queries;

  @SuppressWarnings("deprecation") // after an outage it has to be where it was
  Influx2() throws IOException {
    port = Http.freePort();
    container = new FixedHostPortGenericContainer<>(IMAGE)
        .withFixedExposedPort(port, PORT)
        .withEnv("DOCKER_INFLUXDB_INIT_MODE", "setup")
        .withEnv("DOCKER_INFLUXDB_INIT_USERNAME", "parkbench")
        .withEnv("DOCKER_INFLUXDB_INIT_PASSWORD", "password-of-a-test")
        .withEnv("DOCKER_INFLUXDB_INIT_ORG", "parkbench")
        .withEnv("DOCKER_INFLUXDB_INIT_BUCKET", "parkbench")
        .withEnv("DOCKER_INFLUXDB_INIT_ADMIN_TOKEN", TOKEN)
        .waitingFor(Wait.forHttp("/health").forPort(PORT));
    queries = new InfluxQueries("http://127.0.0.1:" + port, "Authorization", "Token " + TOKEN);
  }

  @Override
  public void start() throws IOException {
    if (container.isCreated()) {
      container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
    } else {
      container.start();
    }
    Http.await("http://127.0.0.1:" + port + "/health");
  }

  @Override
  public void stop() {
    container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public SeriesTarget target() {
    return new SeriesTarget("http://127.0.0.1:" + port, "parkbench", "parkbench", TOKEN);
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
  public void close() {
    container.stop();
  }
}
