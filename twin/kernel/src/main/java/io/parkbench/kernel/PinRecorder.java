package io.parkbench.kernel;

/** The lines {@code pin} that a net writes into the recording, alike for every net. */
public final class PinRecorder {
  private final Recording recording;

  public PinRecorder(Recording recording) {
    this.recording = recording;
  }

  /** A pin was heard to have this level. */
  public void level(long now, String pin, boolean high) {
    recording.line(now, "pin", json -> {
      json.writeStringField("pin", pin);
      json.writeNumberField("level", high ? 1 : 0);
    });
  }

  /** Nobody knows a pin's level any more. */
  public void lost(long now, String pin, String why) {
    recording.line(now, "pin", json -> {
      json.writeStringField("pin", pin);
      json.writeStringField("e", "lost");
      json.writeStringField("why", why);
    });
  }
}
