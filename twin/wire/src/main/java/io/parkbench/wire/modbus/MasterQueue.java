package io.parkbench.wire.modbus;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchanges;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Time;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The way to one real address: asks one thing after another over one connection, on a worker, and makes that connection anew when it
 * is over. After a connection that could not be made, or broke before its first reply, it waits with the next one: 1 s, then twice as
 * long each time, up to 30 s; whoever asks meanwhile is told that the address is unreachable.
 */
final class MasterQueue implements Exchanges.Way<byte[], byte[]>, AutoCloseable {
  private static final long PAUSE_MIN = Micros.SECOND;
  private static final long PAUSE_MAX = 30 * Micros.SECOND;
  /** A connection on which so many requests in a row were lost may be dead without a word: a new one will tell. */
  private static final int LOST_MAX = 10;

  /** A unit that was silent before is heard out for one part in so many of its time, and for all of it once in so many times. */
  private static final int SILENT_SHARE = 4;

  private final Time time;
  private final Opener opener;
  private final ExecutorService worker;
  private volatile boolean closed;
  // The rest is the worker's.
  private @Nullable Master master;
  private boolean proven;
  /** How often in a row each unit was silent, of all that have been asked. */
  private final Map<Integer, Integer> silences = new HashMap<>();
  private int lost;
  private long pause = PAUSE_MIN;
  private long notBefore;

  /** Makes a master, without connecting it. */
  @FunctionalInterface
  interface Opener {
    Master open() throws IOException;
  }

  MasterQueue(Time time, String address, Opener opener) {
    this.time = time;
    this.opener = opener;
    this.worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("parkbench-modbus-" + address).daemon().factory());
  }

  @Override
  public void ask(Endpoint to, byte[] request, long deadline, Exchanges.Back<byte[]> back) {
    worker.execute(() -> {
      try {
        byte[] reply = ask(to.unit(), request, deadline);
        if (reply != null) {
          time.post(() -> back.send(reply));
        }
      } catch (IOException e) {
        time.post(back::unreachable);
      } catch (RuntimeException e) {
        if (!closed) {
          time.fail(e);
        }
      }
    });
  }

  @Override
  public void replied(Endpoint to, byte[] request, byte[] reply) {}

  /** Null when there is no reply in time: then the one who asked knows that already. */
  private byte @Nullable [] ask(int unit, byte[] request, long deadline) throws IOException {
    boolean stale = proven;
    try {
      return askOnce(unit, request, deadline);
    } catch (IOException e) {
      boolean onceMore = stale && !proven;
      if (!onceMore) {
        throw e;
      }
      // It has worked and was closed since then, perhaps because it was idle: that alone is no reason to wait.
      return askOnce(unit, request, deadline);
    }
  }

  private byte @Nullable [] askOnce(int unit, byte[] request, long deadline) throws IOException {
    try {
      Master connected = connect(deadline);
      int millis = millisUntil(deadline);
      if (connected == null || millis <= 0) {
        return null;
      }
      byte[] reply = connected.ask(unit, request, isHeardBriefly(unit) ? Math.max(1, millis / SILENT_SHARE) : millis);
      proven = true;
      lost = 0;
      pause = PAUSE_MIN;
      notBefore = 0;
      silences.put(unit, 0);
      return reply;
    } catch (SocketTimeoutException e) {
      silences.merge(unit, 1, Integer::sum);
      if (++lost >= LOST_MAX) {
        drop();
      }
      return null;
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  /** So that a dead unit does not take all the time of those that share its address. */
  private boolean isHeardBriefly(int unit) {
    return silences.size() > 1 && silences.getOrDefault(unit, 0) % SILENT_SHARE != 0;
  }

  private @Nullable Master connect(long deadline) throws IOException {
    Master present = master;
    if (present != null && present.isConnected()) {
      return present;
    }
    long now = time.now();
    if (now < notBefore) {
      throw new IOException("waiting before the next connection");
    }
    int millis = millisUntil(deadline);
    if (millis <= 0) {
      return null;
    }
    proven = false;
    // Until it has worked it counts as one that failed.
    notBefore = now + pause;
    pause = Math.min(2 * pause, PAUSE_MAX);
    Master next = opener.open();
    try {
      next.connect(millis);
    } catch (SocketTimeoutException e) {
      throw new IOException("no connection in time", e);
    }
    lost = 0;
    master = next;
    return next;
  }

  private int millisUntil(long deadline) {
    return (int) Math.min(Integer.MAX_VALUE, (deadline - time.now()) / Micros.MILLISECOND);
  }

  private void drop() {
    Master broken = master;
    if (broken != null) {
      broken.close();
    }
    master = null;
    proven = false;
    lost = 0;
  }

  @Override
  public void close() {
    closed = true;
    worker.execute(this::drop);
    worker.shutdown();
  }
}
