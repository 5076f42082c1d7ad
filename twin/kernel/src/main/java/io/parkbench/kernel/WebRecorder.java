package io.parkbench.kernel;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The lines that a net writes into the recording about HTTP, alike for every net: a {@code request} for each with what became of it, an
 * {@code event} for each chunk of a stream and for its end. Headers are not written, nor are passwords and tokens.
 */
public final class WebRecorder {
  private final Recording recording;

  public WebRecorder(Recording recording) {
    this.recording = recording;
  }

  /**
   * A request has been answered.
   *
   * @param who the asker's name
   * @param sent when it was asked
   * @param why what went wrong in the server, or empty
   */
  public void answered(long now, String who, long sent, WebRequest request, WebResponse response, String why) {
    recording.line(now, "request", json -> {
      write(json, who, sent, request);
      json.writeNumberField("status", response.status());
      json.writeNumberField("size", response.body().length);
      if (!why.isEmpty()) {
        json.writeStringField("why", why);
      }
    });
  }

  /** A request has no answer: {@code why} is one word. */
  public void failed(long now, String who, long sent, WebRequest request, String why) {
    recording.line(now, "request", json -> {
      write(json, who, sent, request);
      json.writeStringField("why", why);
    });
  }

  private static void write(JsonGenerator json, String who, long sent, WebRequest request)
      throws IOException {
    json.writeStringField("l", who);
    json.writeNumberField("s", sent);
    json.writeStringField("m", request.method());
    json.writeStringField("p", Secrets.inTarget(request.target()));
    if (request.body().length > 0) {
      String body = request.text();
      if (JsonLines.isValue(body)) {
        json.writeFieldName("body");
        Secrets.write(body, json);
      } else {
        json.writeNumberField("bytes", request.body().length);
      }
    }
  }

  /** A chunk arrived. */
  public void chunk(long now, String who, long sent, String text) {
    chunk(now, who, sent, text, "");
  }

  /** A chunk will never arrive; {@code why} is one word. */
  public void lost(long now, String who, long sent, String text, String why) {
    chunk(now, who, sent, text, why);
  }

  private void chunk(long now, String who, long sent, String text, String why) {
    recording.line(now, "event", json -> {
      json.writeStringField("l", who);
      json.writeNumberField("s", sent);
      json.writeStringField("x", Secrets.inEvents(text));
      if (!why.isEmpty()) {
        json.writeStringField("why", why);
      }
    });
  }

  /** A stream is over for one of its ends, or both; {@code how} is one word. */
  public void over(long now, String who, String how) {
    recording.line(now, "event", json -> {
      json.writeStringField("l", who);
      json.writeStringField("e", how);
    });
  }
}
