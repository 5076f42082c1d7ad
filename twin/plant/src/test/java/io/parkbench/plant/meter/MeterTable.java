package io.parkbench.plant.meter;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.protocol.meter.MeterModel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A meter on the table, read byte by byte. */
final class MeterTable {
  static final String CURRENTS = "030bb70006";
  static final String POWER = "030bf30002";
  static final String ENERGY = "030c830004";

  static final String LEGACY_CURRENTS = "032eef0003";
  static final String LEGACY_POWER = "032f080001";
  static final String LEGACY_ENERGY = "032f110002";

  final VirtualTime time = new VirtualTime(1_000 * Micros.SECOND, "");
  final FixedFeeder feeder = new FixedFeeder();
  final VirtualMeter meter;

  MeterTable(MeterModel model) {
    this(MeterSetup.of(model).withClass(0), 1);
  }

  MeterTable(MeterSetup setup, long seed) {
    meter = new VirtualMeter(setup, feeder, time, new Seed(seed).fork("meter"));
  }

  /** The reply in hex digits; "silence" if none comes at once. */
  String ask(String request) {
    List<String> replies = new ArrayList<>();
    meter.asked(HexFormat.of().parseHex(request), reply -> replies.add(HexFormat.of().formatHex(reply)));
    return replies.isEmpty() ? "silence" : replies.getFirst();
  }

  /** How long a reply took, µs. */
  long delay(String request) {
    List<Long> at = new ArrayList<>();
    long asked = time.now();
    meter.asked(HexFormat.of().parseHex(request), reply -> at.add(time.now() - asked));
    pass(2);
    return at.getFirst();
  }

  void pass(double seconds) {
    time.runUntil(time.now() + Math.round(seconds * Micros.SECOND));
  }
}
