package io.parkbench.gateway.lease;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes through every state that a {@link ModelWorld} can reach, breadth first, so that a counterexample is a shortest one. States are
 * told apart by 64 bits of hash: with a million of them the chance of a mistaken one is below one in ten million.
 */
final class ModelChecker {
  private static final int MOST_STATES = 4_000_000;

  /**
   * @param states how many were found
   * @param complete whether these are all there are
   * @param trace how the first violation came about, a line an action; null if there is none
   */
  record Result(int states, boolean complete, boolean confirmedBySample, boolean raisedPastLost, @Nullable List<String> trace) {}

  private static final Map<ModelScene, Result> UNBROKEN = new ConcurrentHashMap<>();

  private final Bytes bytes = new Bytes(ModelWorld.TICK);
  private final Bytes out = new Bytes(ModelWorld.TICK);
  private long[] seen = new long[1 << 20];
  private int[] parents = new int[1 << 16];
  private byte[] actions = new byte[1 << 16];
  private int states;
  private boolean confirmedBySample;
  private boolean raisedPastLost;

  private ModelChecker() {}

  /** What the scene shows with all rules kept, checked once for all tests: what a broken rule shows counts only beside it. */
  static Result unbroken(ModelScene scene) {
    return UNBROKEN.computeIfAbsent(scene, one -> {
      Result result = check(one, LeaseRules.ALL);
      System.out.println("lease model, " + one + ": " + result.states() + (result.complete() ? " states" : " states and more"));
      return result;
    });
  }

  static Result check(ModelScene scene, LeaseRules rules) {
    return new ModelChecker().run(scene, rules);
  }

  private Result run(ModelScene scene, LeaseRules rules) {
    ArrayDeque<byte[]> open = new ArrayDeque<>();
    List<byte[]> roots = new ArrayList<>();
    for (int[] clock : ModelWorld.clocks()) {
      byte[] root = discover(new ModelWorld(scene, rules, clock[0], clock[1]), -1, 0);
      if (root != null) {
        roots.add(root);
        open.add(root);
      }
    }
    ModelWorld world = new ModelWorld(scene, rules, 0, 0);
    for (int state = 0; !open.isEmpty() && states < MOST_STATES; state++) {
      byte[] from = open.removeFirst();
      load(world, from);
      for (int action = 0; action < world.actions(); action++) {
        if (!world.act(action)) {
          continue;
        }
        confirmedBySample |= world.confirmedBySample;
        raisedPastLost |= world.raisedPastLost;
        byte[] to = discover(world, state, action);
        if (to != null) {
          if (world.violation() != null) {
            return new Result(states, false, confirmedBySample, raisedPastLost, trace(world, roots));
          }
          open.addLast(to);
        }
        load(world, from);
      }
    }
    return new Result(states, open.isEmpty(), confirmedBySample, raisedPastLost, null);
  }

  private void load(ModelWorld world, byte[] from) {
    bytes.read(from);
    world.walk(bytes);
  }

  /** Enters a state; null if it is known. */
  private byte @Nullable [] discover(ModelWorld world, int parent, int action) {
    out.write();
    world.walk(out);
    if (!enter(out.hash())) {
      return null;
    }
    if (states == parents.length) {
      parents = Arrays.copyOf(parents, 2 * states);
      actions = Arrays.copyOf(actions, 2 * states);
    }
    parents[states] = parent;
    actions[states++] = (byte) action;
    if (2 * states > seen.length) {
      grow();
    }
    return out.written();
  }

  private boolean enter(long hash) {
    int at = (int) (hash & (seen.length - 1));
    while (seen[at] != 0) {
      if (seen[at] == hash) {
        return false;
      }
      at = at + 1 & (seen.length - 1);
    }
    seen[at] = hash;
    return true;
  }

  private void grow() {
    long[] old = seen;
    seen = new long[2 * old.length];
    for (long hash : old) {
      if (hash != 0) {
        enter(hash);
      }
    }
  }

  private List<String> trace(ModelWorld world, List<byte[]> roots) {
    ArrayDeque<Integer> path = new ArrayDeque<>();
    int at = states - 1;
    while (parents[at] >= 0) {
      path.addFirst((int) actions[at]);
      at = parents[at];
    }
    load(world, roots.get(at));
    List<String> lines = new ArrayList<>();
    lines.add(line(0, "at first", world));
    for (int action : path) {
      world.act(action);
      lines.add(line(lines.size(), world.words(action), world));
    }
    lines.add(String.valueOf(world.violation()));
    return lines;
  }

  private static String line(int number, String words, ModelWorld world) {
    return String.format(Locale.ROOT, "%2d  %-55s %s", number, words, world);
  }
}
