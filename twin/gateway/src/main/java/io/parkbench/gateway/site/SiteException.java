package io.parkbench.gateway.site;

import java.util.List;
import java.util.stream.Collectors;

/** A site file, or a rig's, that cannot be used, with everything that is wrong with it. */
public final class SiteException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  public SiteException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, warnings too, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
