package io.parkbench.gateway.site;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Turns text into a tree of YAML nodes that know their lines. */
public final class YamlTree {
  private YamlTree() {}

  /** The document of a site. */
  static @Nullable MappingNode compose(String text, Problems problems) {
    return compose(text, problems, "a site needs at least licence, zones and stations", "'licence: ESS', 'zones:' and so on");
  }

  /**
   * The document as a mapping; null, with the problem told, where the text is not one.
   *
   * @param needs what an empty file lacks, as a sentence
   * @param begin how such a file begins
   */
  public static @Nullable MappingNode compose(String text, Problems problems, String needs, String begin) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
      String context = e.getContext() == null ? "" : e.getContext() + ": ";
      problems.error(
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          "not YAML: " + context + e.getProblem() + "; check indentation, quotes and brackets here");
      return null;
    } catch (ReaderException e) {
      String before = text.substring(0, Math.min(e.getPosition(), text.length()));
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      int column = before.length() - before.lastIndexOf('\n');
      problems.error(line, column, "a character that YAML does not allow; remove it");
      return null;
    } catch (YAMLException e) {
      problems.error(1, 1, "not YAML: " + e.getMessage());
      return null;
    }
    if (root instanceof MappingNode mapping) {
      return mapping;
    }
    if (root == null) {
      problems.error(1, 1, "the file is empty; " + needs);
    } else {
      problems.error(root.getStartMark(), "", "not a mapping; write " + begin);
    }
    return null;
  }
}
