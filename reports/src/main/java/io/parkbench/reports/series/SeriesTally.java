package io.parkbench.reports.series;

import io.parkbench.kernel.Micros;
import java.util.Locale;

/**
 * What came of sending.
 *
 * @param written points that the server has confirmed
 * @param refused points that it will never take
 * @param unsent points that were still waiting when patience ended
 * @param dropped lines of recordings for which there was no room while the server was away or slow
 * @param firstDropped instant of the first of these, µs
 * @param unread lines that are none
 * @param outages how often the server was away
 * @param mostOnDisk the most that waited on disk, bytes
 */
public record SeriesTally(
    long written, long refused, long unsent, long dropped, long firstDropped, long lastDropped, long unread, int outages,
    long mostOnDisk) {
  /** Whether all there was to say is at the server. */
  public boolean isWhole() {
    return refused == 0 && unsent == 0 && dropped == 0;
  }

  /** A sentence for people; says loudly what is missing. */
  public String text() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "time series: %d points written", written));
    if (outages > 0) {
      text.append(String.format(Locale.ROOT, ", the server was away %d times", outages));
    }
    if (mostOnDisk > 0) {
      text.append(String.format(Locale.ROOT, ", at most %.1f MB waited on disk", mostOnDisk / 1e6));
    }
    if (isWhole()) {
      return text.append(", none lost").toString();
    }
    text.append("; LOST:");
    if (unsent > 0) {
      text.append(String.format(Locale.ROOT, " %d points not sent, the server was away at the end;", unsent));
    }
    if (refused > 0) {
      text.append(String.format(Locale.ROOT, " %d points refused by the server;", refused));
    }
    if (dropped > 0) {
      text.append(
          String.format(
              Locale.ROOT, " %d lines from %s to %s, the spool was full;", dropped, Micros.toInstant(firstDropped),
              Micros.toInstant(lastDropped)));
    }
    return text.append(" once the server is there, 'parkbench series RUN' sends the run folder again").toString();
  }
}
