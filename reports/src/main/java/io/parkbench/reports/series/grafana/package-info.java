/** Grafana's data sources and dashboards, made from one table of panels. */
@NullMarked
package io.parkbench.reports.series.grafana;

import org.jspecify.annotations.NullMarked;
