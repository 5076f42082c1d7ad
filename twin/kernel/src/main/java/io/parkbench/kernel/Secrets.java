package io.parkbench.kernel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Keeps passwords and tokens out of what is written down: the value of whatever has such a name becomes stars. */
final class Secrets {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String MASK = "***";
  private static final String DATA = "data:";

  private Secrets() {}

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password") || lower.contains("token");
  }

  /** Writes {@code text}, which is exactly one JSON value, without its secrets. */
  static void write(String text, JsonGenerator json) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      while (parser.nextToken() != null) {
        copy(parser, json);
      }
    }
  }

  private static void copy(JsonParser parser, JsonGenerator json) throws IOException {
    JsonToken token = parser.currentToken();
    switch (token) {
      case FIELD_NAME -> {
        String name = parser.currentName();
        json.writeFieldName(writable(name));
        if (isSecret(name)) {
          parser.nextToken();
          parser.skipChildren();
          json.writeString(MASK);
        }
      }
      case VALUE_STRING -> json.writeString(writable(parser.getText()));
      // as it was written, without a detour through double
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(parser.getText());
      default -> json.copyCurrentEvent(parser);
    }
  }

  /** The target of a request without the values of secret parameters. */
  static String inTarget(String target) {
    int query = target.indexOf('?');
    if (query < 0) {
      return writable(target);
    }
    StringBuilder masked = new StringBuilder(target.substring(0, query));
    char before = '?';
    for (String parameter : target.substring(query + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      boolean secret = equals >= 0 && isSecret(parameter.substring(0, equals));
      masked.append(before).append(secret ? parameter.substring(0, equals + 1) + MASK : parameter);
      before = '&';
    }
    return writable(masked.toString());
  }

  /** Events of a stream without the secrets in their data. */
  static String inEvents(String text) throws IOException {
    StringBuilder masked = new StringBuilder();
    String between = "";
    for (String line : text.split("\n", -1)) {
      String data = line.startsWith(DATA) ? line.substring(DATA.length()).strip() : "";
      masked.append(between).append(JsonLines.isOneValue(data) ? DATA + " " + masked(data) : line);
      between = "\n";
    }
    return writable(masked.toString());
  }

  private static String masked(String value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(value, json);
    }
    return text.toString();
  }

  /** Half a character, which no UTF-8 can hold, becomes a question mark. */
  private static String writable(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c)) ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
