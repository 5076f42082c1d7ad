package io.parkbench.scenarios.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;

/** A recording that people read along: every line goes on, frames and links to the terminal, too. */
final class FrameLog implements Recording {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Recording next;
  private final PrintWriter out;
  private final boolean shown;

  FrameLog(Recording next, PrintWriter out, boolean shown) {
    this.next = next;
    this.out = out;
    this.shown = shown;
  }

  @Override
  public void line(long instant, String kind, Fields fields) {
    next.line(instant, kind, fields);
    if (shown) {
      out.println(Micros.toInstant(instant).truncatedTo(ChronoUnit.MILLIS) + " " + kind + " " + text(fields));
      out.flush();
    }
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
