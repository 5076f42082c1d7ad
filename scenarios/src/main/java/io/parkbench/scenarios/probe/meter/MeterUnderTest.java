package io.parkbench.scenarios.probe.meter;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Time;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.modbus.Pdu;
import io.parkbench.scenarios.probe.Proof;
import io.parkbench.scenarios.probe.Subject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A meter and all that a probe can ask of it, one thing after another, by functions 03 and 04 alone: each method lets time pass. */
public final class MeterUnderTest implements Subject {
  /** How long a reply may take: longer than any master in use waits. */
  static final long PATIENCE = 2 * Micros.SECOND;
  private static final int TRIES = 3;
  private static final int SHOWN = 40;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  final Known known;
  final Expected expected;
  final Door door;
  /** How long energy is watched at most, µs. */
  final long watch;

  private final Time time;
  private final Exchange exchange;
  private final Endpoint endpoint;
  private final List<Proof> journal = new ArrayList<>();

  /**
   * @param model whose registers are looked for
   * @param watch how long its energy is watched at most, µs
   */
  public MeterUnderTest(Time time, Exchange exchange, Endpoint endpoint, MeterModel model, Expected expected, Door door,
      long watch) {
    this.time = time;
    this.exchange = exchange;
    this.endpoint = endpoint;
    this.expected = expected;
    this.door = door;
    this.watch = watch;
    known = new Known(model);
  }

  /** Whose registers are looked for. */
  public MeterModel model() {
    return known.model;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public long now() {
    return time.now();
  }

  @Override
  public int mark() {
    return journal.size();
  }

  @Override
  public List<Proof> since(int mark) {
    List<Proof> all = journal.subList(mark, journal.size());
    if (all.size() <= SHOWN) {
      return List.copyOf(all);
    }
    List<Proof> some = new ArrayList<>(all.subList(0, SHOWN / 2));
    some.add(new Proof(all.get(SHOWN / 2).instant(), Proof.From.EVENT, all.size() - SHOWN + " more lines"));
    some.addAll(all.subList(all.size() - SHOWN / 2, all.size()));
    return some;
  }

  @Override
  public String before() {
    return "";
  }

  @Override
  public String disturbance(int mark) {
    return "";
  }

  @Override
  public void after() {}

  void pass(long micros) {
    time.runUntil(now() + micros);
  }

  boolean await(BooleanSupplier condition, long micros) {
    return time.runUntil(condition, now() + micros);
  }

  /** Asks once, whatever comes. */
  Reply once(int unit, byte[] request) {
    long begun = now();
    journal.add(new Proof(begun, Proof.From.PROBE, "unit " + unit + ": " + HEX.formatHex(request)));
    List<Reply> replies = new ArrayList<>(1);
    exchange.ask(unit == endpoint.unit() ? endpoint : new Endpoint(endpoint.name(), endpoint.host(), endpoint.port(), unit),
        request,
        PATIENCE, new Exchange.Answer() {
          @Override
          public void answered(byte[] reply) {
            replies.add(new Reply(request, reply, null, now() - begun));
          }

          @Override
          public void failed(Exchange.Failure why) {
            replies.add(new Reply(request, null, why, now() - begun));
          }
        });
    await(() -> !replies.isEmpty(), PATIENCE + Micros.SECOND);
    Reply reply = replies.isEmpty() ? new Reply(request, null, Exchange.Failure.TIMED_OUT, now() - begun) : replies.getFirst();
    byte[] pdu = reply.pdu();
    journal.add(
        new Proof(now(), pdu == null ? Proof.From.EVENT : Proof.From.DEVICE, pdu == null ? reply.words() : HEX.formatHex(pdu)));
    return reply;
  }

  Reply once(byte[] request) {
    return once(endpoint.unit(), request);
  }

  /** Asks, again where it was busy or silent. */
  Reply ask(int function, int address, int count) {
    Reply reply = once(Pdu.read(function, address, count));
    for (int i = 1; i < TRIES && (reply.code() == Pdu.BUSY || reply.pdu() == null); i++) {
      reply = once(Pdu.read(function, address, count));
    }
    return reply;
  }

  /** Asks for one number alone, where it was found to lie. */
  Reply ask(Point point) {
    return ask(known.function(point), known.model.wireAddress(point) + known.shift, point.format().registers());
  }

  /** All numbers of the model, each asked for alone. */
  Snapshot snapshot() {
    return Snapshot.of(this, known.shift);
  }
}
