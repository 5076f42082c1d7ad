package io.parkbench.reports.page;

import io.parkbench.reports.trace.BuildingTrace;
import io.parkbench.reports.trace.BuildingTrace.Quarter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says where the building's log has gaps, and why; what concerns several zones alike is said once. */
final class BuildingGaps {
  /** Quarters in a row with the same reason. */
  private record Span(long from, long until, String why, double seconds) {
    boolean follows(long at, String reason) {
      return until == at && why.equals(reason);
    }
  }

  private BuildingGaps() {}

  /** At most {@code most} sentences in the order of zones and time; the last one says if there are more. */
  static List<String> of(BuildingTrace trace, Clock clock, int most) {
    Map<Span, List<String>> zones = new LinkedHashMap<>();
    for (String zone : trace.zones()) {
      spans(trace.quarters(zone)).forEach(span -> zones.computeIfAbsent(span, key -> new ArrayList<>()).add(zone));
    }
    List<String> sentences = new ArrayList<>();
    zones.forEach((span, names) -> sentences.add(
        (names.size() > 1 && names.size() == trace.zones().size() ? "All zones" : String.join(", ", names)) + ", "
            + clock.at(span.from) + " to " + clock.at(span.until) + ": " + words(span)));
    return sentences.size() <= most ? sentences
        : java.util.stream.Stream.concat(sentences.stream().limit(most), java.util.stream.Stream.of(
            Words.count(sentences.size() - most, "more gap") + " in the recording.")).toList();
  }

  private static List<Span> spans(List<Quarter> quarters) {
    List<Span> spans = new ArrayList<>();
    long before = Long.MIN_VALUE;
    for (Quarter quarter : quarters) {
      long from = before == Long.MIN_VALUE ? quarter.at() - 1_000_000L * Math.round(quarter.missingSeconds()) : before;
      if (!quarter.gap().isEmpty()) {
        if (!spans.isEmpty() && spans.getLast().follows(from, quarter.gap())) {
          Span last = spans.removeLast();
          spans.add(new Span(last.from, quarter.at(), last.why, last.seconds + quarter.missingSeconds()));
        } else {
          spans.add(new Span(from, quarter.at(), quarter.gap(), quarter.missingSeconds()));
        }
      }
      before = quarter.at();
    }
    return spans;
  }

  private static String words(Span span) {
    String length = span.seconds > 0 ? " for " + Words.duration(span.seconds) : "";
    return switch (span.why) {
      case "link-down" -> "the gateway did not answer" + length + "; energy delivered meanwhile shows when it is told again.";
      case "gateway-restart" -> "the gateway restarted" + (length.isEmpty() ? "" : ", silent" + length) + ".";
      case "station-disconnected" -> "a station was not connected; its last values are kept.";
      case "no-session-since-restart" -> "some energies are the last known: no session there since a restart or a lost station.";
      default -> span.why + length + ".";
    };
  }
}
