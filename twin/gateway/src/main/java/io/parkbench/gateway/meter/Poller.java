package io.parkbench.gateway.meter;

import io.parkbench.gateway.site.Meter;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Exchange.Failure;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Timer;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.ReadPlan;
import io.parkbench.protocol.modbus.Pdu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks one meter: its currents, and powers per phase if it has them, each interval; the rest each tenth time. Compares replies before it
 * decodes them, for most are as the last ones.
 */
final class Poller implements Exchange.Answer {
  private static final int REST_EVERY = 10;

  /** A silent meter that keeps others waiting is asked this much more seldom. */
  private static final int PATIENCE = 10;

  private static final long PATIENCE_MAX = 5 * Micros.SECOND;

  private final Loop loop;
  private final Exchange exchange;
  private final Line line;
  private final Metering metering;
  private final Hearer hearer;
  private final Endpoint endpoint;
  private final long interval;
  private final long timeout;
  private final List<ReadPlan.Chunk> chunks = new ArrayList<>();
  private final byte[][] replies;
  private final boolean[] refused;
  private final int currents;
  private final Runnable due;

  private int polls;
  private int at;
  /** Whether a current, or a power per phase, is not as when they were read before. */
  private boolean changed;
  /** Whether any register has another content than when the currents were read before. */
  private boolean alive;
  private long dueAt;
  private @Nullable Timer timer;
  private boolean closed;

  /** What a meter's answers come to. */
  interface Hearer {
    /** A poll of the currents has succeeded or not. */
    void polled(Metering metering);

    /** Power and energy have been read. */
    void rest(Metering metering);

    /** The meter refuses a request with {@code code}. */
    void refused(Metering metering, ReadPlan.Chunk chunk, int code);
  }

  Poller(Loop loop, Exchange exchange, Line line, Metering metering, Hearer hearer) {
    this.loop = loop;
    this.exchange = exchange;
    this.line = line;
    this.metering = metering;
    this.hearer = hearer;
    Meter meter = metering.meter();
    endpoint = meter.endpoint();
    interval = Micros.of(meter.pollInterval());
    timeout = Micros.of(meter.timeout());
    List<ReadPlan.Chunk> rest = new ArrayList<>();
    for (ReadPlan.Chunk chunk : ReadPlan.of(meter.model()).chunks()) {
      (chunk.quantities().stream().anyMatch(Poller::steers) ? chunks : rest).add(chunk);
    }
    currents = chunks.size();
    chunks.addAll(rest);
    replies = new byte[chunks.size()][];
    refused = new boolean[chunks.size()];
    due = () -> line.due(this);
    line.add();
  }

  private static boolean steers(Quantity quantity) {
    return quantity.phase() > 0;
  }

  long interval() {
    return interval;
  }

  void startAt(long instant) {
    dueAt = instant;
    timer = loop.at(instant, due);
  }

  void close() {
    closed = true;
    if (timer != null) {
      timer.cancel();
    }
  }

  /** It is this meter's turn. */
  void ask() {
    at = 0;
    askNext();
  }

  private void askNext() {
    while (at < chunks.size() && refused[at]) {
      at++;
    }
    if (at < chunks.size() && (at < currents || polls % REST_EVERY == 0)) {
      exchange.ask(endpoint, chunks.get(at).request(), timeout, this);
    } else {
      if (polls % REST_EVERY == 0) {
        hearer.rest(metering);
      }
      finish();
    }
  }

  @Override
  public void answered(byte[] reply) {
    if (closed) {
      return;
    }
    ReadPlan.Chunk chunk = chunks.get(at);
    int code = Pdu.exception(reply);
    if (code != 0) {
      refuse(chunk, code);
      return;
    }
    if (!Arrays.equals(reply, replies[at])) {
      if (!Pdu.answers(chunk.request(), reply)) {
        miss(Distrust.GARBLED);
        return;
      }
      chunk.decode(reply, metering.values());
      replies[at] = reply;
      changed |= at < currents;
      alive = true;
    }
    at++;
    if (at == currents) {
      if (metering.read(loop.now(), changed, alive)) {
        hearer.polled(metering);
      }
      changed = false;
      alive = false;
    }
    askNext();
  }

  private void refuse(ReadPlan.Chunk chunk, int code) {
    switch (code) {
      case Pdu.ILLEGAL_FUNCTION, Pdu.ILLEGAL_ADDRESS, Pdu.ILLEGAL_VALUE -> {
        hearer.refused(metering, chunk, code);
        if (at >= currents) {
          // the currents are there all the same: some devices have nothing else
          refused[at] = true;
          askNext();
          return;
        }
        miss(Distrust.REFUSED);
      }
      case Pdu.BUSY -> miss(Distrust.BUSY);
      case Pdu.PATH_UNAVAILABLE, Pdu.TARGET_SILENT -> miss(Distrust.PATH_DOWN);
      default -> miss(Distrust.FAILING);
    }
  }

  @Override
  public void failed(Failure why) {
    if (!closed) {
      miss(why == Failure.TIMED_OUT ? Distrust.SILENT : Distrust.UNREACHABLE);
    }
  }

  /** Ends the poll; one that has the currents already is not missed. */
  private void miss(Distrust why) {
    if (at < currents) {
      metering.trust().missed(loop.now(), why);
      if (metering.lost()) {
        // what comes back may be another device, or the same and now set up
        Arrays.fill(refused, false);
      }
      hearer.polled(metering);
    }
    finish();
  }

  private void finish() {
    polls++;
    long now = loop.now();
    boolean patient = line.shared() && metering.state() == Metering.State.NOT_CONNECTED;
    long step = patient ? Math.max(interval, Math.min(PATIENCE * interval, PATIENCE_MAX)) : interval;
    dueAt += step;
    if (dueAt <= now) {
      dueAt += (now - dueAt) / step * step + step;
    }
    timer = loop.at(dueAt, due);
    line.done();
  }
}
