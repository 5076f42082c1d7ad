package io.parkbench.reports;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a step or a scenario ended; whatever is neither passed nor skipped (undefined, ambiguous, pending) is failed. */
public enum Status {
  @JsonProperty("passed") PASSED("passed"),
  @JsonProperty("failed") FAILED("failed"),
  @JsonProperty("skipped") SKIPPED("skipped");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** The word that stands in the files and on the page. */
  public String word() {
    return word;
  }
}
