package io.parkbench.gateway.allocation.cases;

import java.util.List;

/** A file of allocation cases that cannot be used, with everything that is wrong with it. */
public final class CaseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  CaseException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line each: where, as in {@code cases[2] (vip-first): sessions[0].max_a}, and what. */
  public List<String> problems() {
    return problems;
  }
}
