package io.parkbench.kernel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The links of these identities: what a fault is on, by names that the recording can tell. */
public final class Links implements Predicate<String> {
  private final Set<String> identities;

  private Links(Collection<String> identities) {
    this.identities = new LinkedHashSet<>(identities);
  }

  public static Links of(String... identities) {
    return new Links(List.of(identities));
  }

  public static Links of(Collection<String> identities) {
    return new Links(identities);
  }

  @Override
  public boolean test(String identity) {
    return identities.contains(identity);
  }

  /** The identities, separated by commas. */
  @Override
  public String toString() {
    return String.join(", ", identities);
  }
}
