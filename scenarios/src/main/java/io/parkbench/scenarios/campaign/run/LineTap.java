package io.parkbench.scenarios.campaign.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.parkbench.kernel.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Listens to the recording as it is made: all that a campaign knows of the gateway besides its view. */
final class LineTap implements Recording {
  /** Hears one line. */
  interface Listener {
    void line(long instant, String kind, JsonNode fields);
  }

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  /** Lines that nobody here needs and that come often. */
  private static final Set<String> PASSED_OVER = new TreeSet<>(List.of("draw", "current"));

  private final List<Listener> listeners = new ArrayList<>();

  void add(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public void line(long instant, String kind, Fields fields) {
    if (PASSED_OVER.contains(kind)) {
      return;
    }
    try (TokenBuffer buffer = new TokenBuffer(JSON, false)) {
      buffer.writeStartObject();
      fields.write(buffer);
      buffer.writeEndObject();
      try (JsonParser parser = buffer.asParser()) {
        JsonNode node = JSON.readTree(parser);
        for (Listener listener : listeners) {
          listener.line(instant, kind, node);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
