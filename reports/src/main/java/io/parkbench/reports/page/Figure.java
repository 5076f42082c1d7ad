package io.parkbench.reports.page;

import java.util.List;

/**
 * One plot as the template needs it; what it draws is in the scenario's {@link PlotData}.
 *
 * @param kind {@code zone} or {@code connector}: where in the plot data to look
 * @param index position there
 * @param group position among the zone's groups of phases; 0 for a connector
 * @param heading what stands above the plot
 * @param alternative what the plot shows, in words: for those who cannot see it, and as its caption
 * @param bad whether a limit was broken in it
 */
record Figure(String kind, int index, int group, String heading, String alternative, boolean bad) {

  /**
   * The plots of one zone.
   *
   * @param notes what is to say about the zone beside the plots, e.g. its power limit or its idle phases
   * @param breaches the zone's breaches as sentences
   */
  record ZonePlots(String id, String limits, List<String> notes, List<String> breaches, List<Figure> figures) {}

  /** The plot of one connector; {@code reasons} is how many decisions can be listed beneath. */
  record ConnectorPlot(String station, int connector, String stays, int reasons, Figure figure) {
    boolean hasReasons() {
      return reasons > 0;
    }

    String decisions() {
      return Words.count(reasons, "decision");
    }
  }
}
