package io.parkbench.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.SiteTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change of a site's tree. */
public sealed interface Edit {
  /** The tree with the change made, a copy. */
  ObjectNode on(ObjectNode tree);

  /** The same change, made to a tree that lacks others which came before it. */
  default ObjectNode on(ObjectNode tree, ObjectNode before) {
    return on(tree);
  }

  /** The path of a problem within what the edit brought, or null where it is elsewhere; {@code tree} is that with the change made. */
  @Nullable
  String within(ObjectNode tree, String path);

  /** For the log. */
  String words();

  /** Puts an entry in the place of the one of its key, or at the end of its list. */
  record Put(Part part, String key, ObjectNode entry) implements Edit {
    /** What is not text in the place of text is made so, as when the file is read. */
    public static Put of(Part part, String key, JsonNode entry) {
      return new Put(part, key, (ObjectNode) SiteTree.plain(entry));
    }

    @Override
    public ObjectNode on(ObjectNode tree) {
      ObjectNode copy = tree.deepCopy();
      ArrayNode list = copy.withArray(part.list());
      int at = index(part, tree, key);
      if (at < 0) {
        list.add(entry);
      } else {
        list.set(at, entry);
      }
      return copy;
    }

    /** Only the members that it changes, so that others which wait go on waiting. */
    @Override
    public ObjectNode on(ObjectNode tree, ObjectNode before) {
      ObjectNode here = part.find(tree, key);
      ObjectNode old = part.find(before, key);
      return here == null || old == null ? on(tree) : new Put(part, key, merged(here, old)).on(tree);
    }

    private ObjectNode merged(ObjectNode here, ObjectNode old) {
      ObjectNode merged = here.deepCopy();
      Set<String> names = new LinkedHashSet<>();
      old.fieldNames().forEachRemaining(names::add);
      entry.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode now = entry.get(name);
        if (now == null) {
          merged.remove(name);
        } else if (!now.equals(old.get(name))) {
          merged.set(name, now);
        }
      }
      return merged;
    }

    @Override
    public @Nullable String within(ObjectNode tree, String path) {
      return inside(part.list() + "[" + index(part, tree, key) + "]", path);
    }

    @Override
    public String words() {
      return part.title() + " " + key + " set";
    }
  }

  /** Takes an entry away. */
  record Remove(Part part, String key) implements Edit {
    @Override
    public ObjectNode on(ObjectNode tree) {
      ObjectNode copy = tree.deepCopy();
      int at = index(part, tree, key);
      if (at >= 0) {
        copy.withArray(part.list()).remove(at);
      }
      return copy;
    }

    @Override
    public @Nullable String within(ObjectNode tree, String path) {
      return null;
    }

    @Override
    public String words() {
      return part.title() + " " + key + " removed";
    }
  }

  /** Puts other entries in the place of all there are. */
  record All(Part part, List<ObjectNode> entries) implements Edit {
    @Override
    public ObjectNode on(ObjectNode tree) {
      ObjectNode copy = tree.deepCopy();
      copy.putArray(part.list()).addAll(entries);
      return copy;
    }

    @Override
    public @Nullable String within(ObjectNode tree, String path) {
      return inside(part.list(), path);
    }

    @Override
    public String words() {
      return entries.size() + " entries set as all of " + part.list();
    }
  }

  /** Sets members of the site itself, or takes away those that are null. */
  record Members(Map<String, @Nullable JsonNode> values, String prefix) implements Edit {
    @Override
    public ObjectNode on(ObjectNode tree) {
      ObjectNode copy = tree.deepCopy();
      values.forEach((name, value) -> {
        if (value == null) {
          copy.remove(name);
        } else {
          copy.set(name, SiteTree.plain(value));
        }
      });
      return copy;
    }

    @Override
    public @Nullable String within(ObjectNode tree, String path) {
      String inside = inside(prefix, path);
      String name = path.replaceFirst("[.\\[].*", "");
      return prefix.isEmpty() && !values.containsKey(name) ? null : inside;
    }

    @Override
    public String words() {
      return (prefix.isEmpty() ? "site" : prefix) + " set";
    }
  }

  private static int index(Part part, ObjectNode tree, String key) {
    List<ObjectNode> entries = part.entries(tree);
    for (int i = 0; i < entries.size(); i++) {
      if (part.same(part.keyOf(entries.get(i)), key)) {
        return i;
      }
    }
    return -1;
  }

  /** A path such as {@code max_a[1]} below a prefix as a pointer such as {@code /max_a/1}; null where it is not below. */
  private static @Nullable String inside(String prefix, String path) {
    if (!path.startsWith(prefix)) {
      return null;
    }
    String rest = path.substring(prefix.length());
    if (!prefix.isEmpty() && !rest.isEmpty() && rest.charAt(0) != '.' && rest.charAt(0) != '[') {
      return null;
    }
    StringBuilder pointer = new StringBuilder();
    for (String step : rest.replace("]", "").split("[.\\[]", -1)) {
      if (!step.isEmpty()) {
        pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}
