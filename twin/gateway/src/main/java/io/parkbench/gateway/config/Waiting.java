package io.parkbench.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for a restart.
 *
 * @param path such as {@code zones/north}, or {@code settings}
 * @param before as it is in force; null where there is nothing
 * @param after as it will be; null where nothing will be
 */
public record Waiting(String path, String change, @Nullable JsonNode before, @Nullable JsonNode after) {

  /** All that waits, in the order of the file. */
  public static List<Waiting> in(Configuration configuration) {
    ObjectNode running = configuration.running().tree();
    ObjectNode next = configuration.next().tree();
    List<Waiting> all = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    running.fieldNames().forEachRemaining(names::add);
    next.fieldNames().forEachRemaining(names::add);
    for (Part part : Part.values()) {
      names.remove(part.list());
      Set<String> keys = new LinkedHashSet<>();
      part.entries(running).forEach(entry -> keys.add(part.keyOf(entry)));
      part.entries(next).forEach(entry -> keys.add(part.keyOf(entry)));
      for (String key : keys) {
        add(all, part.list() + "/" + key, part.find(running, key), part.find(next, key));
      }
    }
    names.forEach(name -> add(all, name, running.get(name), next.get(name)));
    return all;
  }

  private static void add(List<Waiting> all, String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before == null ? after != null : !before.equals(after)) {
      all.add(new Waiting(path, before == null ? "created" : after == null ? "removed" : "changed", before, after));
    }
  }
}
