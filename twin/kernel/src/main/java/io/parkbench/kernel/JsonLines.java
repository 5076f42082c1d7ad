package io.parkbench.kernel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A {@link Recording} as JSON lines on a stream, with the SHA-256 of all lines so far. */
public final class JsonLines implements Recording, AutoCloseable {
  private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final SerializedString INSTANT = new SerializedString("t");
  private static final SerializedString KIND = new SerializedString("k");

  /** Well within what Jackson reads unless told otherwise, the line's own object around it included. */
  private static final int DEPTH_MAX = 900;

  private static final int DIGITS_MAX = 900;

  private final MessageDigest digest;
  private final JsonGenerator json;
  private long lines;

  /**
   * Writes to {@code out} and closes it in the end.
   *
   * @param out usually a compressing stream; what it does with the bytes has no part in the hash
   */
  public JsonLines(OutputStream out) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
      json = FACTORY.createGenerator(new DigestOutputStream(out, digest));
      json.setRootValueSeparator(null);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void line(long instant, String kind, Fields fields) {
    try {
      json.writeStartObject();
      json.writeFieldName(INSTANT);
      json.writeNumber(instant);
      json.writeFieldName(KIND);
      json.writeString(kind);
      fields.write(json);
      json.writeEndObject();
      json.writeRaw('\n');
      lines++;
    } catch (IOException e) {
      throw new UncheckedIOException("the recording cannot be written: " + e.getMessage(), e);
    }
  }

  public long lines() {
    return lines;
  }

  /** The SHA-256 of all lines so far, in hexadecimal; the recording may go on. */
  public String hash() {
    try {
      json.flush();
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the SHA-256 of the Java platform can be cloned", e);
    }
  }

  /**
   * Whether {@code text} is exactly one JSON value on one line, so that a line of a recording can hold it as it is. What a reader of
   * the line might refuse, because it nests very deep or has numbers without end, is none.
   */
  public static boolean isOneValue(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && isValue(text);
  }

  /** The same on however many lines. */
  static boolean isValue(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      int values = 0;
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        values += depth == 0 ? 1 : 0;
        if (depth > DEPTH_MAX || token.isNumeric() && parser.getTextLength() > DIGITS_MAX) {
          return false;
        }
      }
      return values == 1;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
