package io.parkbench.rigs.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bench writes the file that a contact is. */
final class FileContact implements ContactDriver {
  private final Path file;

  FileContact(String path) {
    file = Path.of(path);
  }

  @Override
  public void move(boolean closed, Done done) {
    try {
      Files.writeString(file, closed ? "1\n" : "0\n");
      done.done(null);
    } catch (IOException e) {
      done.done(file + " cannot be written (" + e.getMessage() + "): give this user leave to, or let another driver move it");
    }
  }

  @Override
  public void close() {}
}
