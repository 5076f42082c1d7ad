package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.view.GatewayView;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remembers which connectors the gateway has alarmed because they drew more than they were told (R-ALLOC-11). */
final class Alarms {
  private static final Pattern DRAWS = Pattern.compile("alarm: connector (\\d+) draws .*");

  private final Map<String, Long> first = new TreeMap<>();

  void hear(GatewayView.Notice notice) {
    Matcher draws = DRAWS.matcher(notice.text());
    if (draws.matches()) {
      first.putIfAbsent(notice.station() + "/" + draws.group(1), notice.at());
    }
  }

  boolean of(String station, int connector) {
    return first.containsKey(station + "/" + connector);
  }

  /** Whether any connector of a station was alarmed. */
  boolean any(String station) {
    return first.keySet().stream().anyMatch(connector -> connector.startsWith(station + "/"));
  }
}
