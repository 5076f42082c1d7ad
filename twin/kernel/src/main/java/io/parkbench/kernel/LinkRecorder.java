package io.parkbench.kernel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/** The lines that a net writes into the recording, alike for every net. */
public final class LinkRecorder {
  private static final SerializedString LINK = new SerializedString("l");
  private static final SerializedString DIRECTION = new SerializedString("d");
  private static final SerializedString SENT = new SerializedString("s");
  private static final SerializedString VALUE = new SerializedString("f");
  private static final SerializedString UP = new SerializedString("up");
  private static final SerializedString DOWN = new SerializedString("down");

  private final Recording recording;

  public LinkRecorder(Recording recording) {
    this.recording = recording;
  }

  /**
   * A frame arrived.
   *
   * @param raw the text is not known to be one JSON value on one line, and is recorded as a string
   */
  public void frame(long now, String identity, Direction direction, long sent, Frame frame, boolean raw) {
    recording.line(now, "frame", json -> write(json, identity, direction, sent, frame, raw));
  }

  /** A frame will never arrive; {@code why} is one word. */
  public void lost(long now, String identity, Direction direction, long sent, Frame frame, boolean raw, String why) {
    recording.line(now, "lost", json -> {
      write(json, identity, direction, sent, frame, raw);
      json.writeStringField("why", why);
    });
  }

  private static void write(JsonGenerator json, String identity, Direction direction, long sent, Frame frame, boolean raw)
      throws IOException {
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

  /** A link opened, was refused, closed, cut or abandoned. */
  public void link(long now, String identity, String event, int code) {
    link(now, identity, event, code, "");
  }

  /** The same with what the other end or the machine said about it, if anything. */
  public void link(long now, String identity, String event, int code, String why) {
    recording.line(now, "link", json -> {
      json.writeStringField("l", identity);
      json.writeStringField("e", event);
      json.writeNumberField("code", code);
      if (!why.isEmpty()) {
        json.writeStringField("why", why);
      }
    });
  }

  /** A fault came into force or was healed. */
  public void fault(long now, boolean on, FaultRules.Rule rule) {
    recording.line(now, "fault", json -> {
      json.writeStringField("e", on ? "on" : "off");
      json.writeStringField("what", rule.fault().toString());
      if (!rule.names().isEmpty()) {
        json.writeStringField("on", rule.names());
      }
    });
  }
}
