package io.parkbench.gateway.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an edit would lead to. */
public sealed interface Outcome {
  /**
   * A valid site.
   *
   * @param base what it was made from
   * @param after what it makes of that
   * @param live whether it counts at once; else it waits for a restart
   * @param warnings what deserves a second look, in words
   */
  record Ready(Configuration base, Configuration after, boolean live, List<String> warnings) implements Outcome {}

  /** No valid site. */
  record Refused(List<Fault> faults) implements Outcome {}

  /**
   * One thing that would be wrong, said as for a site file.
   *
   * @param pointer into what the edit brought (RFC 6901); null where it is elsewhere in the site, which the text then names
   */
  record Fault(@Nullable String pointer, String text) {}
}
