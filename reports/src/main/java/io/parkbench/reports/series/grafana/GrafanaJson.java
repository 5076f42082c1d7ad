package io.parkbench.reports.series.grafana;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.reports.series.grafana.Panel.Curve;
import io.parkbench.reports.series.grafana.Panel.Look;
import java.io.IOException;
import java.util.List;

/** A dashboard as Grafana's own JSON (schema 39, Grafana 11). */
public final class GrafanaJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SCHEMA = 39;
  private static final int HALF = 12;
  private static final int HEIGHT = 8;
  private static final String LETTERS = "ABCDEFGH";

  private GrafanaJson() {}

  /** The file's text, with a line end. */
  public static String write(Dashboard dashboard, Language language) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("uid", uid(dashboard, language));
    root.put("title", dashboard.title() + (language == Language.INFLUXQL ? "" : " (" + language.server() + ")"));
    root.put("schemaVersion", SCHEMA);
    root.put("editable", true);
    root.put("graphTooltip", 1);
    root.put("timezone", "utc");
    root.putArray("tags").add("parkbench");
    root.putObject("time").put("from", dashboard.from()).put("to", dashboard.to());
    ArrayNode variables = root.putObject("templating").putArray("list");
    for (Dashboard.Variable variable : dashboard.variables()) {
      variable(variables.addObject(), variable, language);
    }
    ArrayNode panels = root.putArray("panels");
    for (int i = 0; i < dashboard.panels().size(); i++) {
      panel(panels.addObject(), i, dashboard.panels().get(i), language);
    }
    DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
    lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    lines.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    return JSON.writer(lines).writeValueAsString(root) + "\n";
  }

  private static String uid(Dashboard dashboard, Language language) {
    return dashboard.id() + (language == Language.INFLUXQL ? "" : "-metrics");
  }

  private static void variable(ObjectNode json, Dashboard.Variable variable, Language language) {
    json.put("name", variable.tag());
    json.put("label", variable.tag());
    json.put("type", "query");
    source(json, language);
    json.put("query", language.values(variable.tag(), variable.field(), variable.where()));
    json.put("refresh", 2);
    json.put("sort", 4);
    json.put("multi", variable.isMany());
    json.put("includeAll", variable.isMany());
    if (variable.isMany()) {
      json.put("allValue", ".*");
      json.putObject("current").put("text", "All").put("value", "$__all");
    }
  }

  private static void panel(ObjectNode json, int index, Panel panel, Language language) {
    json.put("id", index + 1);
    json.put("title", panel.title());
    json.put("type", switch (panel.look()) {
      case STEPS, DOTS -> "timeseries";
      case BANDS -> "state-timeline";
      case NUMBERS -> "stat";
    });
    source(json, language);
    json.putObject("gridPos").put("x", index % 2 * HALF).put("y", index / 2 * HEIGHT).put("w", HALF).put("h", HEIGHT);
    ObjectNode defaults = json.putObject("fieldConfig").putObject("defaults");
    defaults.put("unit", panel.unit());
    ObjectNode custom = defaults.putObject("custom");
    if (panel.look() == Look.STEPS) {
      custom.put("lineInterpolation", "stepAfter").put("fillOpacity", 0).put("showPoints", "never").put("spanNulls", true);
    } else if (panel.look() == Look.DOTS) {
      custom.put("drawStyle", "points").put("pointSize", 6);
    }
    ArrayNode targets = json.putArray("targets");
    List<Curve> curves = panel.curves();
    for (int i = 0; i < curves.size(); i++) {
      target(targets.addObject(), LETTERS.substring(i, i + 1), curves.get(i), language);
    }
  }

  private static void target(ObjectNode json, String letter, Curve curve, Language language) {
    json.put("refId", letter);
    source(json, language);
    switch (language) {
      case INFLUXQL -> json.put("rawQuery", true).put("resultFormat", "time_series").put("query", language.query(curve))
          .put("alias", language.legend(curve));
      case PROMQL -> json.put("expr", language.query(curve)).put("legendFormat", language.legend(curve)).put("range", true);
    }
  }

  private static void source(ObjectNode json, Language language) {
    json.putObject("datasource").put("type", language.type()).put("uid", language.uid());
  }
}
