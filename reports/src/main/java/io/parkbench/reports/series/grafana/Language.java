package io.parkbench.reports.series.grafana;

import io.parkbench.reports.series.Field;
import io.parkbench.reports.series.grafana.Panel.Curve;
import io.parkbench.reports.series.grafana.Panel.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a server is asked in. InfluxDB 2 answers InfluxQL on its 1.x query address, as InfluxDB 1 does; VictoriaMetrics and Prometheus answer PromQL. Grafana
 * fills in variables and intervals.
 */
public enum Language {
  INFLUXQL("InfluxDB", "influxdb", "parkbench-influxdb") {
    @Override
    public String query(Curve curve) {
      String where = curve.where().stream().map(tag -> " AND \"" + tag + "\" =~ /^${" + tag + ":regex}$/")
          .collect(Collectors.joining());
      String by = curve.by().stream().map(tag -> ", \"" + tag + "\"").collect(Collectors.joining());
      String fill = curve.fold() == Fold.LAST ? "previous" : "none";
      return "SELECT " + curve.fold().name().toLowerCase(Locale.ROOT) + "(\"" + curve.field().field() + "\") FROM \""
          + curve.field().measurement() + "\" WHERE $timeFilter" + where + " GROUP BY time($__interval)" + by + " fill(" + fill
          + ")";
    }

    @Override
    public String values(String tag, Field field, List<String> where) {
      String narrowed = where.stream().map(name -> "\"" + name + "\" =~ /^${" + name + ":regex}$/")
          .collect(Collectors.joining(" AND "));
      return "SHOW TAG VALUES FROM \"" + field.measurement() + "\" WITH KEY = \"" + tag + "\""
          + (narrowed.isEmpty() ? "" : " WHERE " + narrowed);
    }

    @Override
    public String legend(Curve curve) {
      return curve.field().field() + curve.by().stream().map(tag -> " $tag_" + tag).collect(Collectors.joining());
    }
  },

  PROMQL("VictoriaMetrics", "prometheus", "parkbench-metrics") {
    @Override
    public String query(Curve curve) {
      String series = curve.field().metric() + selector(curve.where());
      String within = switch (curve.fold()) {
        case LAST -> "last_over_time(" + series + "[1d])";
        case MAX -> "max_over_time(" + series + "[$__interval])";
        case SUM -> "sum_over_time(" + series + "[$__interval])";
      };
      String over = curve.fold() == Fold.SUM ? "sum" : "max";
      return over + "(" + within + ")" + (curve.by().isEmpty() ? "" : " by (" + String.join(", ", curve.by()) + ")");
    }

    @Override
    public String values(String tag, Field field, List<String> where) {
      return "label_values(" + field.metric() + selector(where) + ", " + tag + ")";
    }

    @Override
    public String legend(Curve curve) {
      return curve.field().field() + curve.by().stream().map(tag -> " {{" + tag + "}}").collect(Collectors.joining());
    }
  };

  private final String server;
  private final String type;
  private final String uid;

  Language(String server, String type, String uid) {
    this.server = server;
    this.type = type;
    this.uid = uid;
  }

  /** For titles. */
  public String server() {
    return server;
  }

  /** Grafana's name of the kind of data source. */
  public String type() {
    return type;
  }

  /** The data source, as it is provisioned. */
  public String uid() {
    return uid;
  }

  /** The query of a curve, with Grafana's variables in it. */
  public abstract String query(Curve curve);

  /** The query for the values that a variable can have. */
  public abstract String values(String tag, Field field, List<String> where);

  /** How Grafana is told to name a series. */
  public abstract String legend(Curve curve);

  private static String selector(List<String> where) {
    List<String> terms = new ArrayList<>();
    for (String tag : where) {
      terms.add(tag + "=~\"$" + tag + "\"");
    }
    return terms.isEmpty() ? "" : "{" + String.join(", ", terms) + "}";
  }
}
