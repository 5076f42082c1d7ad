package io.parkbench.reports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Immutable copies in a fixed order for the records, with "absent from the file" read as empty. */
final class Sorted {
  private Sorted() {}

  static <V> Map<String, V> copy(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  static <E> List<E> copy(@Nullable List<E> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
