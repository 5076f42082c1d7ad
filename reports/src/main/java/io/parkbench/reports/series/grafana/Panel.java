package io.parkbench.reports.series.grafana;

import io.parkbench.reports.series.Field;
import java.util.List;

/**
 * One panel of a dashboard: what it shows, by which tags it is split, and how; the queries in each language follow from it.
 *
 * @param unit Grafana's name of the unit
 * @param curves what it shows
 * @param look how
 */
public record Panel(String title, String unit, Look look, List<Curve> curves) {
  /** How a panel shows its curves. */
  public enum Look {
    /** Steps over time: a value holds until the next one. */
    STEPS,
    /** States as bands over time. */
    BANDS,
    /** One number for each. */
    NUMBERS,
    /** Events as dots. */
    DOTS
  }

  /**
   * One query of a panel.
   *
   * @param fold how values within an interval become one
   * @param by tags that tell its series apart
   * @param where tags that have to be as the dashboard's variable of that name says
   */
  public record Curve(Field field, Fold fold, List<String> by, List<String> where) {
    public Curve {
      by = List.copyOf(by);
      where = List.copyOf(where);
    }
  }

  /** How the values within an interval become one. */
  public enum Fold {
    /** The last one; a value holds until the next. */
    LAST,
    MAX,
    SUM
  }

  public Panel {
    curves = List.copyOf(curves);
  }

  /** Held values of one field. */
  static Panel of(String title, String unit, Field field, List<String> by, List<String> where) {
    return new Panel(title, unit, Look.STEPS, List.of(new Curve(field, Fold.LAST, by, where)));
  }

  /** The words of a state, as bands. */
  static Panel states(String title, Field field, List<String> by, List<String> where) {
    return new Panel(title, "none", Look.BANDS, List.of(new Curve(field, Fold.LAST, by, where)));
  }
}
