package io.parkbench.gateway.site;

import io.parkbench.gateway.site.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong with one file. */
public final class Problems {
  private final String file;
  private final List<Problem> list = new ArrayList<>();

  public Problems(String file) {
    this.file = file;
  }

  public void error(Mark mark, String path, String message) {
    add(mark, path, message, Severity.ERROR);
  }

  public void warning(Mark mark, String path, String message) {
    add(mark, path, message, Severity.WARNING);
  }

  /** An error that has no better place than a line and column. */
  public void error(int line, int column, String message) {
    list.add(new Problem(file, line, column, "", message, Severity.ERROR));
  }

  public boolean anyErrors() {
    return list.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  /** All of them in the order of the file, each once. */
  public List<Problem> inOrder() {
    return list.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  private void add(Mark mark, String path, String message, Severity severity) {
    list.add(new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, path, message, severity));
  }
}
