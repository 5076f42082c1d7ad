package io.parkbench.gateway.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A site file as a tree of JSON that can be edited, and back to the text that {@link SiteFile} reads. Comments are not kept. */
public final class SiteTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,18}(\\.\\d{1,18})?");

  /** Keys whose values are text even where they look like a number. */
  private static final Set<String> TEXTS = Set.of("id", "name", "parent", "zone", "meter", "model", "serial", "firmware", "comment",
      "login", "ip", "host", "file", "chip", "url", "zones", "off_in");

  private static final YAMLMapper YAML = YAMLMapper.builder()
      .disable(YAMLGenerator.Feature.SPLIT_LINES)
      .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
      .build();

  private SiteTree() {}

  /** The site's file, an entry that stands for many stations written out as these; its name is there whoever gave it. */
  public static ObjectNode of(Site site) {
    MappingNode root = YamlTree.compose(site.text(), new Problems("site"));
    if (root == null) {
      throw new IllegalStateException("a site without a file");
    }
    ObjectNode tree = (ObjectNode) json(root, "", false);
    if (!tree.has("name")) {
      tree.put("name", site.name());
    }
    tree.set("stations", expanded(tree.withArray("stations"), site.stations()));
    return tree;
  }

  /** The text of a tree, as {@link SiteFile} reads it. */
  public static String text(ObjectNode tree) {
    try {
      return YAML.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that cannot be written", e);
    }
  }

  /** With numbers in the place of text made text, as they are read, and whole numbers all of one kind, so that trees can be compared. */
  public static JsonNode plain(JsonNode value) {
    return plain(value, "");
  }

  private static JsonNode plain(JsonNode value, String key) {
    if (value.isNumber() && TEXTS.contains(key)) {
      return NODES.textNode(value.asText());
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return NODES.numberNode(value.longValue());
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = NODES.objectNode();
      object.properties()
          .forEach(member -> copy.set(member.getKey(), plain(member.getValue(), inPlant(member.getKey()) ? "" : member.getKey())));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode();
      array.forEach(item -> copy.add(plain(item, key)));
      return copy;
    }
    return value;
  }

  private static boolean inPlant(String key) {
    return key.equals("plant");
  }

  private static ArrayNode expanded(ArrayNode entries, List<Station> stations) {
    ArrayNode all = NODES.arrayNode();
    for (JsonNode entry : entries) {
      if (!entry.has("count")) {
        all.add(entry);
        continue;
      }
      int count = entry.get("count").asInt();
      for (int i = 0; i < count; i++) {
        all.add(one((ObjectNode) entry, stations.get(all.size())));
      }
    }
    return all;
  }

  private static ObjectNode one(ObjectNode series, Station station) {
    ObjectNode entry = series.deepCopy();
    entry.remove(List.of("count", "first"));
    entry.put("id", station.id());
    if (entry.has("name")) {
      entry.put("name", station.name());
    }
    if (entry.has("serial")) {
      entry.put("serial", station.serialNumber());
    }
    if (entry.has("ip")) {
      entry.put("ip", station.ipAddress());
    }
    return entry;
  }

  private static JsonNode json(Node node, String key, boolean free) {
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
          String name = ((ScalarNode) tuple.getKeyNode()).getValue();
          object.set(name, json(tuple.getValueNode(), name, free || inPlant(name)));
        }
        yield object;
      }
      case SequenceNode sequence -> {
        ArrayNode array = NODES.arrayNode();
        sequence.getValue().forEach(item -> array.add(json(item, key, free)));
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar, free || !TEXTS.contains(key));
      default -> throw new IllegalStateException("a valid site has no " + node.getNodeId());
    };
  }

  private static JsonNode scalar(ScalarNode node, boolean maybeNumber) {
    String text = node.getValue();
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    if (plain && node.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
      return NODES.booleanNode(text.equals("true"));
    }
    boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    if (plain && number && maybeNumber && NUMBER.matcher(text).matches()) {
      return text.indexOf('.') < 0 ? NODES.numberNode(Long.parseLong(text)) : NODES.numberNode(new BigDecimal(text));
    }
    return NODES.textNode(text);
  }
}
