package io.parkbench.wire.pins;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.PinListener;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds 0 or 1, looked at every 20 ms. Content that makes no sense counts only when it is found twice in a row: whoever
 * writes a file empties it first. A few bytes are read each time, since files of the kernel do not tell when they change.
 */
final class FileWatch implements Pins.Listening {
  private static final long LOOK = 20 * Micros.MILLISECOND;
  private static final int BYTES_MAX = 32;

  private final Loop loop;
  private final String name;
  private final PinListener listener;
  private @Nullable String doubt;
  private @Nullable Timer timer;
  private boolean closed;

  FileWatch(Loop loop, String path, PinListener listener) {
    this.loop = loop;
    this.name = path;
    this.listener = listener;
    timer = loop.execute(this::look);
  }

  /** What is wrong with the file. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  private void look() {
    try {
      boolean high = read();
      doubt = null;
      listener.level(high);
    } catch (Unreadable e) {
      String why = String.valueOf(e.getMessage());
      if (why.equals(doubt)) {
        listener.lost(why);
      }
      doubt = why;
    }
    if (!closed) {
      timer = loop.after(LOOK, this::look);
    }
  }

  private boolean read() throws Unreadable {
    String content;
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new Unreadable(name + " is a folder: name the file in it");
      }
      if (!Files.exists(path)) {
        throw new Unreadable(name + " is not there: write 0 or 1 into it");
      }
      if (!Files.isRegularFile(path)) {
        throw new Unreadable(name + " is no regular file: write 0 or 1 into a plain one");
      }
      try (InputStream in = Files.newInputStream(path)) {
        content = new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8).strip();
      }
    } catch (AccessDeniedException e) {
      throw new Unreadable(name + " may not be read: give this user leave to");
    } catch (IOException | InvalidPathException e) {
      throw new Unreadable(name + " cannot be read (" + e.getMessage() + "): write 0 or 1 into it");
    }
    return switch (content) {
      case "0" -> false;
      case "1" -> true;
      default -> throw new Unreadable(name + " holds neither 0 nor 1: write one of them into it");
    };
  }

  @Override
  public void close() {
    closed = true;
    if (timer != null) {
      timer.cancel();
    }
  }
}
