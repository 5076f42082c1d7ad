package io.parkbench.scenarios.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Draws how long the cases took, as SVG that takes its colours from the page: a histogram, or the share that was done by then. */
final class DistributionChart {
  private static final double WIDTH = 600;
  private static final double HEIGHT = 260;
  private static final double LEFT = 52;
  private static final double RIGHT = 14;
  private static final double TOP = 20;
  private static final double BOTTOM = 42;
  private static final int TICKS = 6;
  private static final int BINS = 48;
  private static final List<Double> STEPS = List.of(0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0);

  private final double[] sorted;
  private final double leastBound;
  private final double mostBound;
  private final double tick;
  private final double end;
  private final StringBuilder svg = new StringBuilder();

  /**
   * @param values s, at least one
   * @param bounds the bound of each, s; they lie close together and are drawn as a band
   */
  DistributionChart(double[] values, double[] bounds) {
    sorted = values.clone();
    Arrays.sort(sorted);
    leastBound = Arrays.stream(bounds).min().orElseThrow();
    mostBound = Arrays.stream(bounds).max().orElseThrow();
    double most = Math.max(sorted[sorted.length - 1], mostBound);
    tick = step(most / TICKS);
    end = tick * Math.ceil(most * 1.02 / tick);
  }

  private static double step(double least) {
    return STEPS.stream().filter(step -> step >= least).findFirst().orElse(least);
  }

  /** How many cases took how long. */
  String histogram() {
    double bin = step(end / BINS);
    int[] counts = new int[(int) Math.ceil(end / bin) + 1];
    for (double value : sorted) {
      counts[(int) (value / bin)]++;
    }
    int most = Arrays.stream(counts).max().orElse(1);
    double rows = Math.max(1, step(most / 4.0));
    double top = rows * Math.ceil(most / rows);
    open("Histogram of the response times");
    frame(top, rows, "", "cases in " + number(bin) + " s");
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        add("<rect class=\"column\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s to %s s: %d</title></rect>",
            x(i * bin), y(counts[i] / top), Math.max(1, x(bin) - x(0) - 1), y(0) - y(counts[i] / top), number(i * bin),
            number((i + 1) * bin), counts[i]);
      }
    }
    return close();
  }

  /** The share of cases that were done by then, with some shares marked. */
  String distribution(List<Double> marks) {
    open("Share of the cases that were below the limit again by then");
    frame(100, 25, " %", "of the cases");
    StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", x(0), y(0)));
    for (int i = 0; i < sorted.length; i++) {
      path.append(String.format(Locale.ROOT, "H%.1fV%.1f", x(sorted[i]), y((i + 1.0) / sorted.length)));
    }
    path.append(String.format(Locale.ROOT, "H%.1f", x(end)));
    add("<path class=\"course\" d=\"%s\"/>", path);
    List<Double> taken = new ArrayList<>();
    for (double share : marks) {
      double value = sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
      double at = y(share);
      add("<circle class=\"mark-at\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>", x(value), at);
      if (taken.stream().noneMatch(other -> Math.abs(other - at) < 13)) {
        taken.add(at);
        add("<text x=\"%.1f\" y=\"%.1f\">%s %% in %s s</text>", x(value) + 8, at + 14, number(100 * share), number(value));
      }
    }
    return close();
  }

  private void open(String label) {
    svg.setLength(0);
    add("<svg class=\"chart\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %.0f %.0f\">", label, WIDTH, HEIGHT);
  }

  private void frame(double top, double rows, String unit, String what) {
    add("<rect class=\"beyond\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", x(mostBound), TOP, x(end) - x(mostBound),
        y(0) - TOP);
    for (double row = 0; row <= top + rows / 2; row += rows) {
      add("<path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/><text class=\"end\" x=\"%.1f\" y=\"%.1f\">%s%s</text>", LEFT, y(row / top),
          WIDTH - RIGHT, LEFT - 6, y(row / top) + 4, number(row), unit);
    }
    for (double at = 0; at <= end + tick / 2; at += tick) {
      add("<path class=\"grid\" d=\"M%.1f %.1fv5\"/><text class=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>", x(at), y(0), x(at),
          y(0) + 19, number(at));
    }
    add("<text x=\"%.1f\" y=\"%.1f\">%s</text>", LEFT, TOP - 7, what);
    add("<text class=\"end\" x=\"%.1f\" y=\"%.1f\">s after the jump</text>", WIDTH - RIGHT, HEIGHT - 5);
    add("<rect class=\"bound\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", x(leastBound), TOP,
        Math.max(1.5, x(mostBound) - x(leastBound)), y(0) - TOP);
    boolean right = x(mostBound) < WIDTH - 120;
    String band = leastBound == mostBound ? number(leastBound) : number(leastBound) + " to " + number(mostBound);
    add("<text class=\"of-bound%s\" x=\"%.1f\" y=\"%.1f\">B: %s s</text>", right ? "" : " end",
        right ? x(mostBound) + 6 : x(leastBound) - 6, TOP + 12, band);
  }

  private String close() {
    svg.append("</svg>");
    return svg.toString();
  }

  private double x(double seconds) {
    return LEFT + (WIDTH - LEFT - RIGHT) * seconds / end;
  }

  private double y(double share) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share;
  }

  /** Without digits that say nothing. */
  private static String number(double value) {
    double tenths = Math.round(value * 10) / 10.0;
    return tenths == Math.rint(tenths) ? Long.toString(Math.round(tenths)) : String.format(Locale.ROOT, "%.1f", tenths);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
