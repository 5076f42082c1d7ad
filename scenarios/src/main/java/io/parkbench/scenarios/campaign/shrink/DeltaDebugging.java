package io.parkbench.scenarios.campaign.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Zeller's ddmin: a list from which nothing can be left out, one by one, without losing what is looked for. */
public final class DeltaDebugging {
  private DeltaDebugging() {}

  /**
   * A sublist, in the same order, that still passes {@code stillFails}, and none of whose elements alone can be spared.
   *
   * @param all for which {@code stillFails} holds
   */
  public static <T> List<T> minimise(List<T> all, Predicate<List<T>> stillFails) {
    if (!all.isEmpty() && stillFails.test(List.of())) {
      return List.of();
    }
    List<T> kept = List.copyOf(all);
    int parts = 2;
    while (kept.size() >= 2) {
      List<T> less = reduced(kept, parts, stillFails);
      if (less != null) {
        boolean alone = less.size() <= (kept.size() + parts - 1) / parts;
        parts = alone ? 2 : Math.max(2, parts - 1);
        kept = less;
      } else if (parts >= kept.size()) {
        break;
      } else {
        parts = Math.min(kept.size(), 2 * parts);
      }
    }
    return kept;
  }

  /** One part alone, or everything but one part, that still fails; null when there is none. */
  private static <T> @Nullable List<T> reduced(List<T> kept, int parts, Predicate<List<T>> stillFails) {
    for (int part = 0; part < parts; part++) {
      List<T> alone = kept.subList(from(kept, parts, part), from(kept, parts, part + 1));
      if (alone.size() < kept.size() && !alone.isEmpty() && stillFails.test(List.copyOf(alone))) {
        return List.copyOf(alone);
      }
    }
    for (int part = 0; parts > 2 && part < parts; part++) {
      List<T> rest = new ArrayList<>(kept.subList(0, from(kept, parts, part)));
      rest.addAll(kept.subList(from(kept, parts, part + 1), kept.size()));
      if (stillFails.test(List.copyOf(rest))) {
        return List.copyOf(rest);
      }
    }
    return null;
  }

  private static int from(List<?> kept, int parts, int part) {
    return (int) ((long) kept.size() * part / parts);
  }
}
