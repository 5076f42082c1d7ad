package io.parkbench.gateway.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Writes resources in snake case, leaving out what is not known, and reads bodies strictly: UTF-8, one value, no member twice, no NaN,
 * no numbers out of all proportion.
 */
public final class Json {
  /** Bodies nest this deep at most, which is deeper than any that is described. */
  private static final int DEPTH = 20;
  /** A number has at most this many digits before its point, and behind. */
  private static final int DIGITS = 30;

  private static final JsonMapper MAPPER = JsonMapper.builder(
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNumberLength(100).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build())
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .defaultPropertyInclusion(
          JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private Json() {}

  /** What a resource is in JSON. */
  public static byte[] bytes(Object resource) {
    try {
      return MAPPER.writeValueAsBytes(resource);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written: " + resource, e);
    }
  }

  public static String text(Object resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  /** A body as text; one that is not UTF-8 is a {@link Problem}. */
  static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.invalid("", "The body is not UTF-8.");
    }
  }

  /** A body as a tree; one that is no JSON is a {@link Problem} that says where. */
  public static JsonNode read(byte[] body) {
    String text = utf8(body);
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw Problem.invalid("", "The body is no proper JSON: " + e.getOriginalMessage());
    }
    if (tree.isMissingNode()) {
      throw Problem.invalid("", "The body is empty; a JSON object is expected.");
    }
    proportionate(tree, "");
    return tree;
  }

  /** Text with one of two surrogates cannot be written in UTF-8. */
  private static boolean isBroken(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** What reckons with a number of a billion digits takes for ever. */
  private static void proportionate(JsonNode node, String pointer) {
    if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      if (number.scale() > DIGITS || (long) number.precision() - number.scale() > DIGITS) {
        throw Problem.invalid(pointer, "The number has more than " + DIGITS + " digits.");
      }
    }
    if (node.isTextual() && isBroken(node.textValue())) {
      throw Problem.invalid(pointer, "The text holds half a character.");
    }
    for (var member : node.properties()) {
      if (isBroken(member.getKey())) {
        throw Problem.invalid(pointer, "A name holds half a character.");
      }
      proportionate(member.getValue(), pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"));
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        proportionate(node.get(i), pointer + "/" + i);
      }
    }
  }
}
