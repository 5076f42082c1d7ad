package io.parkbench.gateway.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a site file: YAML to {@link Site}, or all that is wrong with it at once (R-SITE-1). */
public final class SiteFile {
  private SiteFile() {}

  /**
   * The site that a file describes.
   *
   * @throws IOException if the file cannot be read
   * @throws SiteException with all problems, if it is not a valid site
   */
  public static Site load(Path file) throws IOException, SiteException {
    return parse(file.toString(), Files.readString(file));
  }

  /**
   * The site that a text describes.
   *
   * @param name what messages call the file, and where it is: the models of its stations may be files next to it
   * @throws SiteException with all problems, if it is not a valid site
   */
  public static Site parse(String name, String yaml) throws SiteException {
    return parse(name, yaml, List.of());
  }

  /**
   * The same for a text that may name models of its own without being next to their files.
   *
   * @param known these models
   */
  public static Site parse(String name, String yaml, List<StationModel> known) throws SiteException {
    Problems problems = new Problems(name);
    Site site = read(name, yaml, known, problems);
    if (site == null) {
      throw new SiteException(problems.inOrder());
    }
    return site;
  }

  /** All that is wrong with a text or deserves a second look: errors, and warnings with which the site can be used all the same. */
  public static List<Problem> check(String name, String yaml) {
    return check(name, yaml, List.of());
  }

  /** The same with models of its own. */
  public static List<Problem> check(String name, String yaml, List<StationModel> known) {
    Problems problems = new Problems(name);
    read(name, yaml, known, problems);
    return problems.inOrder();
  }

  private static @Nullable Site read(String name, String yaml, List<StationModel> known, Problems problems) {
    MappingNode root = YamlTree.compose(yaml, problems);
    return root == null ? null : new SiteReader(problems, new StationModelFinder(name, known), stem(name), yaml).read(root);
  }

  /** A file's name without folder and ending. */
  private static String stem(String name) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return file.indexOf('.') > 0 ? file.substring(0, file.indexOf('.')) : file;
  }
}
