package io.parkbench.rigs.hardware;

import org.jspecify.annotations.Nullable;

/** Hears, once and on the loop's thread, that something has been done. */
@FunctionalInterface
public interface Done {
  /** @param failure why it has not; null where it has */
  void done(@Nullable String failure);
}
