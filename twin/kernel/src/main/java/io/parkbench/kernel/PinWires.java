package io.parkbench.kernel;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wires from contacts to pins, the same for every net.
 *
 * <p>What happens when (the written behaviour, held by the contract test of every source):
 *
 * <ul>
 *   <li>An edge is heard at the instant at which it is driven, after what was driven before; delay and hold keep it back, and all behind it.
 *   <li>A cut makes the pin lost at once, with all that is under way; when it is healed the level is told.
 *   <li>Of a silent pin nothing is heard, nor of an edge that is dropped; what was missed is told when the fault is healed.
 *   <li>A pin that nobody drives is lost. Duplicate and corrupt mean nothing here.
 *   <li>Each level that is heard, and each loss, is a line of the recording, of the kind {@code pin}.
 * </ul>
 */
public final class PinWires implements Pins {
  private final Time time;
  private final Seed seed;
  private final FaultRules faults;
  private final PinRecorder recorder;
  private final Map<String, Wire> wires = new LinkedHashMap<>();

  public PinWires(Time time, Seed seed, FaultRules faults, Recording recording) {
    this.time = time;
    this.seed = seed;
    this.faults = faults;
    this.recorder = new PinRecorder(recording);
  }

  @Override
  public PinDriver driver(String name) {
    Wire wire = wire(name);
    wire.connect();
    return wire::drive;
  }

  @Override
  public Listening listen(Pin pin, PinListener listener) {
    Wire wire = wire(pin.name());
    if (wire.listener != null) {
      throw new IllegalStateException(pin.name() + " is listened to already");
    }
    wire.listener = listener;
    wire.known = null;
    int turn = ++wire.turn;
    time.execute(wire::arrive);
    return () -> {
      if (wire.turn == turn) {
        wire.listener = null;
      }
    };
  }

  /** Whether a contact drives the pin of that name. */
  public boolean isDriven(String name) {
    Wire wire = wires.get(name);
    return wire != null && wire.driven;
  }

  private Wire wire(String name) {
    return wires.computeIfAbsent(name, Wire::new);
  }

  /** The wires of those that {@code rule} touches are out from now on. */
  public void cut(FaultRules.Rule rule) {
    for (Wire wire : List.copyOf(wires.values())) {
      if (rule.touches(wire.name)) {
        wire.underWay.clear();
        time.execute(wire::arrive);
      }
    }
  }

  /** A rule is in force no more. */
  public void healed(FaultRules.Rule rule) {
    for (Wire wire : List.copyOf(wires.values())) {
      if (rule.touches(wire.name)) {
        time.execute(wire::arrive);
      }
    }
  }

  /** An edge that has not been heard yet. */
  private record Edge(boolean high, long ready, FaultRules.@Nullable Rule hold) {
    boolean isReady(long now) {
      return now >= ready && (hold == null || hold.isHealed());
    }
  }

  /** What is known of a level at the pin. */
  private enum Known {
    LOW, HIGH, LOST
  }

  private final class Wire {
    final String name;
    final Chance chance;
    final ArrayDeque<Edge> underWay = new ArrayDeque<>();
    @Nullable PinListener listener;
    /** Counts those who have listened. */
    int turn;
    /** What was told last; null for nothing yet. */
    @Nullable Known known;
    boolean driven;
    boolean high;

    Wire(String name) {
      this.name = name;
      this.chance = seed.fork(name + "/pin");
    }

    void connect() {
      if (!driven) {
        driven = true;
        time.execute(this::arrive);
      }
    }

    void drive(boolean newHigh) {
      if (newHigh == high) {
        return;
      }
      high = newHigh;
      switch (faults.judge(name, Direction.UP, chance)) {
        case FaultRules.Verdict.Pass() -> send(new Edge(high, time.now(), null));
        case FaultRules.Verdict.Hindered odd -> send(new Edge(high, time.now() + odd.delay(), odd.hold()));
        case FaultRules.Verdict.Lost lost -> {
          // told when the fault is healed, or with the next edge
        }
      }
    }

    private void send(Edge edge) {
      underWay.add(edge);
      time.at(edge.ready, this::arrive);
    }

    /** Tells what there is to tell now. */
    void arrive() {
      if (faults.isCut(name) || !driven) {
        underWay.clear();
        tell(Known.LOST);
        return;
      }
      boolean silent = faults.isUnreachable(name);
      boolean idle = underWay.isEmpty();
      for (Edge head = underWay.peek(); head != null && head.isReady(time.now()); head = underWay.peek()) {
        underWay.remove();
        if (!silent) {
          tell(head.high ? Known.HIGH : Known.LOW);
        }
      }
      if (!silent && idle) {
        tell(high ? Known.HIGH : Known.LOW);
      }
    }

    private void tell(Known what) {
      PinListener hearer = listener;
      if (hearer == null || what == known) {
        return;
      }
      known = what;
      switch (what) {
        case LOW, HIGH -> {
          recorder.level(time.now(), name, what == Known.HIGH);
          hearer.level(what == Known.HIGH);
        }
        case LOST -> {
          String why = driven ? "its wire is cut: mend it" : "nothing drives it: give the input a source";
          recorder.lost(time.now(), name, why);
          hearer.lost(why);
        }
      }
    }
  }
}
