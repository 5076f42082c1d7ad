package io.parkbench.gateway.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.api.web.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a request's parameters against the description: none unknown, none twice, each of its type and range. */
final class Parameters {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

  private Parameters() {}

  /** Throws a {@link Problem} that lists all that is wrong with the query. */
  static void checkQuery(Route route, Target target) {
    List<Violation> violations = new ArrayList<>(target.repeated());
    target.query().forEach((name, value) -> {
      JsonNode schema = route.parameters().get(name);
      String wrong = schema == null
          ? "The parameter is not known here; known are: " + String.join(", ", route.parameters().keySet()) + "."
          : wrong(schema, value);
      if (wrong != null) {
        violations.add(Violation.of(name, wrong));
      }
    });
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  /** The path's parameters; one that cannot be any resource's is one that is not found. */
  static SortedMap<String, String> path(Route route, Target target) {
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < target.segments().size(); i++) {
      if (route.isParameter(i)) {
        String name = route.parameter(i);
        String value = target.segments().get(i);
        JsonNode schema = route.pathParameters().get(name);
        if (schema == null || wrong(schema, value) != null) {
          throw new Problem(Code.NOT_FOUND, "There is no " + name + " " + shown(value) + ".");
        }
        values.put(name, value);
      }
    }
    return values;
  }

  /** What is wrong with a value, or null. */
  private static @Nullable String wrong(JsonNode schema, String value) {
    if (schema.path("type").asText().equals("integer")) {
      long least = schema.path("minimum").asLong(Long.MIN_VALUE);
      long most = schema.path("maximum").asLong(Long.MAX_VALUE);
      if (!INTEGER.matcher(value).matches() || Long.parseLong(value) < least || Long.parseLong(value) > most) {
        return "A whole number from " + least + " to " + most + " is expected.";
      }
      return null;
    }
    if (schema.has("enum")) {
      List<String> words = new ArrayList<>();
      schema.get("enum").forEach(word -> words.add(word.asText()));
      return words.contains(value) ? null : "One of " + String.join(", ", words) + " is expected.";
    }
    if (schema.has("pattern") && !Pattern.matches(schema.get("pattern").asText(), value)) {
      return "Text of the form " + schema.get("pattern").asText() + " is expected.";
    }
    return value.length() > schema.path("maxLength").asInt(200) ? "The text is too long." : null;
  }

  /** What came, in as far as it can be shown. */
  private static String shown(String value) {
    String plain = value.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }
}
