package io.parkbench.kernel;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The one format of the past: a line of JSON for everything that happened, in the order in which it happened. */
public interface Recording {
  /** Remembers nothing. */
  Recording NONE = (instant, kind, fields) -> {};

  /**
   * Writes one line {@code {"t":instant,"k":kind,…}}.
   *
   * @param instant microseconds since 1970
   * @param kind what the line tells, one word, e.g. {@code frame}
   * @param fields writes the rest of the line's fields into the open object
   */
  void line(long instant, String kind, Fields fields);

  /** Writes the fields of one line. */
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
