package io.parkbench.plant.charger;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The configuration key {@code ConnectorPhaseRotation}: on which phase of its meter each conductor of a connector is, written
 * {@code 1.STR} for connector 1 with its L1 on phase 2. Unknown until somebody sets it; then a conductor goes by its own name.
 */
final class PhaseRotation {
  private static final Pattern MEMBER = Pattern.compile("(\\d+)\\.(NotApplicable|Unknown|RST|RTS|SRT|STR|TRS|TSR)");
  private static final int[] STRAIGHT = {1, 2, 3};

  private PhaseRotation() {}

  static String unknown(int connectors) {
    return IntStream.rangeClosed(0, connectors).mapToObj(i -> i + ".Unknown").collect(Collectors.joining(","));
  }

  static boolean isValid(String member, int connectors) {
    var matcher = MEMBER.matcher(member);
    return matcher.matches() && matcher.group(1).length() < 5 && Integer.parseInt(matcher.group(1)) <= connectors;
  }

  /** The meter's phase (1 to 3) for each of a connector's conductors L1 to L3. */
  static int[] of(ConfigurationKey key, int connector) {
    for (String member : key.members()) {
      var matcher = MEMBER.matcher(member);
      if (matcher.matches() && matcher.group(1).equals(Integer.toString(connector)) && matcher.group(2).length() == 3) {
        return matcher.group(2).chars().map(phase -> phase - 'R' + 1).toArray();
      }
    }
    return STRAIGHT.clone();
  }
}
