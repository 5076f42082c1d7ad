package io.parkbench.reports.series;

import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Lines from a loop to the thread that sends them: in memory, beyond that on disk, beyond that dropped and counted. Whoever appends never waits for
 * whoever takes.
 */
final class LineQueue implements AutoCloseable {
  private static final int HEADER_BYTES = 8;
  private static final int MEMORY_BYTES = 4 * 1024 * 1024;
  private static final int WAIT_MS = 50;

  /** What was taken: records one after the other. */
  static final class Batch {
    private byte[] bytes = new byte[MEMORY_BYTES];
    private int length;
    private int at;

    /** Goes to the next record; false after the last. */
    boolean next() {
      if (at >= length) {
        return false;
      }
      ByteBuffer header = ByteBuffer.wrap(bytes, at, HEADER_BYTES);
      tap = header.getInt();
      size = header.getInt();
      from = at + HEADER_BYTES;
      at = from + size;
      return true;
    }

    int tap;
    int from;
    int size;

    byte[] bytes() {
      return bytes;
    }
  }

  private final SpillFile spill;
  private final byte[] header = new byte[HEADER_BYTES];
  private byte[] memory = new byte[MEMORY_BYTES];
  private int filled;
  private boolean closed;
  private long dropped;
  private long firstDropped = Long.MAX_VALUE;
  private long lastDropped = Long.MIN_VALUE;

  /**
   * @param folder for the file
   * @param diskBytes the most that it may hold
   */
  LineQueue(Path folder, long diskBytes) throws IOException {
    spill = new SpillFile(folder, diskBytes);
  }

  /**
   * Takes the line in.
   *
   * @param tap who it is from
   * @param instant of the line, µs, for what is told of it if it is dropped
   */
  synchronized void append(int tap, byte[] line, int length, long instant) {
    ByteBuffer.wrap(header).putInt(tap).putInt(length);
    if (closed) {
      drop(instant);
    } else if (spill.isEmpty() && filled + HEADER_BYTES + length <= MEMORY_BYTES) {
      System.arraycopy(header, 0, memory, filled, HEADER_BYTES);
      System.arraycopy(line, 0, memory, filled + HEADER_BYTES, length);
      int before = filled;
      filled += HEADER_BYTES + length;
      if (before < MEMORY_BYTES / 4 && filled >= MEMORY_BYTES / 4) {
        notifyAll();
      }
    } else {
      toDisk(line, length, instant);
    }
  }

  /** The same, but waits for room in memory: for lines that are in a file anyway. */
  synchronized void appendWaiting(int tap, byte[] line, int from, int length) throws InterruptedException {
    while (!closed && filled > 0 && filled + HEADER_BYTES + length > MEMORY_BYTES) {
      wait(WAIT_MS);
    }
    byte[] own = from == 0 ? line : Arrays.copyOfRange(line, from, from + length);
    append(tap, own, length, Long.MAX_VALUE);
  }

  private void toDisk(byte[] line, int length, long instant) {
    try {
      if (!spill.append(header, line, length)) {
        drop(instant);
      }
    } catch (IOException full) {
      drop(instant);
    }
  }

  private void drop(long instant) {
    dropped++;
    firstDropped = Math.min(firstDropped, instant);
    lastDropped = Math.max(lastDropped, instant);
  }

  /** Takes what is there, or waits a moment for it; false if there is nothing. */
  synchronized boolean take(Batch batch) throws IOException, InterruptedException {
    long until = RealTime.nanos() + WAIT_MS * 1_000_000L;
    while (filled == 0 && spill.isEmpty() && !closed && RealTime.nanos() < until) {
      wait(WAIT_MS);
    }
    batch.at = 0;
    if (filled > 0) {
      byte[] other = batch.bytes.length == MEMORY_BYTES ? batch.bytes : new byte[MEMORY_BYTES];
      batch.bytes = memory;
      batch.length = filled;
      memory = other;
      filled = 0;
      notifyAll();
      return true;
    }
    batch.length = 0;
    if (spill.isEmpty()) {
      return false;
    }
    batch.length = whole(batch);
    spill.done(batch.length);
    return true;
  }

  /** Reads whole records only, one at least, however long it is. */
  private int whole(Batch batch) throws IOException {
    while (true) {
      int read = spill.read(batch.bytes);
      int end = 0;
      while (end + HEADER_BYTES <= read) {
        int next = end + HEADER_BYTES + ByteBuffer.wrap(batch.bytes, end + 4, 4).getInt();
        if (next > read) {
          break;
        }
        end = next;
      }
      if (end > 0) {
        return end;
      }
      batch.bytes = Arrays.copyOf(batch.bytes, 2 * batch.bytes.length);
    }
  }

  /** Bytes that wait on disk. */
  synchronized long onDisk() {
    return spill.waiting();
  }

  synchronized long mostOnDisk() {
    return spill.most();
  }

  synchronized long dropped() {
    return dropped;
  }

  /** Instant of the first line that was dropped, µs; meaningless if none was. */
  synchronized long firstDropped() {
    return firstDropped;
  }

  synchronized long lastDropped() {
    return lastDropped;
  }

  /** Nothing more is taken in; what is there can be taken out. */
  synchronized void end() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isEnded() {
    return closed;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    spill.close();
  }
}
