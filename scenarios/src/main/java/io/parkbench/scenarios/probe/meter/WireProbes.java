package io.parkbench.scenarios.probe.meter;

import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.modbus.Pdu;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether and how a meter answers at all. */
final class WireProbes {
  private static final String GROUP = "Requests";
  private static final int ROUNDS = 20;
  private static final long SLOW = 500 * Micros.MILLISECOND;
  private static final long JITTER = 250 * Micros.MILLISECOND;
  private static final int CONNECTIONS = 3;
  private static final long IDLE = 5 * Micros.SECOND;
  private static final List<Integer> UNITS = List.of(1, 2, 255);

  private WireProbes() {}

  static List<Probe<MeterUnderTest>> all() {
    return List.of(
        Probe.ofWire("answers", GROUP, "answers to its unit with registers", WireProbes::answers),
        Probe.ofWire("never-busy", GROUP, "answers every request", readable(WireProbes::busy)),
        Probe.ofWire("reply-time", GROUP, "answers soon, and alike", readable(WireProbes::replyTime)),
        Probe.ofWire("block-size", GROUP, "lets all its currents be read at once", readable(WireProbes::window)),
        Probe.ofWire("units", GROUP, "is the only one behind its address, or says who else is", readable(WireProbes::units)),
        Probe.ofWire("connections", GROUP, "takes several connections", WireProbes::connections),
        Probe.ofWire("idle-connection", GROUP, "keeps a connection open on which nothing is asked", WireProbes::idle),
        Probe.ofWire("segments", GROUP, "sends each reply in one segment", meter -> Finding.untried(
            "TCP puts segments together before anybody sees them; a packet capture shows them")));
  }

  private static Point first(MeterUnderTest meter) {
    return Objects.requireNonNullElseGet(
        meter.known.model.point(Quantity.CURRENT_L1), () -> meter.known.model.points().getFirst());
  }

  private static Finding answers(MeterUnderTest meter) {
    Point point = first(meter);
    Reply reply = meter.ask(point);
    if (reply.isWhole()) {
      meter.known.readable = true;
      return Finding.sound("it answers to unit " + meter.endpoint().unit());
    }
    meter.known.whyNot = reply.words();
    if (reply.pdu() == null) {
      return reply.failure() == Exchange.Failure.UNREACHABLE
          ? Finding.odd("there is no connection to " + meter.endpoint().address() + ": look at address, port and cable")
          : Finding.quirk("wrong-unit-silent", "nobody answers to unit " + meter.endpoint().unit() + ": give its --unit");
    }
    return switch (reply.code()) {
      case Pdu.ILLEGAL_FUNCTION -> otherTable(meter, point);
      case Pdu.ILLEGAL_ADDRESS -> Finding.quirk("illegal-address", "it refuses the registers of " + meter.known.model.name()
          + " with exception 02: it is of another model");
      case Pdu.ILLEGAL_VALUE -> Finding.quirk("illegal-value", "it refuses to read with exception 03");
      case Pdu.DEVICE_FAILURE -> Finding.quirk("device-failure", "it says exception 04, a failure of its own");
      case Pdu.PATH_UNAVAILABLE -> Finding.quirk("path-unavailable", "its gateway has no way to unit "
          + meter.endpoint().unit() + " (exception 0A)");
      case Pdu.TARGET_SILENT -> Finding.quirk("target-silent", "its gateway hears nothing of unit "
          + meter.endpoint().unit() + " (exception 0B)");
      default -> Finding.odd("it answers with " + reply.words());
    };
  }

  private static Finding otherTable(MeterUnderTest meter, Point point) {
    meter.known.otherTable = true;
    if (meter.ask(point).isWhole()) {
      meter.known.readable = true;
      return Finding.quirk("other-function", "its numbers lie in the other table: function " + meter.known.function(point));
    }
    meter.known.otherTable = false;
    return Finding.odd("it knows neither function 03 nor 04 (exception 01)");
  }

  private static Finding busy(MeterUnderTest meter) {
    Point point = first(meter);
    long busy = IntStream.range(0, ROUNDS / 2)
        .filter(i -> meter.once(request(meter, point)).code()
            == Pdu.BUSY)
        .count();
    return busy == 0 ? Finding.sound("no request was turned away")
        : Finding.quirk("busy", busy + " of " + ROUNDS / 2 + " requests were turned away with exception 06: ask again");
  }

