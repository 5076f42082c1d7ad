package io.parkbench.reports.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The fields of one line that the reports use, read without building a tree; reused from line to line. */
final class Line {
  static final long NONE = Long.MIN_VALUE;

  long t;
  long since;
  int connector;
  int phase;
  double kw;
  double wh;
  double seconds;
  boolean on;
  final double[] amps = new double[3];
  final double[] limit = new double[3];
  @Nullable String kind;
  @Nullable String zone;
  @Nullable String link;
  @Nullable String station;
  @Nullable String event;
  @Nullable String what;
  @Nullable String by;
  @Nullable String id;
  @Nullable String rule;
  @Nullable String text;
  @Nullable String detail;

  /** Reads the line's object; throws if it is no JSON object or a field is of the wrong kind. */
  void read(JsonParser json) throws IOException {
    clear();
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("not a JSON object");
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "t" -> t = json.getLongValue();
        case "k" -> kind = json.getText();
        case "z" -> zone = json.getText();
        case "l" -> link = json.getText();
        case "station" -> station = json.getText();
        case "connector" -> connector = json.getIntValue();
        case "phase" -> phase = json.getIntValue();
        case "since" -> since = json.getLongValue();
        case "e" -> event = json.getText();
        case "what" -> what = textOrNull(json);
        case "by" -> by = textOrNull(json);
        case "id" -> id = token.isScalarValue() ? textOrNull(json) : null;
        case "kw" -> kw = number(json);
        case "wh" -> wh = number(json);
        case "s" -> seconds = number(json);
        case "device" -> what = textOrNull(json);
        case "on" -> detail = textOrNull(json);
        case "code" -> detail = textOrNull(json);
        case "a" -> numbers(json, amps);
        case "limit" -> numbers(json, limit);
        case "why" -> why(json);
        default -> json.skipChildren();
      }
    }
  }

  private void clear() {
    t = NONE;
    since = NONE;
    connector = 0;
    phase = 0;
    kw = Double.NaN;
    wh = Double.NaN;
    seconds = Double.NaN;
    Arrays.fill(amps, Double.NaN);
    Arrays.fill(limit, Double.NaN);
    kind = null;
    zone = null;
    link = null;
    station = null;
    event = null;
    what = null;
    by = null;
    id = null;
    rule = null;
    text = null;
    detail = null;
  }

  private void why(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "rule" -> rule = textOrNull(json);
        case "text" -> text = textOrNull(json);
        default -> json.skipChildren();
      }
    }
  }

  /** The scalar as text; a structure is passed over. */
  private static @Nullable String textOrNull(JsonParser json) throws IOException {
    if (json.currentToken().isStructStart()) {
      json.skipChildren();
      return null;
    }
    return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
  }

  private static double number(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
  }

  /** An array of one number per phase, or one number for the first place. */
  private static void numbers(JsonParser json, double[] into) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      into[0] = number(json);
      return;
    }
    int i = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (i < into.length) {
        into[i++] = number(json);
      }
    }
  }
}
