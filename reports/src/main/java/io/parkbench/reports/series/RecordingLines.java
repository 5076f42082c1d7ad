package io.parkbench.reports.series;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a recording's lines that have something to tell. */
final class RecordingLines {
  private static final int BUFFER_BYTES = 1 << 17;

  private RecordingLines() {}

  /** Takes a line, without its end, that may be waited for. */
  interface Consumer {
    void line(byte[] text, int from, int length) throws InterruptedException;
  }

  /**
   * Hands the lines over in their order; returns how many there are in all.
   *
   * @throws IOException naming the file if it is none or damaged; what could be read before is handed over
   */
  static long read(Path file, Consumer consumer) throws IOException {
    long lines = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    int end = 0;
    try (InputStream compressed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream in = new ZstdInputStreamNoFinalizer(compressed)) {
      for (int read; (read = in.read(buffer, end, buffer.length - end)) >= 0;) {
        int searched = end;
        end += read;
        int start = 0;
        for (int i = searched; i < end; i++) {
          if (buffer[i] == '\n') {
            if (Wanted.mayWant(buffer, start, i)) {
              consumer.line(buffer, start, i - start);
            }
            lines++;
            start = i + 1;
          }
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        if (end == buffer.length) {
          buffer = Arrays.copyOf(buffer, 2 * end);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while sending " + file);
    } catch (java.nio.file.NoSuchFileException missing) {
      throw missing;
    } catch (IOException damaged) {
      throw new IOException(file + " cannot be read after line " + lines + ": " + damaged.getMessage(), damaged);
    }
    return lines;
  }
}