  private static Finding replyTime(MeterUnderTest meter) {
    Point point = first(meter);
    long[] took = IntStream.range(0, ROUNDS)
        .mapToLong(
            i -> meter.once(request(meter, point)).micros())
        .sorted().toArray();
    double millis = Micros.MILLISECOND;
    String sentence = String.format(Locale.ROOT, "it answers after %.0f ms, at most %.0f ms", took[ROUNDS / 2] / millis,
        took[ROUNDS - 1] / millis);
    Finding finding = took[0] >= SLOW ? Finding.quirk("slow", sentence + ": longer than a poll of 500 ms")
        : took[ROUNDS - 1] - took[0] >= JITTER ? Finding.quirk("jitter", sentence + ", one time and another")
            : Finding.sound(sentence);
    return finding.with("reply_median_ms", took[ROUNDS / 2] / millis, "ms").with("reply_max_ms", took[ROUNDS - 1] / millis, "ms");
  }

  private static Finding window(MeterUnderTest meter) {
    Point one = meter.known.model.point(Quantity.CURRENT_L1);
    Point three = meter.known.model.point(Quantity.CURRENT_L3);
    int span = one == null || three == null ? 0 : three.last() - one.register() + 1;
    if (one == null || span <= 4 || span > Pdu.REGISTERS_MAX) {
      return Finding.unsure("its model has no block of more than four registers to try");
    }
    for (int count = span; count >= one.format().registers(); count--) {
      if (meter.ask(meter.known.function(one), address(meter, one), count).isWhole()) {
        return (count == span ? Finding.sound("its currents come in one reply of " + span + " registers")
            : Finding.quirk("small-window", "it gives at most " + count + " registers at a time"))
            .with("block_registers", count, "");
      }
    }
    return Finding.odd("its currents cannot be read together at all");
  }

  private static Finding units(MeterUnderTest meter) {
    Point point = first(meter);
    byte[] request = request(meter, point);
    List<Integer> others = UNITS.stream().filter(unit -> unit != meter.endpoint().unit() && meter.once(unit, request).isWhole())
        .toList();
    return others.isEmpty() ? Finding.sound("nobody answers to units "
        + UNITS.stream().filter(unit -> unit != meter.endpoint().unit()).map(String::valueOf).collect(Collectors.joining(", ")))
        : Finding.sound("units " + others + " answer, too: look that it is the right one");
  }

  private static Finding connections(MeterUnderTest meter) {
    if (!meter.door.isThere()) {
      return Finding.untried("there are no connections to be counted here");
    }
    int open = meter.door.open(CONNECTIONS);
    meter.known.oneConnection = open == 0;
    return (open == CONNECTIONS ? Finding.sound(CONNECTIONS + " connections stay open beside the one that is asked on")
        : Finding.quirk("few-connections",
            "of " + CONNECTIONS + " connections beside the one that is asked on " + open + " stay open"))
        .with("connections", open + 1, "");
  }

  private static Finding idle(MeterUnderTest meter) {
    if (!meter.door.isThere()) {
      return Finding.untried("there are no connections here");
    }
    if (meter.known.oneConnection) {
      return Finding.untried("it takes one connection only, and that is the one that is asked on");
    }
    long closed = meter.door.closesAfter(IDLE);
    return closed < 0 ? Finding.sound("it is open after " + IDLE / Micros.SECOND + " s")
        : Finding.quirk("idle-close", String.format(Locale.ROOT, "it closes one after %.1f s", closed / (double) Micros.SECOND))
            .with("idle_close_s", closed / (double) Micros.SECOND, "s");
  }

  private static byte[] request(MeterUnderTest meter, Point point) {
    return Pdu.read(meter.known.function(point), address(meter, point), point.format().registers());
  }

  private static int address(MeterUnderTest meter, Point point) {
    return Math.max(0, meter.known.model.wireAddress(point) + meter.known.shift);
  }

  /** A question that is put only where there are registers to be judged. */
  static Function<MeterUnderTest, Finding> readable(Function<MeterUnderTest, Finding> question) {
    return meter -> meter.known.readable ? question.apply(meter)
        : Finding.untried("there are no registers to be judged: " + meter.known.whyNot);
  }

  /** The middle one of some numbers. */
  static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
