package io.parkbench.reports.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads a recording into a {@link Trace}, line by line. Frames are most of a recording and the plots do not need what
 * is in them, so they are counted by their first bytes and not parsed. Damage ends in {@link Trace#problem()}, with
 * what could be read before it and after it.
 */
public final class RecordingReader {
  private static final byte[] KIND = "\"k\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FRAME = "frame\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOST = "lost\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] START = "{\"t\":".getBytes(StandardCharsets.US_ASCII);

  private final JsonFactory json = new JsonFactory();
  private final Line line = new Line();
  private final Trace trace = new Trace();
  private final Teller teller = new Teller(trace);
  private long number;
  private long damaged;
  private String firstDamage = "";

  private RecordingReader() {}

  /** Reads the file; never throws for what is wrong with it. */
  public static Trace read(Path file) {
    RecordingReader reader = new RecordingReader();
    try (InputStream compressed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream lines = new ZstdInputStreamNoFinalizer(compressed)) {
      reader.lines(lines);
    } catch (NoSuchFileException missing) {
      reader.trace.problem = "The recording is missing.";
    } catch (IOException broken) {
      reader.trace.problem = "The recording ends after line " + reader.number + " of what could be read: "
          + Objects.requireNonNullElse(broken.getMessage(), broken.getClass().getSimpleName()) + ".";
    }
    if (reader.trace.problem == null && reader.damaged > 0) {
      reader.trace.problem = reader.damaged + (reader.damaged == 1 ? " line" : " lines")
          + " of the recording could not be read; the first: " + reader.firstDamage + ".";
    }
    return reader.trace;
  }

  private void lines(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 17];
    int end = 0;
    for (int read; (read = in.read(buffer, end, buffer.length - end)) >= 0;) {
      int searched = end;
      end += read;
      int start = 0;
      for (int i = searched; i < end; i++) {
        if (buffer[i] == '\n') {
          line(buffer, start, i);
          start = i + 1;
        }
      }
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      if (end == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * end);
      }
    }
    if (end > 0) {
      line(buffer, 0, end);
    }
  }

  private void line(byte[] text, int start, int end) {
    number++;
    if (passedOver(text, start, end)) {
      return;
    }
    try (JsonParser parser = json.createParser(text, start, end - start)) {
      line.read(parser);
      if (line.t == Line.NONE || line.kind == null) {
        throw new IOException("no instant or kind");
      }
      span(line.t);
      teller.tell(line);
    } catch (IOException | RuntimeException wrong) {
      damaged++;
      if (firstDamage.isEmpty()) {
        firstDamage = "line " + number + ", " + firstSentence(wrong);
      }
    }
  }

  /** Takes a frame in by its first bytes, if they are as our own recorder writes them. */
  private boolean passedOver(byte[] text, int start, int end) {
    if (!has(text, start, end, START)) {
      return false;
    }
    long instant = 0;
    int i = start + START.length;
    while (i < end && text[i] >= '0' && text[i] <= '9') {
      instant = 10 * instant + text[i++] - '0';
    }
    if (i == end || text[i] != ',' || !has(text, i + 1, end, KIND)) {
      return false;
    }
    int kind = i + 1 + KIND.length;
    boolean lost = has(text, kind, end, LOST);
    if (!lost && !has(text, kind, end, FRAME)) {
      return false;
    }
    span(instant);
    trace.frames += lost ? 0 : 1;
    trace.lost += lost ? 1 : 0;
    return true;
  }

  private void span(long instant) {
    trace.from = Math.min(trace.from, instant);
    trace.until = Math.max(trace.until, instant);
  }

  private static boolean has(byte[] text, int at, int end, byte[] word) {
    return at + word.length <= end && Arrays.equals(text, at, at + word.length, word, 0, word.length);
  }

  private static String firstSentence(Exception wrong) {
    String message = Objects.requireNonNullElse(wrong.getMessage(), wrong.getClass().getSimpleName());
    int newline = message.indexOf('\n');
    return newline < 0 ? message : message.substring(0, newline);
  }
}
