package io.parkbench.plant.arrivals;

import java.util.List;

/** An arrivals file that cannot be used, with everything that is wrong with it. */
public final class ArrivalFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * One thing to mend.
   *
   * @param line from 1, or 0 where it concerns the whole file
   * @param message what is wrong, and what would be right
   */
  public record Problem(String file, int line, String message) {
    @Override
    public String toString() {
      return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
  }

  public ArrivalFileException(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  static ArrivalFileException of(String file, String message) {
    return new ArrivalFileException(List.of(new Problem(file, 0, message)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
