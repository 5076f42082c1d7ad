package io.parkbench.gateway.site;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One mapping of the file: its known keys' values, with unknown and repeated keys told when it is opened. */
public final class Block {
  private final Value self;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Set<String> misspelt = new LinkedHashSet<>();

  private Block(Value self) {
    this.self = self;
  }

  /** Opens a mapping. */
  static Block open(Value self, MappingNode node, Set<String> known) {
    Block block = new Block(self);
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        self.problems().error(tuple.getKeyNode().getStartMark(), self.path(), "a key must be a word; write 'key: value'");
        continue;
      }
      String key = keyNode.getValue();
      Value value = self.child(key, tuple);
      Value keyPlace = new Value(self.problems(), keyNode, keyNode.getStartMark(), value.path());
      Value first = block.values.get(key);
      if (!known.contains(key)) {
        keyPlace.error("unknown key" + Suggest.remedy(key, known));
        String meant = Suggest.nearest(key, known);
        if (meant != null) {
          block.misspelt.add(meant);
        }
      } else if (first != null) {
        keyPlace.error("given twice (first on line " + first.line() + "); keep one");
      } else {
        block.values.put(key, value);
      }
    }
    return block;
  }

  /** The value of a key; null where the key is absent. */
  public @Nullable Value at(String key) {
    return values.get(key);
  }

  /** Where a problem about a key belongs: its value, or the mapping itself where the key is absent. */
  public Value place(String key) {
    Value value = values.get(key);
    return value != null ? value : new Value(self.problems(), self.node(), self.mark(), self.childPath(key));
  }

  public Value self() {
    return self;
  }

  /** What {@code read} makes of the key's value; null where it is absent or bad, which {@code read} has told. */
  public <T> @Nullable T get(String key, Function<Value, @Nullable T> read) {
    Value value = values.get(key);
    return value == null ? null : read.apply(value);
  }

  /** As {@link #get(String, Function)}, with something to go on with where the value is absent or bad. */
  public <T> T get(String key, T fallback, Function<Value, @Nullable T> read) {
    T value = get(key, read);
    return value == null ? fallback : value;
  }

  /** As {@link #get(String, Function)}, telling it where the key is absent, unless it stands there misspelt. */
  public <T> @Nullable T need(String key, String remedy, Function<Value, @Nullable T> read) {
    if (!values.containsKey(key) && !misspelt.contains(key)) {
      place(key).error("missing; " + remedy);
    }
    return get(key, read);
  }
}
