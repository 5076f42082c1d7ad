package io.parkbench.rigs.hardware;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.ReadPlan;
import io.parkbench.protocol.modbus.Pdu;
import java.util.Arrays;
import java.util.List;

/** A Modbus meter around a real connector, asked twice a second: what it shows is what truly flows (R-RIG-5). */
final class Reference implements Exchange.Answer {
  private static final long EVERY = 500 * Micros.MILLISECOND;
  private static final long PATIENCE = Micros.SECOND;
  private static final int MISSES_MAX = 6;

  private final Loop loop;
  private final Exchange exchange;
  private final Endpoint at;
  private final List<ReadPlan.Chunk> chunks;
  private final Hearer hearer;
  private final double[] values = new double[Quantity.COUNT];
  private int next;
  private int misses;
  private boolean told;
  private boolean closed;

  /** What it shows. */
  interface Hearer {
    /** The currents of its phases, A. */
    void shows(double[] amps);

    /** For three seconds nothing to be believed has come. */
    void lost(String why);
  }

  Reference(Loop loop, Exchange exchange, Endpoint at, MeterModel model, Hearer hearer) {
    this.loop = loop;
    this.exchange = exchange;
    this.at = at;
    this.hearer = hearer;
    chunks = ReadPlan.of(model).chunks().stream()
        .filter(chunk -> chunk.quantities().stream().anyMatch(Quantity::isCurrent)).toList();
  }

  void start() {
    if (closed) {
      return;
    }
    next = 0;
    Arrays.fill(values, Double.NaN);
    ask();
  }

  private void ask() {
    if (!closed) {
      exchange.ask(at, chunks.get(next).request(), PATIENCE, this);
    }
  }

  @Override
  public void answered(byte[] reply) {
    if (Pdu.exception(reply) != 0 || !Pdu.answers(chunks.get(next).request(), reply)) {
      missed("it answers with exception " + Pdu.exception(reply));
      return;
    }
    chunks.get(next).decode(reply, values);
    next++;
    if (next < chunks.size()) {
      ask();
      return;
    }
    double[] amps = new double[3];
    for (int phase = 1; phase <= 3; phase++) {
      amps[phase - 1] = values[Quantity.current(phase).index()];
    }
    if (Arrays.stream(amps).anyMatch(one -> !Double.isFinite(one) || one < 0)) {
      missed("a current of it is not available");
      return;
    }
    misses = 0;
    told = false;
    again();
    if (!closed) {
      hearer.shows(amps);
    }
  }

  @Override
  public void failed(Exchange.Failure why) {
    missed(why == Exchange.Failure.TIMED_OUT ? "it does not answer" : "it cannot be reached");
  }

  private void missed(String why) {
    misses++;
    again();
    if (misses >= MISSES_MAX && !told && !closed) {
      told = true;
      hearer.lost(why);
    }
  }

  private void again() {
    loop.after(EVERY, this::start);
  }

  void close() {
    closed = true;
  }
}
