package io.parkbench.scenarios.gate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a rules file, telling all that is wrong with it by line. */
public final class RulesFile {
  private final Path file;
  private final Map<Rule, Double> changed = new EnumMap<>(Rule.class);
  private final List<String> problems = new ArrayList<>();

  private RulesFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is missing, or with all its mistakes, a line each
   */
  public static Rules read(Path file) throws IOException {
    RulesFile reader = new RulesFile(file);
    reader.read(Files.readString(file));
    if (!reader.problems.isEmpty()) {
      throw new IOException(String.join("\n", reader.problems));
    }
    return new Rules(reader.changed);
  }

  private void read(String text) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (YAMLException bad) {
      problems.add(file + ": not YAML: " + bad.getMessage());
      return;
    }
    if (root instanceof MappingNode groups) {
      groups.getValue().forEach(this::group);
    } else if (root != null) {
      tell(root, "not a mapping; write 'energy:' and below it 'less_percent: 2'");
    }
  }

  private void group(NodeTuple group) {
    String name = scalar(group.getKeyNode());
    if (Stream.of(Rule.values()).noneMatch(rule -> rule.group().equals(name))) {
      tell(group.getKeyNode(), "no rules are called '" + name + "'; there are "
          + Stream.of(Rule.values()).map(Rule::group).distinct().collect(Collectors.joining(", ")));
    } else if (group.getValueNode() instanceof MappingNode rules) {
      rules.getValue().forEach(rule -> rule(name, rule));
    } else {
      tell(group.getValueNode(), name + " is a mapping of " + names(name));
    }
  }

  private void rule(String group, NodeTuple tuple) {
    String name = scalar(tuple.getKeyNode());
    Rule rule = Rule.named(group + "." + name).orElse(null);
    if (rule == null) {
      tell(tuple.getKeyNode(), "no rule is called '" + name + "' here; there are " + names(group));
      return;
    }
    String value = scalar(tuple.getValueNode());
    if (changed.containsKey(rule)) {
      tell(tuple.getKeyNode(), rule.key() + " is there twice; keep one");
    } else if (value.matches("\\d{1,9}(\\.\\d{1,6})?")) {
      changed.put(rule, Double.parseDouble(value));
    } else if (value.equals("off")) {
      changed.put(rule, Double.NaN);
    } else {
      tell(tuple.getValueNode(), rule.key() + " is a number, 0 or more, or off; not '" + value + "'");
    }
  }

  private static String names(String group) {
    return Stream.of(Rule.values()).filter(rule -> rule.group().equals(group))
        .map(rule -> rule.key().substring(group.length() + 1)).collect(Collectors.joining(", "));
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "…";
  }

  private void tell(Node at, String problem) {
    problems.add(file + ":" + (at.getStartMark().getLine() + 1) + ": " + problem);
  }
}
