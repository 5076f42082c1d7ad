package io.parkbench.scenarios.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** The contract on InfluxDB 1; skipped where there is none. */
class Influx1Test extends SeriesContract {
  @Override
  Store store(Path folder) throws IOException {
    Path program = Child.program("PARKBENCH_INFLUXD", "influxd");
    assumeTrue(program != null, "no InfluxDB 1 here: apt-get install influxdb, or name influxd in PARKBENCH_INFLUXD");
    return new Influx1(java.util.Objects.requireNonNull(program), folder);
  }
}
