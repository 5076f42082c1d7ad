package io.parkbench.reports.series;

import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sends time series to a server from a thread of its own (R-BENCH-9). An outage is told and bridged: what is recorded meanwhile waits in memory and
 * then on disk, and is sent when the server is back. What exceeds that is dropped, counted and told. No run waits for the server before its end.
 */
public final class SeriesSink implements AutoCloseable {
  /**
   * How much may wait, and for how long.
   *
   * @param spool folder for the file in which lines wait; made where it is missing
   * @param spoolBytes the most that it may hold; a simulated day of 100 stations is about 10 MB
   * @param patience for how long {@link #close} waits for a server that is away
   */
  public record Bounds(Path spool, long spoolBytes, Duration patience) {
    /**
     * @throws IllegalArgumentException if one of them is below 0
     */
    public Bounds {
      if (spoolBytes < 0 || patience.isNegative()) {
        throw new IllegalArgumentException("what may wait for the time-series server, and for how long, cannot be below 0");
      }
    }
  }

  private final LineQueue queue;
  private final Sender sender;
  private final Thread thread;
  private boolean closed;

  private SeriesSink(LineQueue queue, Sender sender) {
    this.queue = queue;
    this.sender = sender;
    this.thread = thread(sender);
  }

  @RealWorld("the server is waited for here, not on the loop")
  private static Thread thread(Sender sender) {
    return Thread.ofPlatform().name("parkbench-series").daemon(true).unstarted(sender);
  }

  /**
   * Begins with a point that says that a run has started. A server that does not answer is told of and waited for by the thread.
   *
   * @param started the machine's time, µs since 1970
   * @param teller hears what people should know, a line at a time, from another thread
   * @throws IOException if the server answers and will not let us write
   */
  public static SeriesSink open(SeriesTarget target, Labels labels, long started, Bounds bounds, Consumer<String> teller)
      throws IOException {
    SeriesServer server = new SeriesServer(target);
    LineQueue queue = new LineQueue(bounds.spool(), bounds.spoolBytes());
    Sender sender = new Sender(server, target, queue, bounds.patience(), teller);
    SeriesSink sink = new SeriesSink(queue, sender);
    try {
      PointStream first = new PointStream(labels, sender::add);
      first.put(Field.RUN_STARTED, started, 1);
      first.flush();
      sender.first();
    } catch (IOException no) {
      queue.close();
      server.close();
      throw no;
    }
    sink.thread.start();
    return sink;
  }

  /** What a bench records from now on, under these labels; for the loop of one bench. */
  public Recording tap(Labels labels) {
    return new SeriesTap(sender.decoder(labels), queue);
  }

  /** Sends a recording that is there already; waits for the server where it is slow. Returns how many lines it has. */
  public long replay(Labels labels, Path recording) throws IOException {
    int number = sender.decoder(labels);
    return RecordingLines.read(recording, (text, from, length) -> queue.appendWaiting(number, text, from, length));
  }

  /** Sends points that are in no recording. */
  public void points(Labels labels, Consumer<PointStream> values) {
    PointStream stream = new PointStream(labels, point -> {
      byte[] line = point.getBytes(StandardCharsets.UTF_8);
      queue.append(Sender.POINTS, line, line.length, RealTime.micros());
    });
    values.accept(stream);
    stream.flush();
  }

  /** Points written so far. */
  public long written() {
    return sender.written();
  }

  /** Sends what is left, waits for it as long as patience lasts, and tells what came of it. */
  public SeriesTally end() {
    close();
    return sender.tally();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    queue.end();
    sender.hurry();
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
