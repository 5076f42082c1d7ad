package io.parkbench.gateway.input;

import io.parkbench.gateway.site.Input;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a digital input at an instant.
 *
 * @param high the level its pin has, as it is read, neither debounced nor turned; null where nobody knows
 * @param active whether it limits: only an enabled one does
 * @param since when that changed last, µs since 1970; −1 for never
 * @param changes how often it has changed
 * @param why what is wrong with the source, and what would help; null if all is well
 */
public record InputState(
    Input input, @Nullable Boolean high, boolean active, long since, long changes, Source source, @Nullable String why) {

  /** What is to be had of a source. */
  public enum Source {
    /** Nothing has been heard yet. */
    AWAITED("awaited"),
    /** It tells the level. */
    GOOD("good"),
    /** It has told nothing for longer than allowed. */
    LOST("lost");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    /** As people, recordings and scenarios write it. */
    public String word() {
      return word;
    }
  }
}
