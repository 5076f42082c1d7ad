package io.parkbench.scenarios.probe;

/**
 * A line of what was heard or done while a probe ran.
 *
 * @param instant microseconds since 1970
 * @param from who said it
 * @param text the frame as it was on the wire, or what was done
 */
public record Proof(long instant, From from, String text) {
  /** Who said it. */
  public enum From {
    DEVICE("device"),
    PROBE("probe"),
    /** Not said at all: a link that opened, a plug that was pulled. */
    EVENT("event");

    private final String word;

    From(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
