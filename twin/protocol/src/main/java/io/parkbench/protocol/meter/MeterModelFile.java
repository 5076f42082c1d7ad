package io.parkbench.protocol.meter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Custom meter models as JSON, for export and import (R-DYN-4):
 *
 * <pre>{@code
 * {"name": "Acme 300", "address_base": 1, "word_order": "ABCD", "points": {
 *   "current_l1": {"register": 3000, "format": "Float32", "type": "holding", "scale": 1},
 *   "power_total": {"register": 3060, "format": "Float32", "type": "holding", "scale": 1000}}}
 * }</pre>
 *
 * <p>{@code address_base} is 1 unless given, {@code word_order} ABCD, {@code type} holding, {@code scale} 1.
 */
public final class MeterModelFile {
  private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final List<String> MODEL = List.of("name", "address_base", "word_order", "points");
  private static final List<String> POINT = List.of("register", "format", "type", "scale");
  private static final List<Format> FORMATS = Arrays.stream(Format.values()).filter(Format::custom).toList();

  private final String source;
  private final List<String> problems = new ArrayList<>();
  private final Map<Quantity, String> places = new LinkedHashMap<>();

  private MeterModelFile(String source) {
    this.source = source;
  }

  /**
   * Reads a model; anything wrong throws a {@link MeterModelException} with all of it.
   *
   * @param source what people call the text, such as its file's name: begins each problem, with the line
   */
  public static MeterModel read(String source, String text) {
    return new MeterModelFile(source).read(text);
  }

  /** The model as JSON, every property written out; reading it gives the same model. */
  public static String write(MeterModel model) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("name", model.name());
      json.writeNumberField("address_base", model.addressBase());
      json.writeStringField("word_order", model.wordOrder().name());
      json.writeObjectFieldStart("points");
      for (Point point : model.points()) {
        json.writeObjectFieldStart(point.quantity().text());
        json.writeNumberField("register", point.register());
        json.writeStringField("format", point.format().text());
        json.writeStringField("type", point.type().text());
        json.writeNumberField("scale", point.scale());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private MeterModel read(String text) {
    String name = null;
    Integer base = 1;
    WordOrder order = WordOrder.ABCD;
    List<Point> points = null;
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      if (!is(json, JsonToken.START_OBJECT, "", "a model is an object with " + String.join(", ", MODEL))) {
        throw new MeterModelException(problems);
      }
      for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
        json.nextToken();
        switch (key) {
          case "name" -> name = text(json, key);
          case "address_base" -> base = integer(json, key);
          case "word_order" -> order = oneOf(json, key, List.of(WordOrder.values()), WordOrder::name);
          case "points" -> points = points(json);
          default -> unknown(json, key, MODEL);
        }
      }
      if (json.nextToken() != null) {
        problem(json, "", "more text follows the model; one file holds one model");
      }
    } catch (JsonProcessingException e) {
      problems.add(source + ":" + e.getLocation().getLineNr() + ": cannot be read as JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (problems.isEmpty()) {
      need(name, "name", "give the model a name");
      need(points, "points", "say where the meter shows which quantity");
    }
    if (problems.isEmpty() && base != null && name != null && points != null) {
      for (MeterModel.Problem problem : MeterModel.problems(name, base, points)) {
        problems.add((problem.at() == null ? source : places.get(problem.at())) + ": " + problem);
      }
    }
    if (!problems.isEmpty() || name == null || base == null || order == null || points == null) {
      throw new MeterModelException(problems);
    }
    return new MeterModel(name, base, order, points);
  }

