package io.parkbench.protocol.ocpp;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of a record's components, which are the properties of its JSON, and which of them are required. */
final class Properties {
  private final String[] names;
  private final int required;

  /** Required is what is not {@code @Nullable}, of lists those that are {@code @Some}. */
  Properties(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    names = new String[components.length];
    int bits = 0;
    for (int i = 0; i < names.length; i++) {
      names[i] = components[i].getName();
      boolean optional = components[i].getType() == List.class
          ? !components[i].isAnnotationPresent(Some.class)
          : components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
      bits |= optional ? 0 : 1 << i;
    }
    required = bits;
  }

  /**
   * The place of that property, or -1.
   *
   * @param expected where to look first: properties mostly come in the order of the record
   */
  int find(String name, int expected) {
    for (int i = expected; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    for (int i = 0; i < expected; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Throws for the first required property that was not seen.
   *
   * @param seen one bit per property
   */
  void complete(int seen) {
    int missing = required & ~seen;
    if (missing != 0) {
      throw Check.missing(names[Integer.numberOfTrailingZeros(missing)]);
    }
  }
}
