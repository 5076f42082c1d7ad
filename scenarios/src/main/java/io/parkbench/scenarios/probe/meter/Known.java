package io.parkbench.scenarios.probe.meter;

import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.RegisterType;
import io.parkbench.protocol.meter.WordOrder;

/** What earlier probes have learnt of a meter, for later ones and for its file. */
final class Known {
  final MeterModel model;
  /** Whether there are registers to be judged. */
  boolean readable;
  /** Why there are none, as the end of a sentence. */
  String whyNot = "it has not been asked yet";
  /** Whether its numbers lie in the other table than the model says. */
  boolean otherTable;
  /** How far from its address a number lies: 0, or -1 for one too early. */
  int shift;
  WordOrder order;
  /** By which its power has to be multiplied to be in W. */
  double powerFactor = 1;
  /** Whether the power can be held against the energy. */
  boolean powerTells;
  /** Whether no second connection stays open. */
  boolean oneConnection;
  /** µs; 0 unknown. */
  long refresh;

  Known(MeterModel model) {
    this.model = model;
    order = model.wordOrder();
  }

  /** The table in which a number was found. */
  RegisterType table(Point point) {
    return !otherTable ? point.type() : point.type() == RegisterType.HOLDING ? RegisterType.INPUT : RegisterType.HOLDING;
  }

  int function(Point point) {
    return table(point).function();
  }
}
