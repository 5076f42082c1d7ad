package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parkbench.kernel.Micros;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes of what servers send whatever can be understood: a number in quotes is a number, what is missing or odd is missing. */
final class Lenient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lenient() {}

  /** The body; missing where it is no JSON. */
  static JsonNode parse(byte[] body) {
    try {
      JsonNode node = body.length == 0 ? null : JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** A finite number, or NaN. */
  static double number(JsonNode object, String name) {
    return number(object.path(name));
  }

  private static double number(JsonNode value) {
    double number = Double.NaN;
    if (value.isNumber()) {
      number = value.asDouble();
    } else if (value.isTextual() && value.textValue().strip().matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")) {
      number = Double.parseDouble(value.textValue().strip());
    }
    return Double.isFinite(number) ? number : Double.NaN;
  }

  /** A whole number, or null. */
  static @Nullable Integer integer(JsonNode object, String name) {
    double number = number(object, name);
    return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE ? (Integer) (int) number : null;
  }

  static int integer(JsonNode object, String name, int otherwise) {
    Integer number = integer(object, name);
    return number == null ? otherwise : number;
  }

  /** A scalar as text, or the empty text. */
  static String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  /** A word of an enumeration: in lower case, without blanks around it. */
  static String word(JsonNode object, String name) {
    return text(object, name).strip().toLowerCase(Locale.ROOT);
  }

  /** A flag, or null. */
  static @Nullable Boolean flag(JsonNode object, String name) {
    return switch (word(object, name)) {
      case "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default -> null;
    };
  }

  /** An instant, µs since 1970, or {@code otherwise}; one too far away to be counted counts as the furthest. */
  static long instant(JsonNode object, String name, long otherwise) {
    try {
      Instant instant = OffsetDateTime.parse(text(object, name)).toInstant();
      return instant.getEpochSecond() > 9_000_000_000_000L ? Long.MAX_VALUE : Micros.of(instant);
    } catch (DateTimeException | ArithmeticException notAnInstant) {
      return otherwise;
    }
  }

  /** Three values by {@code l1}, {@code 1} or place; what is missing is NaN. */
  static Triple triple(JsonNode object, String name) {
    JsonNode values = object.path(name);
    return new Triple(place(values, 1), place(values, 2), place(values, 3));
  }

  private static double place(JsonNode values, int place) {
    if (values.isArray()) {
      return number(values.path(place - 1));
    }
    double named = number(values, "l" + place);
    return Double.isNaN(named) ? number(values, String.valueOf(place)) : named;
  }

  /** Whether a text can be a header's value: visible ASCII, not empty. */
  static boolean isPrintable(@Nullable String text) {
    return text != null && text.matches("[\\x21-\\x7e]{1,4096}");
  }

  /** The objects of a list, or of {@code items} in an object. */
  static List<JsonNode> items(JsonNode body) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode item : body.isArray() ? body : body.path("items")) {
      if (item.isObject()) {
        items.add(item);
      }
    }
    return items;
  }
}
