package io.parkbench.kernel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/**
 * The fields of a line {@code frame}, for a {@link Recording} that wants to know what it is before it is written: frames are most of all lines.
 *
 * @param identity of the link
 * @param sent instant at which it was sent, µs
 * @param raw the text is not known to be one JSON value on one line, and is recorded as a string
 */
public record FrameFields(String identity, Direction direction, long sent, Frame frame, boolean raw) implements Recording.Fields {
  private static final SerializedString LINK = new SerializedString("l");
  private static final SerializedString DIRECTION = new SerializedString("d");
  private static final SerializedString SENT = new SerializedString("s");
  private static final SerializedString VALUE = new SerializedString("f");
  private static final SerializedString UP = new SerializedString("up");
  private static final SerializedString DOWN = new SerializedString("down");

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeFieldName(LINK);
    json.writeString(identity);
    json.writeFieldName(DIRECTION);
    json.writeString(direction == Direction.UP ? UP : DOWN);
    json.writeFieldName(SENT);
    json.writeNumber(sent);
    switch (frame.opcode()) {
      case TEXT -> {
        if (raw) {
          json.writeStringField("x", frame.text());
        } else {
          json.writeFieldName(VALUE);
          json.writeRawValue(frame.text());
        }
      }
      case PING -> json.writeStringField("p", "ping");
      case PONG -> json.writeStringField("p", "pong");
    }
  }
}
