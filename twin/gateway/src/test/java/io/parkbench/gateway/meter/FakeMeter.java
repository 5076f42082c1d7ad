package io.parkbench.gateway.meter;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.Registers;
import io.parkbench.protocol.modbus.Pdu;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One meter that replies 10 ms after it is asked, as a test says; counts what it is asked. */
final class FakeMeter implements Exchange {
  static final long TAKES = 10 * Micros.MILLISECOND;

  final List<String> asked = new ArrayList<>();
  private final Loop loop;
  private final Map<String, FakeMeter> others;
  private final MeterModel model;
  private final Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
  private int exception;
  private int refusedFrom = -1;
  private @Nullable Failure failure;
  private int underWay;
  int mostUnderWay;

  FakeMeter(Loop loop, MeterModel model, Map<String, FakeMeter> others) {
    this.loop = loop;
    this.model = model;
    this.others = others;
  }

  FakeMeter shows(Quantity quantity, double value) {
    values.put(quantity, value);
    return this;
  }

  FakeMeter amps(double l1, double l2, double l3) {
    return shows(Quantity.CURRENT_L1, l1).shows(Quantity.CURRENT_L2, l2).shows(Quantity.CURRENT_L3, l3);
  }

  /** From now on it refuses all with this exception; 0 for none. */
  void refuses(int code) {
    exception = code;
  }

  /** From now on it refuses what begins at this address on the wire. */
  void lacks(int address) {
    refusedFrom = address;
  }

  /** From now on nothing comes back; null for all is well. */
  void fails(@Nullable Failure why) {
    failure = why;
  }

  @Override
  public void ask(Endpoint to, byte[] request, long timeout, Answer answer) {
    FakeMeter other = others.get(to.name());
    if (other != null && other != this) {
      other.ask(to, request, timeout, answer);
      return;
    }
    asked.add(loop.now() + " " + Pdu.address(request) + "+" + Pdu.count(request));
    FakeMeter counted = others.values().stream().findFirst().orElse(this);
    counted.underWay++;
    counted.mostUnderWay = Math.max(counted.mostUnderWay, counted.underWay);
    Failure why = failure;
    loop.after(why == Failure.TIMED_OUT ? timeout : TAKES, () -> {
      counted.underWay--;
      if (why != null) {
        answer.failed(why);
      } else {
        answer.answered(reply(request));
      }
    });
  }

  private byte[] reply(byte[] request) {
    if (exception != 0 || Pdu.address(request) == refusedFrom) {
      return Pdu.exception(Pdu.function(request), exception != 0 ? exception : Pdu.ILLEGAL_ADDRESS);
    }
    byte[] reply = Pdu.reply(Pdu.function(request), Pdu.count(request));
    for (Point point : model.points()) {
      int at = model.wireAddress(point) - Pdu.address(request);
      if (at >= 0 && at < Pdu.count(request)) {
        Registers.encode(reply, Pdu.HEADER + 2 * at, point.format(), model.wordOrder(),
            values.getOrDefault(point.quantity(), 0.0) / point.scale());
      }
    }
    return reply;
  }
}
