package io.parkbench.scenarios.demo.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one command; what is missing, odd or unknown is refused with its name. */
final class Words {
  private final JsonNode command;

  /** @param known the fields that there may be besides {@code do} */
  Words(JsonNode command, Set<String> known) {
    this.command = command;
    Set<String> others = new TreeSet<>();
    command.fieldNames().forEachRemaining(others::add);
    others.removeAll(known);
    others.remove("do");
    if (!others.isEmpty()) {
      throw Refusal.bad(others.iterator().next(), "'" + command.path("do").asText() + "' knows no " + String.join(", ", others),
          known.isEmpty() ? "leave it out" : "there are " + String.join(", ", new TreeSet<>(known)));
    }
  }

  boolean has(String field) {
    return command.hasNonNull(field);
  }

  String text(String field) {
    String text = textOr(field, null);
    if (text == null) {
      throw Refusal.bad(field, field + " is missing", "say it as text");
    }
    return text;
  }

  @Nullable
  String textOr(String field, @Nullable String otherwise) {
    JsonNode node = command.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return otherwise;
    }
    if (!node.isTextual() || node.asText().isEmpty()) {
      throw Refusal.bad(field, field + " is text, not " + node, null);
    }
    return node.asText();
  }

  boolean flag(String field, boolean otherwise) {
    JsonNode node = command.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw Refusal.bad(field, field + " is true or false, not " + node, null);
    }
    return node.asBoolean();
  }

  double number(String field, double least, double most) {
    if (!has(field)) {
      throw Refusal.bad(field, field + " is missing", "say a number from " + plain(least) + " to " + plain(most));
    }
    return number(field, command.path(field), least, most);
  }

  double numberOr(String field, double least, double most, double otherwise) {
    return has(field) ? number(field, least, most) : otherwise;
  }

  int integerOr(String field, int least, int most, int otherwise) {
    double number = numberOr(field, least, most, otherwise);
    if (number != Math.rint(number)) {
      throw Refusal.bad(field, field + " is a whole number, not " + number, null);
    }
    return (int) number;
  }

  private static double number(String field, JsonNode node, double least, double most) {
    if (!node.isNumber() || !(node.asDouble() >= least && node.asDouble() <= most)) {
      throw Refusal.bad(field, field + " is a number from " + plain(least) + " to " + plain(most) + ", not " + node, null);
    }
    return node.asDouble();
  }

  /** One number for all three phases, or three. */
  double[] phases(String field, double least, double most) {
    JsonNode node = command.path(field);
    List<Double> values = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> values.add(number(field, each, least, most)));
    } else {
      double same = number(field, least, most);
      values.addAll(List.of(same, same, same));
    }
    if (values.size() != 3) {
      throw Refusal.bad(field, field + " is one number or three, not " + values.size(), "say one for each phase");
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
