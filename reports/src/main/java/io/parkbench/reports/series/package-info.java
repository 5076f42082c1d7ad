/** Recordings as time series, live and after the run, to a server that speaks InfluxDB's line protocol (R-BENCH-9). */
@NullMarked
package io.parkbench.reports.series;

import org.jspecify.annotations.NullMarked;
