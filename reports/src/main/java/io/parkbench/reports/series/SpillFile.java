package io.parkbench.reports.series;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What does not fit into memory, in order, in a file that is gone when it is closed. Guarded by its queue. */
final class SpillFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final long bytesMost;
  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private long written;
  private long read;
  private long most;

  /**
   * @param folder where the file is made; its folders are made
   * @param bytesMost the most that may wait in it
   */
  SpillFile(Path folder, long bytesMost) throws IOException {
    this.bytesMost = bytesMost;
    Files.createDirectories(folder);
    Path path = Files.createTempFile(folder, "series-", ".spool");
    file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
  }

  boolean isEmpty() {
    return waiting() == 0;
  }

  /** Bytes that wait. */
  long waiting() {
    return written + buffer.position() - read;
  }

  /** The most that ever waited. */
  long most() {
    return most;
  }

  /** Takes the bytes in; false where they are too many. */
  boolean append(byte[] header, byte[] bytes, int length) throws IOException {
    if (waiting() + header.length + length > bytesMost) {
      return false;
    }
    put(header, header.length);
    put(bytes, length);
    most = Math.max(most, waiting());
    return true;
  }

  private void put(byte[] bytes, int length) throws IOException {
    int from = 0;
    while (from < length) {
      if (!buffer.hasRemaining()) {
        drain();
      }
      int some = Math.min(buffer.remaining(), length - from);
      buffer.put(bytes, from, some);
      from += some;
    }
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      written += file.write(buffer, written);
    }
    buffer.clear();
  }

  /** Fills {@code into} from where the last reading ended; how many bytes of it are records is told by {@link #done}. */
  int read(byte[] into) throws IOException {
    drain();
    ByteBuffer target = ByteBuffer.wrap(into);
    long at = read;
    while (target.hasRemaining() && at < written) {
      int some = file.read(target, at);
      if (some < 0) {
        throw new IOException("the spool file has become shorter");
      }
      at += some;
    }
    return target.position();
  }

  /** So many bytes are taken out. */
  void done(int bytes) throws IOException {
    read += bytes;
    if (isEmpty()) {
      file.truncate(0);
      written = 0;
      read = 0;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