  private List<Point> points(JsonParser json) throws IOException {
    List<Point> points = new ArrayList<>();
    if (!is(json, JsonToken.START_OBJECT, "points",
        "points is an object with a quantity for each key: " + names(Quantity.values()))) {
      json.skipChildren();
      return points;
    }
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      String place = "points." + key;
      Quantity quantity = find(key, List.of(Quantity.values()), Quantity::text);
      if (quantity == null) {
        unknown(json, place, Arrays.stream(Quantity.values()).map(Quantity::text).toList());
      } else if (!is(json, JsonToken.START_OBJECT, place, "a point is an object with " + String.join(", ", POINT))) {
        json.skipChildren();
      } else {
        places.put(quantity, source + ":" + json.currentTokenLocation().getLineNr());
        Point point = point(json, place + ".", quantity);
        if (point != null) {
          points.add(point);
        }
      }
    }
    return points;
  }

  private @Nullable Point point(JsonParser json, String place, Quantity quantity) throws IOException {
    int before = problems.size();
    Integer register = null;
    Format format = null;
    RegisterType type = RegisterType.HOLDING;
    Double scale = 1.0;
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      switch (key) {
        case "register" -> register = integer(json, place + key);
        case "format" -> format = oneOf(json, place + key, FORMATS, Format::text);
        case "type" -> type = oneOf(json, place + key, List.of(RegisterType.values()), RegisterType::text);
        case "scale" -> scale = number(json, place + key);
        default -> unknown(json, place + key, POINT);
      }
    }
    if (problems.size() == before) {
      need(register, place + "register", "give its first register, as the meter's document prints it");
      need(format, place + "format", "give one of " + String.join(", ", FORMATS.stream().map(Format::text).toList()));
    }
    return register == null || format == null || type == null || scale == null ? null
        : new Point(quantity, register, format, type, scale);
  }

  private @Nullable String text(JsonParser json, String place) throws IOException {
    return is(json, JsonToken.VALUE_STRING, place, "is a text") ? json.getText() : null;
  }

  private @Nullable Integer integer(JsonParser json, String place) throws IOException {
    if (!is(json, JsonToken.VALUE_NUMBER_INT, place, "is a whole number")) {
      return null;
    }
    if (json.getNumberType() != JsonParser.NumberType.INT) {
      problem(json, place, "is 0 to 65536, not " + json.getText());
      return null;
    }
    return json.getIntValue();
  }

  private @Nullable Double number(JsonParser json, String place) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      return json.getDoubleValue();
    }
    return is(json, JsonToken.VALUE_NUMBER_INT, place, "is a number") ? json.getDoubleValue() : null;
  }

  private <T> @Nullable T oneOf(JsonParser json, String place, List<T> choices, Function<T, String> text) throws IOException {
    String words = String.join(", ", choices.stream().map(text).toList());
    if (!is(json, JsonToken.VALUE_STRING, place, "is one of " + words)) {
      return null;
    }
    T found = find(json.getText(), choices, text);
    if (found == null) {
      problem(json, place, "is one of " + words + ", not " + json.getText());
    }
    return found;
  }

  private static <T> @Nullable T find(String word, List<T> choices, Function<T, String> text) {
    for (T choice : choices) {
      if (text.apply(choice).equals(word)) {
        return choice;
      }
    }
    return null;
  }

  private boolean is(JsonParser json, JsonToken wanted, String place, String rule) throws IOException {
    JsonToken token = json.currentToken();
    if (token == wanted) {
      return true;
    }
    problem(json, place,
        rule + ", not " + (token == null ? "an empty text" : token.isScalarValue() ? json.getText() : "an object or list"));
    json.skipChildren();
    return false;
  }

  private void unknown(JsonParser json, String place, List<String> known) throws IOException {
    problem(json, place, "is no such key; there are " + String.join(", ", known));
    json.skipChildren();
  }

  private void need(@Nullable Object value, String place, String remedy) {
    if (value == null) {
      problems.add(source + ": " + place + " is missing; " + remedy);
    }
  }

  private void problem(JsonParser json, String place, String text) {
    problems.add(source + ":" + json.currentTokenLocation().getLineNr() + ": " + (place.isEmpty() ? "" : place + " ") + text);
  }

  private static String names(Quantity[] quantities) {
    return String.join(", ", Arrays.stream(quantities).map(Quantity::text).toList());
  }
}
