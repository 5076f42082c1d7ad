package io.parkbench.scenarios.series;

import java.io.IOException;
import java.nio.file.Path;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The contract on InfluxDB 2 in a container, the version that {@code docker/compose.yaml} names; skipped without Docker. */
@Testcontainers(disabledWithoutDocker = true)
class Influx2Test extends SeriesContract {
  @Override
  Store store(Path folder) throws IOException {
    return new Influx2();
  }
}
