package io.parkbench.kernel;

/** The lines that a net writes into the recording, alike for every net. */
public final class LinkRecorder {
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
    recording.line(now, "frame", new FrameFields(identity, direction, sent, frame, raw));
  }

  /** A frame will never arrive; {@code why} is one word. */
  public void lost(long now, String identity, Direction direction, long sent, Frame frame, boolean raw, String why) {
    recording.line(now, "lost", json -> {
      new FrameFields(identity, direction, sent, frame, raw).write(json);
      json.writeStringField("why", why);
    });
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
