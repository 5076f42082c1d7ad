package io.parkbench.interop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a recording to its end, strictly. */
final class RecordingLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordingLines() {}

  /** How many lines there are; one that is no JSON object with an instant, or a file cut short, throws. */
  static long of(Path recording) throws IOException {
    long count = 0;
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(new ZstdInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!JSON.readTree(line).path("t").isIntegralNumber()) {
          throw new IOException("no line of a recording: " + line);
        }
        count++;
      }
    }
    return count;
  }
}
