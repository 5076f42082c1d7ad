package io.parkbench.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests and replies in virtual time. Like {@link VirtualNet} with links, this class decides and the {@link Carrier} moves bytes.
 *
 * <p>What happens when (the written behaviour, held by the contract test of every carrier):
 *
 * <ul>
 *   <li>The latency of a request, and of a reply, is drawn when it is sent, from the stream of the endpoint's name, before the faults'
 *       verdict. Requests may overtake one another, as may replies: who wants order asks one thing after another.
 *   <li>A device is asked when the request arrives, even if nobody waits any more. What it replies, at once or later, travels back.
 *   <li>Where nothing is served, the refusal travels back like a reply, and then counts as {@link Exchange.Failure#UNREACHABLE}.
 *   <li>What is dropped, silenced or corrupted (a frame whose check fails is thrown away), a device that stays silent, and a reply that
 *       comes after the deadline: {@link Exchange.Failure#TIMED_OUT}, at the deadline. At the deadline itself a reply is in time.
 *   <li>Delay adds to the latency; what is held goes on when the fault is healed. Duplicate means nothing here.
 *   <li>A cut makes all that is under way, and all that is asked meanwhile, {@link Exchange.Failure#UNREACHABLE} at once.
 *   <li>The bytes travel on the carrier, both ways, at the instant at which the reply is heard. What is lost never reaches it.
 * </ul>
 *
 * <p>All that polls passes through here, so an exchange without a fault is one lookup and two events, with no timer.
 */
final class VirtualExchange implements Exchange {
  private final VirtualTime time;
  private final Seed seed;
  private final Carrier carrier;
  private final Latency latency;
  private final FaultRules faults;
  private final Map<String, Site> sites = new HashMap<>();
  private final Map<String, Chance> chances = new HashMap<>();
  private final Map<Endpoint, Line> lines = new HashMap<>();
  /** The same lines, in the order in which they were first used. */
  private final List<Line> linesInOrder = new ArrayList<>();
  private final List<Asked> held = new ArrayList<>();

  VirtualExchange(VirtualTime time, Seed seed, Carrier carrier, Latency latency, FaultRules faults) {
    this.time = time;
    this.seed = seed;
    this.carrier = carrier;
    this.latency = latency;
    this.faults = faults;
  }

  /** An address, and what is there. */
  private static final class Site {
    @Nullable Responder device;
  }

  /** The way to one endpoint. */
  private static final class Line {
    final Endpoint to;
    final Site site;
    final Chance chance;
    final List<Asked> underWay = new ArrayList<>(2);

    Line(Endpoint to, Site site, Chance chance) {
      this.to = to;
      this.site = site;
      this.chance = chance;
    }
  }

  void serve(String address, Responder device) {
    site(address).device = device;
  }

  private Site site(String address) {
    return sites.computeIfAbsent(address, key -> new Site());
  }

  private Line line(Endpoint to) {
    Line known = lines.get(to);
    return known != null ? known : newLine(to);
  }

  private Line newLine(Endpoint to) {
    Line line = new Line(to, site(to.address()), chances.computeIfAbsent(to.name(), name -> seed.fork(name + "/modbus")));
    lines.put(to, line);
    linesInOrder.add(line);
    return line;
  }

  @Override
  public void ask(Endpoint to, byte[] request, long timeout, Answer answer) {
    Asked asked = new Asked(line(to), request, time.now() + timeout, answer);
    asked.line.underWay.add(asked);
    asked.travel(Direction.DOWN);
  }

  /** The cable of those that {@code rule} touches is out from now on. */
  void cut(FaultRules.Rule rule) {
    for (Line line : linesInOrder) {
      if (!line.underWay.isEmpty() && rule.touches(line.to.name())) {
        for (Asked asked : List.copyOf(line.underWay)) {
          asked.cut();
        }
      }
    }
  }

  /** A rule is in force no more. */
  void healed() {
    if (!held.isEmpty()) {
      for (Asked asked : List.copyOf(held)) {
        asked.releaseIfHealed();
      }
    }
  }

  private enum Step {
    REQUESTING, WAITING, REPLYING, CUT
  }

  /** One request, the reply to it, and their way; run when either arrives. */
  private final class Asked implements Runnable, Responder.Reply {
    private final Line line;
    private final byte[] request;
    private final long deadline;
    private final Answer answer;
    private Step step = Step.REQUESTING;
    private byte @Nullable [] reply;
    /** Whether the answer has been told. */
    private boolean over;
    private @Nullable Timer patience;
    private FaultRules.@Nullable Rule hold;
    private long takes;
    private long ready;

    Asked(Line line, byte[] request, long deadline, Answer answer) {
      this.line = line;
      this.request = request;
      this.deadline = deadline;
      this.answer = answer;
    }

    void travel(Direction direction) {
      takes = latency.draw(line.chance);
      switch (faults.judge(line.to.name(), direction, line.chance)) {
        case FaultRules.Verdict.Pass() -> go(takes);
        case FaultRules.Verdict.Lost lost -> {
          if (faults.isCut(line.to.name())) {
            cut();
          } else {
            waitForDeadline();
          }
        }
        case FaultRules.Verdict.Hindered odd when odd.corrupt() -> waitForDeadline();
        case FaultRules.Verdict.Hindered odd -> {
          hold = odd.hold();
          ready = time.now() + odd.delay();
          if (hold == null) {
            go(odd.delay() + takes);
          } else {
            held.add(this);
            waitForDeadline();
          }
        }
      }
    }

    void releaseIfHealed() {
      if (hold != null && hold.isHealed()) {
        held.remove(this);
        hold = null;
        go(Math.max(0, ready - time.now()) + takes);
      }
    }

    private void go(long micros) {
      long due = time.now() + micros;
      boolean inTime = due <= deadline;
      if (inTime || step == Step.REQUESTING) {
        time.at(due, this);
      }
      if (!inTime) {
        waitForDeadline();
      } else if (step == Step.REPLYING && patience != null) {
        patience.cancel();
        patience = null;
      }
    }

    @Override
    public void run() {
      if (step == Step.CUT || over && step == Step.REPLYING) {
        return;
      }
      if (faults.isUnreachable(line.to.name())) {
        waitForDeadline();
      } else if (step == Step.REQUESTING) {
        reachDevice();
      } else {
        reachAsker();
      }
    }

    private void reachDevice() {
      Responder device = line.site.device;
      if (device == null) {
        step = Step.REPLYING;
        travel(Direction.UP);
        return;
      }
      step = Step.WAITING;
      device.asked(line.to.unit(), request, this);
      if (step == Step.WAITING) {
        waitForDeadline();
      }
    }

    @Override
    public void send(byte[] pdu) {
      if (step == Step.REPLYING) {
        throw new IllegalStateException("the device at " + line.to.address() + " replied twice to one request");
      }
      if (step == Step.WAITING) {
        step = Step.REPLYING;
        reply = pdu;
        travel(Direction.UP);
      }
    }

    private void reachAsker() {
      byte[] heard = reply;
      if (heard == null) {
        fail(Failure.UNREACHABLE);
        return;
      }
      carrier.exchange(line.to, request, heard);
      over();
      answer.answered(heard);
    }

    private void waitForDeadline() {
      if (!over && patience == null) {
        patience = time.at(deadline, () -> fail(Failure.TIMED_OUT));
      }
    }

    void cut() {
      step = Step.CUT;
      held.remove(this);
      if (patience != null) {
        patience.cancel();
      }
      patience = time.execute(() -> fail(Failure.UNREACHABLE));
    }

    private void fail(Failure why) {
      if (!over) {
        over();
        answer.failed(why);
      }
    }

    private void over() {
      over = true;
      line.underWay.remove(this);
    }
  }
}
