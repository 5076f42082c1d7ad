package io.parkbench.plant.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The site's network: segments of stations, each behind another segment or behind the gateway, whose parts can break (R-PLANT-6).
 *
 * <p>Parts are called {@code name} for the segment's switch (of a chain or ring: its connection to what is above it),
 * {@code name/2} for its second cable, and {@code name:CP-7} for the network port of a station. A star's cable leads to the station of
 * its number. A chain's leads there from the station before, the first from above. A ring of n stations has n + 1 cables, the last
 * one leads back, so that one broken cable or port takes nobody else down.
 */
public final class Topology {
  private static final String GATEWAY = "";

  private final Map<String, Segment> segments = new LinkedHashMap<>();
  private final Map<String, String[]> cables = new LinkedHashMap<>();
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private final Set<String> stations = new LinkedHashSet<>();

  /** How the stations of a segment are connected. */
  public enum Shape {
    STAR,
    CHAIN,
    RING
  }

  /**
   * A part of the network.
   *
   * @param behind the segment it is connected to, or null for the gateway
   * @param stations their identities, in the order of the cable
   */
  public record Segment(String name, Shape shape, @Nullable String behind, List<String> stations) {
    public Segment {
      stations = List.copyOf(stations);
      if (!name.matches("[^/:\\s]+")) {
        throw new IllegalArgumentException("the name of a segment has no space, '/' or ':': '" + name + "'");
      }
    }
  }

  /**
   * Fails with {@link IllegalArgumentException} on a segment named twice or listed before the one it is behind, and on a station that
   * is in two.
   */
  public Topology(List<Segment> inOrder) {
    for (Segment segment : inOrder) {
      String above = segment.behind() == null ? GATEWAY : segment.behind();
      if (!above.equals(GATEWAY) && !segments.containsKey(above)) {
        throw new IllegalArgumentException(
            "segment " + segment.name() + " is behind " + above + ", which is not listed before it");
      }
      if (segments.put(segment.name(), segment) != null) {
        throw new IllegalArgumentException("two segments are called " + segment.name());
      }
      nodes.put(segment.name(), segment.name());
      lay(segment, above);
    }
  }

  /** Everything directly on the gateway's own switch. */
  public static Topology none() {
    return new Topology(List.of());
  }

  private void lay(Segment segment, String above) {
    // the segment's own node stands for its switch, or for the place where a chain or ring leaves what is above it
    cables.put(segment.name() + "/0", new String[] {above, segment.name()});
    String before = segment.name();
    int number = 0;
    for (String station : segment.stations()) {
      if (!stations.add(station)) {
        throw new IllegalArgumentException("station " + station + " is in two segments");
      }
      String port = segment.name() + ":" + station;
      nodes.put(port, station);
      cables.put(segment.name() + "/" + ++number, new String[] {segment.shape() == Shape.STAR ? segment.name() : before, port});
      before = port;
    }
    if (segment.shape() == Shape.RING && number > 0) {
      cables.put(segment.name() + "/" + (number + 1), new String[] {before, segment.name()});
    }
  }

  public List<Segment> segments() {
    return List.copyOf(segments.values());
  }

  /** The names of everything that can break, in the order of the segments. */
  public List<String> parts() {
    List<String> parts = new ArrayList<>(nodes.keySet());
    cables.keySet().stream().filter(cable -> !cable.endsWith("/0")).forEach(parts::add);
    return parts;
  }

  /** A name that is none of {@link #parts} fails with {@link IllegalArgumentException} naming them. */
  public void check(String part) {
    if (!parts().contains(part)) {
      throw new IllegalArgumentException(
          "no part of the network is called '" + part + "'; there are " + String.join(", ", parts()));
    }
  }

  /** The stations that have no way to the gateway while these parts are broken, in the order of the segments. */
  public Set<String> cutOff(Set<String> broken) {
    Set<String> reached = new LinkedHashSet<>();
    ArrayDeque<String> ahead = new ArrayDeque<>();
    ahead.add(GATEWAY);
    while (!ahead.isEmpty()) {
      String node = ahead.removeFirst();
      if (reached.add(node)) {
        cables.forEach((cable, ends) -> {
          for (int i = 0; i < 2; i++) {
            if (ends[i].equals(node) && !broken.contains(cable) && !broken.contains(ends[1 - i])) {
              ahead.add(ends[1 - i]);
            }
          }
        });
      }
    }
    Set<String> lost = new LinkedHashSet<>();
    nodes.forEach((node, station) -> {
      if (stations.contains(station) && node.endsWith(":" + station) && !reached.contains(node)) {
        lost.add(station);
      }
    });
    return lost;
  }
}
