package io.parkbench.scenarios.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A recording that people read along: every line goes on, and in words to the terminal, too. */
final class FrameLog implements Recording {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Recording next;
  private final PrintWriter out;
  private final boolean frames;
  private final FrameWords words;

  /**
   * @param frames whether frames go to {@code out}; all else always does
   * @param words says each line to people
   */
  FrameLog(Recording next, PrintWriter out, boolean frames, FrameWords words) {
    this.next = next;
    this.out = out;
    this.frames = frames;
    this.words = words;
  }

  @Override
  public void line(long instant, String kind, Fields fields) {
    next.line(instant, kind, fields);
    if (frames || !kind.equals("frame") && !kind.equals("lost")) {
      print(instant, words.of(kind, text(fields)));
    }
  }

  /** Says something that is in no recording. */
  void say(long instant, String sentence) {
    print(instant, FrameWords.harmless(sentence));
  }

  private void print(long instant, String sentence) {
    out.println(FrameWords.time(instant) + " " + sentence);
    out.flush();
  }

  private static String text(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
