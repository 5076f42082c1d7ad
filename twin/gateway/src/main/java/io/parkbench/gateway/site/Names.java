package io.parkbench.gateway.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees to it that each name of a kind is used once, and that what is referred to exists. */
final class Names {
  private final String kind;
  private final Map<String, Value> taken = new LinkedHashMap<>();

  /**
   * @param kind how messages call such a name, e.g. {@code "zone id"}
   */
  Names(String kind) {
    this.kind = kind;
  }

  /** Takes a name; tells it if it is taken already. */
  boolean take(@Nullable String name, Value place) {
    if (name == null) {
      return false;
    }
    Value first = taken.putIfAbsent(name, place);
    if (first != null) {
      place.error(kind + " '" + name + "' is taken already by " + first.path() + " (line " + first.line() + "); choose another");
    }
    return first == null;
  }

  /** The name that a value refers to; null, with the problem told, where nothing has it. */
  @Nullable
  String refer(Value value) {
    String name = value.text(200);
    if (name != null && !taken.containsKey(name)) {
      value.error("there is no " + kind + " '" + name + "'" + Suggest.remedy(name, taken.keySet()));
      return null;
    }
    return name;
  }

  /** True if something has this name. */
  boolean has(String name) {
    return taken.containsKey(name);
  }
}
