package io.parkbench.scenarios.runner;

import java.net.URI;
import java.nio.file.Path;

/**
 * Which scenario it is: by its file and line, which also name its recording.
 *
 * @param line of the scenario, or of its example row; from 1
 */
public record ScenarioKey(URI uri, int line) {
  /** Unique among the feature files of a folder tree, and fit for a file name: {@code alloc-floors-12}. */
  public String id() {
    Path file = file();
    Path folder = file.getParent();
    String name = file.getFileName().toString().replaceAll("\\.feature$", "");
    String area = folder == null || folder.getFileName() == null ? "" : folder.getFileName() + "-";
    return (area + name).replaceAll("[^\\w.-]", "_") + "-" + line;
  }

  /** As the command line takes it, {@code FILE:LINE}, from the working directory where the file is below it. */
  public String place() {
    return name() + ":" + line;
  }

  /** The file as people call it. */
  public String name() {
    Path here = Path.of("").toAbsolutePath();
    Path file = file();
    return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
  }

  private Path file() {
    return "file".equals(uri.getScheme()) ? Path.of(uri) : Path.of(uri.getSchemeSpecificPart());
  }
}
