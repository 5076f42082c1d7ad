package io.parkbench.protocol.ocpp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges payloads by JSON schemas, without any code of ours: {@code ocpp1.6/<Action>.json} holds the two of an action,
 * {@code types.json} what they share. They are of draft 4, as those published with the standard, where 1.0 is no integer;
 * what the text of the standard says beyond those is in them too (bounds of connector ids, lists that need an element).
 */
final class SchemaOracle {
  static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  private static final SchemaRegistry DRAFT_4 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);

  private final Map<Class<?>, Schema> schemas = new HashMap<>();

  SchemaOracle() {
    JsonNode types = resource("types").get("definitions");
    for (Action action : Action.values()) {
      JsonNode both = resource(action.name());
      schemas.put(action.request(), schema(both.get("req"), types));
      schemas.put(action.response(), schema(both.get("conf"), types));
    }
  }

  private static Schema schema(JsonNode schema, JsonNode types) {
    return DRAFT_4.getSchema(((ObjectNode) schema).set("definitions", types));
  }

  private static JsonNode resource(String name) {
    try (InputStream in = SchemaOracle.class.getResourceAsStream("/ocpp1.6/" + name + ".json")) {
      return JSON.readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema has against {@code payload}; empty if it is valid. */
  List<?> complaints(Class<? extends Message> type, JsonNode payload) {
    return Objects.requireNonNull(schemas.get(type)).validate(payload);
  }
}
