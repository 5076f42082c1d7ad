package io.parkbench.gateway.allocation;

/**
 * The forest of zones as the allocator walks it: fixed, built once.
 *
 * <p>Every zone has {@value #KINDS} rows, each of them "weighted sum of currents at most a limit": one per supply phase and one
 * for power. What else may limit a group of sessions, such as a station over its own connectors, is a zone of its own at the
 * bottom of the forest; the depth is therefore not bounded here (the site bounds its own zones, R-SITE-2).
 */
public final class Topology {
  /** The parent of a zone at the top of the forest. */
  public static final int ROOT = -1;

  /** Rows per zone: supply phases 1 to 3, then power. */
  static final int KINDS = 4;

  static final int POWER = 3;

  private final int[] parent;
  private final int[] preorder;
  private final int[] subtreeSize;

  /**
   * @param parent for each zone the index of its parent, or {@link #ROOT}; in any order, copied
   * @throws IllegalArgumentException if a parent does not exist or a zone is its own ancestor
   */
  public Topology(int... parent) {
    this.parent = parent.clone();
    int zones = parent.length;
    for (int zone = 0; zone < zones; zone++) {
      if (parent[zone] < ROOT || parent[zone] >= zones) {
        throw new IllegalArgumentException("zone " + zone + " has the unknown parent " + parent[zone]);
      }
    }
    preorder = new int[zones];
    subtreeSize = new int[zones];
    int placed = 0;
    for (int zone = 0; zone < zones; zone++) {
      if (parent[zone] == ROOT) {
        placed = place(zone, placed);
      }
    }
    if (placed < zones) {
      throw new IllegalArgumentException("zones that are their own ancestors: " + (zones - placed) + " of " + zones);
    }
  }

  private int place(int zone, int at) {
    preorder[at] = zone;
    int next = at + 1;
    for (int child = 0; child < parent.length; child++) {
      if (parent[child] == zone) {
        next = place(child, next);
      }
    }
    subtreeSize[zone] = next - at;
    return next;
  }

  public int zones() {
    return parent.length;
  }

  /** The parent of {@code zone}, or {@link #ROOT}. */
  public int parent(int zone) {
    return parent[zone];
  }

  /** The zone at {@code position} when parents come before children and a subtree is one stretch. */
  int preorder(int position) {
    return preorder[position];
  }

  /** How many zones {@code zone} spans, itself included. */
  int subtreeSize(int zone) {
    return subtreeSize[zone];
  }
}
