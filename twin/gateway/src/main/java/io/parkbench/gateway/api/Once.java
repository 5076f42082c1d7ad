package io.parkbench.gateway.api;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something when it is first asked for; whoever asks meanwhile waits for that one. What the maker throws it throws each time. */
final class Once<T> {
  private @Nullable Supplier<T> maker;
  private volatile @Nullable T made;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T present = made;
    return present == null ? make() : present;
  }

  private synchronized T make() {
    T present = made;
    if (present == null) {
      present = Objects.requireNonNull(maker).get();
      made = present;
      maker = null;
    }
    return present;
  }
}
