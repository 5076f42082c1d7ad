package io.parkbench.reports.series;

import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.RealWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The thread's work: takes lines from the queue, reads them, and sends their points in batches, each until the server has it. */
final class Sender implements Runnable {
  /** The tap of lines that are points already. */
  static final int POINTS = -1;

  private static final int BATCH_POINTS = 5_000;
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LAST_PAUSE_MS = 5_000;
  private static final long IDLE_NANOS = 1_000_000_000L;

  private final SeriesServer server;
  private final SeriesTarget target;
  private final LineQueue queue;
  private final Duration patience;
  private final Consumer<String> teller;
  private final List<LineDecoder> decoders = new CopyOnWriteArrayList<>();
  private List<String> batch = new ArrayList<>(BATCH_POINTS);
  private final AtomicLong written = new AtomicLong();
  private long refused;
  private long unsent;
  private int outages;
  private boolean hasGivenUp;
  private long hurriedAt = Long.MAX_VALUE;
  private long lastLine;

  Sender(SeriesServer server, SeriesTarget target, LineQueue queue, Duration patience, Consumer<String> teller) {
    this.server = server;
    this.target = target;
    this.queue = queue;
    this.patience = patience;
    this.teller = teller;
  }

  /** A number for lines of one more recording. */
  synchronized int decoder(Labels labels) {
    decoders.add(new LineDecoder(new PointStream(labels, this::add)));
    return decoders.size() - 1;
  }

  void add(String point) {
    batch.add(point);
    if (batch.size() >= BATCH_POINTS) {
      send();
    }
  }

  /** Sends the first point, before the thread runs; a server that is away is nothing to give up for. */
  void first() throws IOException {
    switch (server.write(batch)) {
      case SeriesServer.Answer.Written done -> {
        written.addAndGet(batch.size());
        batch.clear();
      }
      case SeriesServer.Answer.Away away -> {
        // the thread tells it and tries on
      }
      case SeriesServer.Answer.Forbidden no -> throw new IOException(said(no.why()));
      case SeriesServer.Answer.Refused no -> throw new IOException(said(no.why()));
    }
  }

  private String said(String why) {
    return "the time-series server " + target + " does not take points: " + why;
  }

  @Override
  public void run() {
    LineQueue.Batch lines = new LineQueue.Batch();
    try {
      if (!batch.isEmpty()) {
        send();
      }
      while (true) {
        boolean ended = queue.isEnded();
        if (queue.take(lines)) {
          read(lines);
        } else if (ended) {
          break;
        } else {
          idle();
        }
      }
      decoders.forEach(LineDecoder::flush);
      send();
    } catch (InterruptedException | IOException | RuntimeException broken) {
      teller.accept("time series: sending has ended: " + broken);
      unsent += batch.size();
    } finally {
      server.close();
      closeQueue();
    }
  }

  private void read(LineQueue.Batch lines) {
    lastLine = RealTime.nanos();
    while (lines.next()) {
      if (lines.tap == POINTS) {
        add(new String(lines.bytes(), lines.from, lines.size, StandardCharsets.UTF_8));
      } else {
        decoders.get(lines.tap).line(lines.bytes(), lines.from, lines.size);
      }
    }
  }

  /** In real time what was recorded last is not to wait for what comes next. */
  private void idle() {
    if (RealTime.nanos() - lastLine > IDLE_NANOS) {
      decoders.forEach(LineDecoder::flush);
    }
    send();
  }

  /** Sends the batch until it is written or refused, or patience has ended. */
  private void send() {
    long since = 0;
    long pause = FIRST_PAUSE_MS;
    long droppedBefore = queue.dropped();
    while (!batch.isEmpty() && !hasGivenUp) {
      String why;
      switch (server.write(batch)) {
        case SeriesServer.Answer.Written done -> {
          written.addAndGet(batch.size());
          batch = new ArrayList<>(BATCH_POINTS);
          if (since != 0) {
            tellBack((RealTime.nanos() - since) / 1e9, queue.dropped() - droppedBefore);
          }
          return;
        }
        case SeriesServer.Answer.Refused no -> {
          refuse(no.why());
          return;
        }
        case SeriesServer.Answer.Forbidden no -> why = no.why();
        case SeriesServer.Answer.Away away -> why = away.why();
      }
      if (since == 0) {
        since = RealTime.nanos();
        outages++;
        teller.accept("time series: " + target + " is away (" + why + "); the run goes on, points wait for it");
      }
      if (givesUp()) {
        hasGivenUp = true;
        break;
      }
      pause(pause);
      pause = Math.min(2 * pause, LAST_PAUSE_MS);
    }
    unsent += batch.size();
    batch.clear();
  }

  private void tellBack(double seconds, long dropped) {
    String lost = dropped == 0 ? "nothing of it is lost"
        : "LOST: " + dropped + " lines for which the spool had no room; 'parkbench series RUN' sends the run folder again";
    teller.accept(String.format(Locale.ROOT, "time series: %s is back after %.1f s; %s", target, seconds, lost));
  }

  /** A batch with one bad point in it is halved until that one is alone. */
  private void refuse(String why) {
    List<String> all = batch;
    batch = new ArrayList<>(BATCH_POINTS);
    if (all.size() == 1) {
      if (refused++ == 0) {
        teller.accept(said(why) + ": " + all.getFirst());
      }
      return;
    }
    batch.addAll(all.subList(0, all.size() / 2));
    send();
    batch.addAll(all.subList(all.size() / 2, all.size()));
    send();
  }

  private synchronized void pause(long ms) {
    long until = RealTime.nanos() + ms * 1_000_000;
    long hurried = hurriedAt;
    try {
      while (hurriedAt == hurried && RealTime.nanos() < until) {
        wait(ms);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing more is to come. */
  synchronized void hurry() {
    hurriedAt = RealTime.nanos();
    notifyAll();
  }

  private synchronized boolean givesUp() {
    return Thread.currentThread().isInterrupted()
        || hurriedAt != Long.MAX_VALUE && RealTime.nanos() - hurriedAt > patience.toNanos();
  }

  long written() {
    return written.get();
  }

  /** After the thread has ended. */
  SeriesTally tally() {
    return new SeriesTally(
        written.get(), refused, unsent, queue.dropped(), queue.firstDropped(), queue.lastDropped(),
        decoders.stream().mapToLong(LineDecoder::unread).sum(), outages, queue.mostOnDisk());
  }

  @RealWorld("the spool is a file of this machine")
  private void closeQueue() {
    try {
      queue.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
