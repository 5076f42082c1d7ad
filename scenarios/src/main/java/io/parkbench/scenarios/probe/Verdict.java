package io.parkbench.scenarios.probe;

/** What a probe says of a device. */
public enum Verdict {
  SOUND("as it should be"),
  QUIRK("quirk found"),
  /** What the device showed is not enough to say; the sentence says why. */
  UNSURE("could not tell"),
  /** It takes something that is not there, or that was not asked for; the sentence says what. */
  UNTRIED("not tried");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
