package io.parkbench.gateway.allocation.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place in the JSON that knows its path; every getter checks what it gets, files a problem under that path if it is wrong, and
 * returns something harmless, so that reading goes on and finds the rest.
 */
record Node(JsonNode json, String path, List<String> problems) {

  /** The same place, its path with a name a person knows. */
  Node called(String id) {
    return id.isEmpty() ? this : new Node(json, path + " (" + id + ")", problems);
  }

  void problem(String field, String what) {
    String place = field.isEmpty() ? path : path.isEmpty() ? field : path.endsWith(")") ? path + ": " + field : path + "." + field;
    problems.add(place.isEmpty() ? what : place + ": " + what);
  }

  /** Whether this is an object; fields that are not {@code allowed} are problems. */
  boolean isObject(Set<String> allowed) {
    if (!json.isObject()) {
      problem("", "an object is expected");
      return false;
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!allowed.contains(name)) {
                problem(name, "unknown field");
              }
            });
    return true;
  }

  List<Node> items(String field) {
    JsonNode array = json.path(field);
    List<Node> items = new ArrayList<>();
    if (!array.isArray()) {
      problem(field, "a list is expected");
      return items;
    }
    String prefix = path.isEmpty() ? field : path.endsWith(")") ? path + ": " + field : path + "." + field;
    for (int i = 0; i < array.size(); i++) {
      items.add(new Node(array.get(i), prefix + "[" + i + "]", problems));
    }
    return items;
  }

  boolean isNull(String field) {
    return json.path(field).isNull() || json.path(field).isMissingNode();
  }

  String text(String field) {
    return json.path(field).asText("");
  }

  /** The field {@code id}: a text, and none of those {@code taken}. */
  String id(Set<String> taken) {
    JsonNode id = json.path("id");
    if (!id.isTextual() || id.asText().isBlank()) {
      problem("id", "a name is expected");
      return "";
    }
    if (taken.contains(id.asText())) {
      problem("id", "\"" + id.asText() + "\" is there twice");
    }
    return id.asText();
  }

  String oneOf(String field, List<String> words, String otherwise) {
    JsonNode word = json.path(field);
    if (word.isTextual() && words.contains(word.asText())) {
      return word.asText();
    }
    problem(field, "one of " + String.join(", ", words) + " is expected, not " + shown(word));
    return otherwise;
  }

  int reference(String field, Map<String, Integer> index, String kind) {
    Integer at = index.get(text(field));
    if (at == null) {
      problem(field, "no " + kind + " is called " + shown(json.path(field)));
      return 0;
    }
    return at;
  }

  boolean flag(String field) {
    JsonNode flag = json.path(field);
    if (!flag.isBoolean() && !isNull(field)) {
      problem(field, "true or false is expected, not " + shown(flag));
    }
    return flag.asBoolean(false);
  }

  long whole(String field, long least, long most) {
    JsonNode number = json.path(field);
    if (number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= least && number.asLong() <= most) {
      return number.asLong();
    }
    problem(field, "a whole number from " + least + " to " + most + " is expected, not " + shown(number));
    return Math.max(least, Math.min(most, 1));
  }

  /** A number times {@code scale}, rounded down; {@code least} and {@code most} bound the number itself. */
  long scaled(String field, int scale, double least, double most) {
    JsonNode number = json.path(field);
    if (number.isNumber() && number.asDouble() >= least && number.asDouble() <= most) {
      return scaled(number.decimalValue(), scale);
    }
    problem(field, "a number from " + least + " to " + most + " is expected, not " + shown(number));
    return (long) Math.ceil(Math.max(least, 1) * scale);
  }

  /** A number as it is. */
  double number(String field, double least, double most) {
    JsonNode number = json.path(field);
    if (number.isNumber() && number.asDouble() >= least && number.asDouble() <= most) {
      return number.asDouble();
    }
    problem(field, "a number from " + least + " to " + most + " is expected, not " + shown(number));
    return most;
  }

  /** What a field says of each session, times {@code scale}; empty if there is none. */
  Map<String, Integer> expected(String field, int scale, Map<String, Integer> sessions) {
    Map<String, Integer> expected = new LinkedHashMap<>();
    if (isNull(field)) {
      return expected;
    }
    json.path(field)
        .properties()
        .forEach(
            entry -> {
              if (!sessions.containsKey(entry.getKey()) || !entry.getValue().isNumber()) {
                problem(field + "." + entry.getKey(), "a session and a number are expected");
              } else {
                expected.put(entry.getKey(), (int) scaled(entry.getValue().decimalValue(), scale));
              }
            });
    return expected;
  }

  private static long scaled(BigDecimal number, int scale) {
    return number.multiply(BigDecimal.valueOf(scale)).setScale(0, RoundingMode.FLOOR).longValueExact();
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
