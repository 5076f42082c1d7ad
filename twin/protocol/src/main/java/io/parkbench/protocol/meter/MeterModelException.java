package io.parkbench.protocol.meter;

import java.util.List;

/** A meter model that cannot be used, with everything that is wrong with it. */
public final class MeterModelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  MeterModelException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each names a place and a remedy. */
  public List<String> problems() {
    return problems;
  }
}
