package io.parkbench.wire.web;

import io.parkbench.kernel.WebStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes a stream's chunks to its client, from a queue with a bound, so that the loop never waits for anybody who does not read. */
final class StreamWriter implements WebStream.Outlet {
  /** No chunk is empty. */
  private static final byte[] END = {};

  private final WebStream stream;
  private final Executor loop;
  private final int unreadBytesMax;
  private final Runnable breakOff;
  private final LinkedBlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger unread = new AtomicInteger();
  private final AtomicBoolean aborted = new AtomicBoolean();
  /** Touched on the loop's thread only. */
  private boolean over;

  /** @param breakOff breaks the connection, from any thread */
  StreamWriter(WebStream stream, Executor loop, int unreadBytesMax, Runnable breakOff) {
    this.stream = stream;
    this.loop = loop;
    this.unreadBytesMax = unreadBytesMax;
    this.breakOff = breakOff;
  }

  /** Writes until either end is done; {@code whole} is false where only the head was asked for. */
  void run(OutputStream out, boolean whole) {
    try {
      if (whole) {
        out.flush();
      }
      loop.execute(() -> stream.opened(this));
      boolean more = whole;
      while (more) {
        byte[] chunk = queue.take();
        more = chunk.length > 0;
        if (more) {
          out.write(chunk);
          out.flush();
          unread.addAndGet(-chunk.length);
        }
      }
      if (aborted.get()) {
        breakOff.run();
      }
    } catch (IOException | InterruptedException e) {
      breakOff.run();
    }
    loop.execute(this::close);
  }

  private void close() {
    if (!over) {
      over = true;
      stream.closed();
    }
  }

  @Override
  public void send(String text) {
    if (over || text.isEmpty()) {
      return;
    }
    byte[] chunk = text.getBytes(StandardCharsets.UTF_8);
    if (unread.addAndGet(chunk.length) > unreadBytesMax) {
      abort();
    } else {
      queue.add(chunk);
    }
  }

  @Override
  public void end() {
    if (!over) {
      over = true;
      queue.add(END);
    }
  }

  /** Lets the client go; from any thread. */
  void abort() {
    if (aborted.compareAndSet(false, true)) {
      queue.clear();
      queue.add(END);
      breakOff.run();
    }
  }
}
