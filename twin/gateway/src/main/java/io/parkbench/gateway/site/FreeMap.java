package io.parkbench.gateway.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a part of the file whose keys somebody else knows: maps in order of the file, lists, and text, Long, Double or Boolean.
 *
 * <p>Repeated keys and empty values are told here; what the keys mean is for the reader of the part.
 */
final class FreeMap {
  private static final int DEEPEST = 10;

  private FreeMap() {}

  static @Nullable Map<String, Object> read(Value value) {
    if (value.node() instanceof MappingNode mapping) {
      return map(value, mapping, 0);
    }
    value.error("must be a mapping; write it as 'key: value'");
    return null;
  }

  private static Map<String, Object> map(Value at, MappingNode node, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        at.problems().error(tuple.getKeyNode().getStartMark(), at.path(), "a key must be a word; write 'key: value'");
        continue;
      }
      Value child = at.child(key.getValue(), tuple);
      Object value = object(child, child.node(), depth + 1);
      if (map.containsKey(key.getValue())) {
        new Value(at.problems(), key, key.getStartMark(), child.path()).error("given twice; keep one");
      } else if (value != null) {
        map.put(key.getValue(), value);
      }
    }
    return Collections.unmodifiableMap(map);
  }

  private static @Nullable Object object(Value at, Node node, int depth) {
    if (depth > DEEPEST) {
      at.error("is nested deeper than " + DEEPEST + " levels; flatten it");
      return null;
    }
    if (node instanceof MappingNode mapping) {
      return map(at, mapping, depth);
    }
    if (node instanceof SequenceNode) {
      List<Object> list = new ArrayList<>();
      for (Value item : at.items()) {
        Object value = object(item, item.node(), depth + 1);
        if (value != null) {
          list.add(value);
        }
      }
      return Collections.unmodifiableList(list);
    }
    return scalar(at, (ScalarNode) node);
  }

  private static @Nullable Object scalar(Value at, ScalarNode node) {
    String text = node.getValue();
    if (node.getTag().equals(Tag.NULL)) {
      at.error("is empty; give a value or remove the key");
      return null;
    }
    if (node.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
      return text.equals("true");
    }
    if (node.getTag().equals(Tag.INT) && text.matches("[-+]?\\d{1,18}")) {
      return Long.valueOf(text);
    }
    if (node.getTag().equals(Tag.FLOAT) && text.matches("[-+]?\\d{1,18}\\.\\d+")) {
      return Double.valueOf(text);
    }
    return text;
  }
}
