package io.parkbench.kernel;

import io.parkbench.kernel.Lane.Transit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One direction of a stream: what is sent arrives in order, or never. */
final class Pipe {
  private final Time time;
  private final Latency latency;
  private final FaultRules faults;
  private final String name;
  private final Chance chance;
  private final Lane lane;
  private final Consumer<Transit> put;
  private final Consumer<Transit> arrive;
  private boolean broken;

  /**
   * @param put told when something is let go on the wire
   * @param arrive told when it arrives, where nothing keeps it from that
   */
  Pipe(
      Time time, Latency latency, FaultRules faults, String name, Chance chance, Direction direction, Consumer<Transit> put,
      Consumer<Transit> arrive) {
    this.time = time;
    this.latency = latency;
    this.faults = faults;
    this.name = name;
    this.chance = chance;
    this.lane = new Lane(direction);
    this.put = put;
    this.arrive = arrive;
  }

  /**
   * Sends a chunk, or where {@code text} is empty a goodbye.
   *
   * @return the word for why it is lost, or empty
   */
  String send(String text) {
    long now = time.now();
    long takes = latency.draw(chance);
    return switch (faults.judge(name, lane.direction, chance)) {
      case FaultRules.Verdict.Lost(String why) -> why;
      case FaultRules.Verdict.Hindered odd when odd.corrupt() -> "corrupt";
      case FaultRules.Verdict.Hindered odd -> enqueue(transit(text, now, takes, odd.delay(), odd.hold()));
      case FaultRules.Verdict.Pass() -> enqueue(transit(text, now, takes, 0, null));
    };
  }

  private static Transit transit(String text, long now, long takes, long delay, FaultRules.@Nullable Rule hold) {
    return text.isEmpty() ? Transit.goodbye(now, takes, delay, hold, 0, "")
        : Transit.of(new Frame(Frame.Opcode.TEXT, text), true, now, takes, delay, hold);
  }

  private String enqueue(Transit transit) {
    lane.waiting.add(transit);
    if (lane.waiting.size() == 1) {
      release();
    }
    return "";
  }

  /** Lets go what no fault keeps any longer. */
  void release() {
    long now = time.now();
    for (Transit head = lane.waiting.peek(); head != null && !broken; head = lane.waiting.peek()) {
      if (!head.isReady(now)) {
        if (now < head.ready) {
          time.at(head.ready, this::release);
        }
        return;
      }
      lane.waiting.remove();
      lane.lastDue = Math.max(now + head.latency, lane.lastDue);
      lane.onWire.add(head);
      put.accept(head);
      time.at(lane.lastDue, this::arrived);
    }
  }

  private void arrived() {
    if (!broken) {
      arrive.accept(lane.onWire.remove());
    }
  }

  /** Nothing arrives any more: {@code underWay} is told what was on the wire, then {@code waiting} what never got there. */
  void breakOff(Consumer<Transit> underWay, Consumer<Transit> waiting) {
    broken = true;
    lane.onWire.forEach(underWay);
    lane.waiting.forEach(waiting);
  }

  /** What is on the wire. */
  Iterable<Transit> underWay() {
    return lane.onWire;
  }
}
