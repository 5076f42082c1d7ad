package io.parkbench.protocol.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payload with one thing changed.
 *
 * @param path of what was changed, as our descriptions write it
 * @param before what was there
 * @param after what is there now; null: nothing
 * @param payload the whole, after the change
 */
record Mutation(String path, JsonNode before, @Nullable JsonNode after, JsonNode payload) {
  /** Values of every JSON type, and those next to the bounds that the standard has. */
  private static final List<String> VALUES = List.of(
      "null", "true", "0", "1", "-1", "1.0", "1.5", "6.05", "-0.1", "1e2", "2147483647", "2147483648", "-2147483649",
      "\"\"", "\"1\"", "\"accepted\"", "\"Accepted \"", "\"2026-11-20T10:00:00Z\"", "\"2026-11-20T10:00:00.123+01:00\"",
      "\"2026-11-20T10:00:00\"", "\"2026-13-20T10:00:00Z\"", "\"2026-11-20T24:00:00Z\"", "\"2026-11-20\"", "{}", "[]",
      "[{}]", "{\"a\":1}", "[1]");

  private static final int[] LENGTHS = {20, 21, 25, 26, 50, 51, 255, 256, 500, 501};

  /** Whether a transaction's id has become an integer of more than 32 bits: a MeterValues with it is read as one without. */
  boolean isBeyondAnyTransaction() {
    return path.equals("transactionId") && after != null && after.isIntegralNumber() && !after.canConvertToInt();
  }

  /** All changes to {@code payload} and to every part of it. */
  static List<Mutation> of(JsonNode payload) throws Exception {
    List<Mutation> mutations = new ArrayList<>();
    visit(payload, "", payload, mutations);
    return mutations;
  }

  private static void visit(JsonNode root, String path, JsonNode here, List<Mutation> all) throws Exception {
    if (here instanceof ObjectNode object) {
      String added = join(path, "surplus");
      object.put("surplus", 1);
      all.add(new Mutation(added, object, object.get("surplus"), root.deepCopy()));
      object.remove("surplus");
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode before = object.get(name);
        visit(root, join(path, name), before, all);
        for (JsonNode after : replacements(before)) {
          object.set(name, after);
          all.add(new Mutation(join(path, name), before, after, root.deepCopy()));
        }
        object.remove(name);
        all.add(new Mutation(join(path, name), before, null, root.deepCopy()));
        object.set(name, before);
      }
    } else if (here instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        String element = path + "[" + i + "]";
        JsonNode before = array.get(i);
        visit(root, element, before, all);
        for (JsonNode after : replacements(before)) {
          array.set(i, after);
          all.add(new Mutation(element, before, after, root.deepCopy()));
        }
        array.set(i, before);
      }
    }
  }

  private static List<JsonNode> replacements(JsonNode before) throws Exception {
    List<JsonNode> replacements = new ArrayList<>();
    for (String value : VALUES) {
      replacements.add(SchemaOracle.JSON.readTree(value));
    }
    if (before.isTextual()) {
      for (int length : LENGTHS) {
        replacements.add(SchemaOracle.JSON.getNodeFactory().textNode("ü".repeat(length)));
        replacements.add(SchemaOracle.JSON.getNodeFactory().textNode("😀".repeat(length)));
      }
    }
    return replacements;
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
