package io.parkbench.reports.series;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Files the lines of a running bench that have something to tell; on the loop, which it neither blocks nor changes. */
final class SeriesTap implements Recording {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final int number;
  private final LineQueue queue;
  private final Wanted wanted = new Wanted();
  private final Line line = new Line();

  SeriesTap(int number, LineQueue queue) {
    this.number = number;
    this.queue = queue;
  }

  @Override
  public void line(long instant, String kind, Fields fields) {
    if (!wanted.wants(instant, kind, fields)) {
      return;
    }
    line.reset();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("t", instant);
      json.writeStringField("k", kind);
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    queue.append(number, line.bytes(), line.size(), instant);
  }

  /** Its bytes without a copy. */
  private static final class Line extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }
}
