package io.parkbench.wire.web;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WebStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Both ends of a stream on the loopback interface; all but the library's calls on the loop's thread. */
final class LoopbackStream implements WebStream {
  private final VirtualTime time;
  private final Endpoint to;
  private final Chunks client;
  /** How many bytes each chunk has that was written and not collected. */
  private final ArrayDeque<Integer> lengths = new ArrayDeque<>();
  private byte[] heard = {};
  private @Nullable Outlet outlet;
  private boolean ended;

  LoopbackStream(VirtualTime time, Endpoint to) {
    this.time = time;
    this.to = to;
    this.client = new Chunks(bytes -> time.post(() -> hear(bytes)), () -> time.post(() -> ended = true));
  }

  Chunks client() {
    return client;
  }

  private void hear(byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(heard);
    all.writeBytes(bytes);
    heard = all.toByteArray();
  }

  @Override
  public void opened(Outlet to) {
    outlet = to;
  }

  @Override
  public void closed() {}

  void awaitOpen() {
    time.await(() -> outlet != null, "a stream to " + to + " to open");
  }

  void carry(String text) {
    if (outlet != null) {
      lengths.add(text.getBytes(StandardCharsets.UTF_8).length);
      outlet.send(text);
    }
  }

  String collect() {
    int length = lengths.remove();
    time.await(() -> heard.length >= length || ended, "a chunk of a stream to " + to);
    if (heard.length < length) {
      throw new IllegalStateException("a stream to " + to + " ended within a chunk");
    }
    String text = new String(heard, 0, length, StandardCharsets.UTF_8);
    heard = Arrays.copyOfRange(heard, length, heard.length);
    return text;
  }

  void close(Direction by) {
    if (by == Direction.DOWN) {
      client.cancel();
    }
    if (outlet != null) {
      outlet.end();
    }
    if (by == Direction.UP) {
      time.await(() -> ended, "a stream to " + to + " to end");
    }
    if (heard.length > 0 || !lengths.isEmpty()) {
      throw new IllegalStateException("chunks of a stream to " + to + " were left on the wire");
    }
  }
}
