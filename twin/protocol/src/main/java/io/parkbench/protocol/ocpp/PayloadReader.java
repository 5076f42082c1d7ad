package io.parkbench.protocol.ocpp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON strictly: a value is of the type that is asked for, or an {@link OcppException} names its path and says what
 * it is instead. Nothing is converted: neither {@code "1"} nor {@code 1.0} is an integer, and null is no value.
 */
final class PayloadReader implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser json;

  PayloadReader(String text) throws IOException {
    json = JSON.createParser(text);
  }

  /** Goes to the next token: null at the end of the text. */
  @Nullable
  JsonToken next() throws IOException {
    return json.nextToken();
  }

  /** The token on which the reader stands. */
  @Nullable
  JsonToken token() {
    return json.currentToken();
  }

  /** The value must be an object; the reader goes inside. */
  void begin() {
    expect(JsonToken.START_OBJECT);
  }

  /**
   * Goes to the next property's value and returns its place in {@code properties}, or -1 at the object's end.
   *
   * @param seen one bit for each property that came before
   */
  int property(Properties properties, int seen) throws IOException {
    String name = json.nextFieldName();
    if (name == null) {
      return -1;
    }
    json.nextToken();
    int at = properties.find(name, Integer.SIZE - Integer.numberOfLeadingZeros(seen));
    if (at < 0) {
      throw problem(OcppError.FormationViolation, "unknown property");
    }
    if ((seen & 1 << at) != 0) {
      throw problem(OcppError.OccurenceConstraintViolation, "given twice");
    }
    return at;
  }

  String text() throws IOException {
    expect(JsonToken.VALUE_STRING);
    return json.getText();
  }

  int integer() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT);
    if (json.getNumberType() != JsonParser.NumberType.INT) {
      throw problem(OcppError.PropertyConstraintViolation, "more than 32 bits");
    }
    return json.getIntValue();
  }

  /** An integer; null for one of more than 32 bits. */
  @Nullable
  Integer integerOrBeyond() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT);
    return json.getNumberType() == JsonParser.NumberType.INT ? Integer.valueOf(json.getIntValue()) : null;
  }

  double number() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      expect(JsonToken.VALUE_NUMBER_FLOAT);
    }
    return json.getDoubleValue();
  }

  boolean flag() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_FALSE) {
      expect(JsonToken.VALUE_TRUE);
    }
    return json.getBooleanValue();
  }

  Instant time() throws IOException {
    expect(JsonToken.VALUE_STRING);
    long millis = Timestamps.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    if (millis == Timestamps.NONE) {
      throw problem(OcppError.PropertyConstraintViolation, "no dateTime of RFC 3339");
    }
    return Instant.ofEpochMilli(millis);
  }

  <E extends Enum<E> & Wire> E word(Words<E> words) throws IOException {
    expect(JsonToken.VALUE_STRING);
    E found = words.find(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    if (found == null) {
      throw problem(OcppError.PropertyConstraintViolation, "not a word of the standard");
    }
    return found;
  }

  <T> List<T> list(PayloadCodec<T> element) throws IOException {
    expect(JsonToken.START_ARRAY);
    List<T> list = new ArrayList<>(4);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.read(this));
    }
    return list;
  }

  /** Throws unless the reader stands on {@code token}. */
  void expect(JsonToken token) {
    JsonToken found = json.currentToken();
    if (found != token) {
      throw problem(OcppError.TypeConstraintViolation, "expected " + kind(token) + ", found " + kind(found));
    }
  }

  /** Passes over the object or list on which the reader stands. */
  void skip() throws IOException {
    json.skipChildren();
  }

  /** What a record's constructor found, at the end of its object: its own description begins with the property. */
  OcppException within(OcppException problem) {
    String path = path();
    return path.isEmpty() ? problem : new OcppException(problem.error(), path + "." + problem.description());
  }

  /** Something about the present value. */
  private OcppException problem(OcppError error, String what) {
    String path = path();
    return new OcppException(error, (path.isEmpty() ? "payload" : path) + ": " + what);
  }

  /** Where the reader is: {@code meterValue[0].timestamp}; empty outside of the payload. */
  private String path() {
    JsonToken token = json.currentToken();
    JsonStreamContext here = json.getParsingContext();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      here = here.getParent();
    }
    StringBuilder path = new StringBuilder();
    appendPath(path, here);
    return path.toString();
  }

  private static void appendPath(StringBuilder path, @Nullable JsonStreamContext here) {
    // the outermost array is the frame
    if (here == null || here.inRoot() || here.getParent().inRoot() && here.inArray()) {
      return;
    }
    appendPath(path, here.getParent());
    if (here.inArray()) {
      path.append('[').append(here.getCurrentIndex()).append(']');
    } else if (here.getCurrentName() != null) {
      path.append(path.isEmpty() ? "" : ".").append(here.getCurrentName());
    }
  }

  private static String kind(@Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "object";
      case START_ARRAY -> "array";
      case VALUE_STRING -> "string";
      case VALUE_NUMBER_INT -> "integer";
      case VALUE_NUMBER_FLOAT -> "decimal number";
      case VALUE_TRUE, VALUE_FALSE -> "boolean";
      case VALUE_NULL -> "null";
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "nothing";
      case null -> "nothing";
    };
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
