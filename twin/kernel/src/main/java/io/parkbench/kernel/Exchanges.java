package io.parkbench.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests and replies under way, the same for every net and for Modbus as for HTTP: latency, faults, time-outs. What is at an address
 * is the net's {@link Way}.
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
 * </ul>
 *
 * <p>All that polls passes through here, so an exchange without a fault is one lookup and two events, with no timer.
 *
 * @param <Q> what is asked
 * @param <A> what is replied
 */
public final class Exchanges<Q, A> {
  private final Time time;
  private final Seed seed;
  private final Latency latency;
  private final FaultRules faults;
  private final String stream;
  private final Function<Endpoint, Way<Q, A>> ways;
  private final Map<String, Chance> chances = new HashMap<>();
  private final Map<Endpoint, Line<Q, A>> lines = new HashMap<>();
  /** The same lines, in the order in which they were first used. */
  private final List<Line<Q, A>> linesInOrder = new ArrayList<>();
  private final List<Asked> held = new ArrayList<>();

  /**
   * @param stream what follows the endpoint's name in that of its stream of chance, e.g. {@code modbus}
   * @param ways says what is beyond the faults for an endpoint; asked once for each
   */
  public Exchanges(
      Time time, Seed seed, Latency latency, FaultRules faults, String stream, Function<Endpoint, Way<Q, A>> ways) {
    this.time = time;
    this.seed = seed;
    this.latency = latency;
    this.faults = faults;
    this.stream = stream;
    this.ways = ways;
  }

  /** What is beyond the faults. */
  public interface Way<Q, A> {
    /**
     * A request has arrived.
     *
     * @param deadline when the one who asks stops listening
     * @param back to be told at most once, now or later, on the loop's thread; never, if the device is silent
     */
    void ask(Endpoint to, Q request, long deadline, Back<A> back);

    /** The reply to a request is about to be told to the one who asked. */
    void replied(Endpoint to, Q request, A reply);
  }

  /** Where a reply goes. */
  public interface Back<A> {
    void send(A reply);

    /** There is no device to reply. */
    void unreachable();
  }

  /** What became of a request; told exactly once, unless the one who asked lets go. */
  public interface Answer<A> {
    /** A reply came. */
    void answered(A reply);

    /** No reply came. */
    void failed(Exchange.Failure why);
  }

  /** A request under way, as the one who asked has it. */
  public interface Handle {
    /** Nothing is told any more; the request goes on its way, as does the reply. */
    void forget();
  }

  /** The way to one endpoint. */
  private static final class Line<Q, A> {
    final Endpoint to;
    final Way<Q, A> way;
    final Chance chance;
    final List<Exchanges<Q, A>.Asked> underWay = new ArrayList<>(2);

    Line(Endpoint to, Way<Q, A> way, Chance chance) {
      this.to = to;
      this.way = way;
      this.chance = chance;
    }
  }

  private Line<Q, A> line(Endpoint to) {
    Line<Q, A> known = lines.get(to);
    return known != null ? known : newLine(to);
  }

  private Line<Q, A> newLine(Endpoint to) {
    Chance chance = chances.computeIfAbsent(to.name(), name -> seed.fork(name + "/" + stream));
    Line<Q, A> line = new Line<>(to, ways.apply(to), chance);
    lines.put(to, line);
    linesInOrder.add(line);
    return line;
  }

  /**
   * Asks, and tells {@code answer} exactly once, on the loop's thread.
   *
   * @param request kept, not to be changed any more
   * @param timeout µs from now until the device counts as silent
   */
  public Handle ask(Endpoint to, Q request, long timeout, Answer<A> answer) {
    Asked asked = new Asked(line(to), request, time.now() + timeout, answer);
    asked.line.underWay.add(asked);
    asked.travel(Direction.DOWN);
    return asked;
  }

  /** The cable of those that {@code rule} touches is out from now on. */
  public void cut(FaultRules.Rule rule) {
    for (Line<Q, A> line : linesInOrder) {
      if (!line.underWay.isEmpty() && rule.touches(line.to.name())) {
        for (Asked asked : List.copyOf(line.underWay)) {
          asked.cut();
        }
      }
    }
  }

  /** A rule is in force no more. */
  public void healed() {
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
  private final class Asked implements Runnable, Back<A>, Handle {
    private final Line<Q, A> line;
    private final Q request;
    private final long deadline;
    private final Answer<A> answer;
    private Step step = Step.REQUESTING;
    private @Nullable A reply;
    /** Whether the answer has been told. */
    private boolean over;
    private @Nullable Timer patience;
    private FaultRules.@Nullable Rule hold;
    private long takes;
    private long ready;

    Asked(Line<Q, A> line, Q request, long deadline, Answer<A> answer) {
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
      step = Step.WAITING;
      line.way.ask(line.to, request, deadline, this);
      if (step == Step.WAITING) {
        waitForDeadline();
      }
    }

    @Override
    public void send(A said) {
      reply(said);
    }

    @Override
    public void unreachable() {
      reply(null);
    }

    private void reply(@Nullable A said) {
      if (step == Step.REPLYING) {
        throw new IllegalStateException("the device at " + line.to.address() + " replied twice to one request");
      }
      if (step == Step.WAITING) {
        step = Step.REPLYING;
        reply = said;
        travel(Direction.UP);
      }
    }

    private void reachAsker() {
      A heard = reply;
      if (heard == null) {
        fail(Exchange.Failure.UNREACHABLE);
        return;
      }
      line.way.replied(line.to, request, heard);
      over();
      answer.answered(heard);
    }

    private void waitForDeadline() {
      if (!over && patience == null) {
        patience = time.at(deadline, () -> fail(Exchange.Failure.TIMED_OUT));
      }
    }

    void cut() {
      step = Step.CUT;
      held.remove(this);
      if (patience != null) {
        patience.cancel();
      }
      patience = time.execute(() -> fail(Exchange.Failure.UNREACHABLE));
    }

    @Override
    public void forget() {
      if (!over) {
        over();
      }
    }

    private void fail(Exchange.Failure why) {
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
