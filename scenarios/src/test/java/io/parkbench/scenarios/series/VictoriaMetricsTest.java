package io.parkbench.scenarios.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** The contract on VictoriaMetrics; skipped where there is none. */
class VictoriaMetricsTest extends SeriesContract {
  @Override
  Store store(Path folder) throws IOException {
    Path program = Child.program("PARKBENCH_VICTORIA_METRICS", "victoria-metrics");
    assumeTrue(
        program != null,
        "no VictoriaMetrics here: apt-get install victoria-metrics, or name its program in PARKBENCH_VICTORIA_METRICS");
    return new VictoriaMetrics(java.util.Objects.requireNonNull(program), folder);
  }
}
