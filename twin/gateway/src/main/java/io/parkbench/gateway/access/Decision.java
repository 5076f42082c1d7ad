package io.parkbench.gateway.access;

/** Whether somebody may, and if not why, as problem documents call it. */
public enum Decision {
  GRANTED(""),
  FORBIDDEN_ROLE("forbidden-role"),
  NOT_ENERGY_WRITER("not-energy-writer"),
  REMOTE_EM_DISABLED("remote-em-disabled");

  private final String problem;

  Decision(String problem) {
    this.problem = problem;
  }

  /** The problem's name; empty for {@link #GRANTED}. All are answered with 403. */
  public String problem() {
    return problem;
  }

  public boolean isGranted() {
    return this == GRANTED;
  }
}
