package io.parkbench.scenarios.runner;

/** A scenario cannot be judged on this bench, for a reason that is no fault of what is tested; it never counts as passed. */
public final class NotJudgedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotJudgedException(String why) {
    this("not judged: ", why);
  }

  private NotJudgedException(String what, String why) {
    super(what + why);
  }

  /** The bench cannot even run it. */
  public static NotJudgedException notRun(String why) {
    return new NotJudgedException("not run: ", why);
  }
}
