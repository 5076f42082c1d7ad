package io.parkbench.protocol.make;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in a model file: each reads itself as what is wanted. What is missing, wrong or unknown is a problem with
 * file and place; {@link #check} throws them all at once.
 */
public final class MakeFields {
  private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String place;
  private final Map<String, Object> fields;
  private final List<String> problems;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<MakeFields> inner = new ArrayList<>();

  private MakeFields(String place, Map<String, Object> fields, List<String> problems) {
    this.place = place;
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * Reads a file that holds one object.
   *
   * @param source what people call the file
   * @throws MakeException where it is no JSON object
   */
  public static MakeFields of(String source, String text) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      Object value = value(json);
      if (!(value instanceof Map<?, ?> map) || json.nextToken() != null) {
        throw new MakeException(List.of(source + ": a model file holds one JSON object, { … }, and nothing else"));
      }
      return new MakeFields(source + ": ", checked(map), new ArrayList<>());
    } catch (JsonProcessingException e) {
      throw new MakeException(
          List.of(source + ":" + e.getLocation().getLineNr() + ": cannot be read as JSON: " + e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a String does not fail to be read
    }
  }

  private static Map<String, Object> checked(Map<?, ?> map) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    return fields;
  }

  /** Objects as maps, arrays as lists, numbers as doubles; null as an empty string. */
  private static Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
          json.nextToken();
          map.put(key, value(json));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case null, default -> json.currentToken() == null || token == JsonToken.VALUE_NULL ? "" : json.getText();
    };
  }

  /** Tells that something is wrong with a field. */
  public void problem(String key, String what) {
    problems.add(place + key + " " + what);
  }

  private @Nullable Object get(String key) {
    asked.add(key);
    return fields.get(key);
  }

  public boolean has(String key) {
    return fields.containsKey(key);
  }

  /** Text of 1 to 100 characters. */
  public String text(String key, @Nullable String otherwise) {
    Object value = get(key);
    if (value instanceof String text && !text.isBlank() && text.length() <= 100) {
      return text;
    }
    if (value != null || otherwise == null) {
      problem(key, value == null ? "is missing; give it some text" : "has to be text of 1 to 100 characters");
    }
    return otherwise == null ? "" : otherwise;
  }

  /** A number from {@code least} to {@code most}. */
  public double number(String key, @Nullable Double otherwise, double least, double most) {
    Object value = get(key);
    if (value instanceof Double number && number >= least && number <= most) {
      return number;
    }
    if (value != null || otherwise == null) {
      problem(key, (value == null ? "is missing; give" : "has to be") + " a number from " + least + " to " + most);
    }
    return otherwise == null ? least : otherwise;
  }

  /** A whole number from {@code least} to {@code most}. */
  public int whole(String key, int otherwise, int least, int most) {
    double number = number(key, (double) otherwise, least, most);
    if (number != Math.rint(number)) {
      problem(key, "has to be a whole number");
    }
    return (int) number;
  }

  public boolean flag(String key, boolean otherwise) {
    Object value = get(key);
    if (value != null && !(value instanceof Boolean)) {
      problem(key, "has to be true or false");
    }
    return value instanceof Boolean flag ? flag : otherwise;
  }

  /** A list of texts; empty where there is none. */
  public List<String> texts(String key, List<String> otherwise) {
    Object value = get(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    problem(key, "has to be a list of texts, [\"…\", \"…\"]");
    return otherwise;
  }

  /** One of the words. */
  public String oneOf(String key, @Nullable String otherwise, List<String> words) {
    Object value = get(key);
    if (value instanceof String text && words.contains(text)) {
      return text;
    }
    if (value != null || otherwise == null) {
      problem(key,
          (value == null ? "is missing; it is " : "is '" + value + "'; it has to be ") + "one of " + String.join(", ", words));
    }
    return otherwise == null ? words.getFirst() : otherwise;
  }

  /** An object of its own; an empty one where there is none. */
  public MakeFields object(String key) {
    Object value = get(key);
    if (value != null && !(value instanceof Map<?, ?>)) {
      problem(key, "has to be an object, { … }");
    }
    return inner(key, value instanceof Map<?, ?> map ? checked(map) : Map.of());
  }

  /** A list of objects. */
  public List<MakeFields> objects(String key) {
    Object value = get(key);
    List<MakeFields> objects = new ArrayList<>();
    if (value instanceof List<?> list && list.stream().allMatch(each -> each instanceof Map<?, ?>)) {
      for (Object each : list) {
        objects.add(inner(key + "[" + objects.size() + "]", checked((Map<?, ?>) each)));
      }
    } else if (value != null) {
      problem(key, "has to be a list of objects, [{ … }]");
    }
    return objects;
  }

  /** Every field as text, in the order of the file. */
  public Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : fields.keySet()) {
      texts.put(key, text(key, ""));
    }
    return texts;
  }

  /** Every field as a number, in the order of the file. */
  public Map<String, Double> allNumbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String key : fields.keySet()) {
      numbers.put(key, number(key, 0.0, -Double.MAX_VALUE, Double.MAX_VALUE));
    }
    return numbers;
  }

  private MakeFields inner(String key, Map<String, Object> map) {
    MakeFields made = new MakeFields(place + key + ".", map, problems);
    inner.add(made);
    return made;
  }

  /**
   * Done reading: what nobody asked for is unknown.
   *
   * @throws MakeException with all problems
   */
  public void check() {
    unknown();
    if (!problems.isEmpty()) {
      throw new MakeException(problems);
    }
  }

  private void unknown() {
    for (String key : fields.keySet()) {
      if (!asked.contains(key)) {
        problem(key, "is unknown; there are " + String.join(", ", asked));
      }
    }
    inner.forEach(MakeFields::unknown);
  }
}
