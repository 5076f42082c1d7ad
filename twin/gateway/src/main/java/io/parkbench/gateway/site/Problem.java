package io.parkbench.gateway.site;

/**
 * One thing wrong with a site file, said with its place and what to do about it.
 *
 * @param line from 1
 * @param column from 1
 * @param path of the value, like {@code zones[2].max_a}; empty for the file as a whole
 */
public record Problem(String file, int line, int column, String path, String message, Severity severity) {

  /** Whether the file can be used all the same. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** {@code sites/foo.yaml:12:5: zones[2].max_a: message}; a warning says so before the message. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ")
        + (severity == Severity.WARNING ? "warning: " : "") + message;
  }
}
