package io.parkbench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults in force, in the order in which they came, and what they mean for one frame. */
public final class FaultRules implements Faults {
  private final List<Rule> rules = new ArrayList<>();
  private final Listener listener;

  /** Hears what a rule does at once, beyond its verdicts over frames. */
  public interface Listener {
    /** {@code rule} is in force now. */
    void began(Rule rule);

    /** {@code rule} is in force no more. */
    void healed(Rule rule);
  }

  /** One fault in force; {@code direction} null means both. */
  public static final class Rule {
    private final Predicate<String> on;
    private final @Nullable Direction direction;
    private final Fault fault;
    private boolean healed;

    Rule(Predicate<String> on, @Nullable Direction direction, Fault fault) {
      this.on = on;
      this.direction = direction;
      this.fault = fault;
    }

    /** The identities it is on, where {@link Links} says so; else empty. */
    public String names() {
      return on instanceof Links links ? links.toString() : "";
    }

    public Fault fault() {
      return fault;
    }

    public boolean touches(String identity) {
      return on.test(identity);
    }

    public boolean isHealed() {
      return healed;
    }
  }

  /** What becomes of one frame. */
  public sealed interface Verdict {
    /** It goes on its way. */
    record Pass() implements Verdict {}

    /** It vanishes, and {@code why} is the word for it in the recording. */
    record Lost(String why) implements Verdict {}

    /**
     * It goes on, but not as it should.
     *
     * @param delay microseconds it waits
     * @param hold beyond that it waits as long as this is in force
     * @param copies times it is sent, 1 or 2
     * @param corrupt whether its text is altered
     */
    record Hindered(long delay, @Nullable Rule hold, int copies, boolean corrupt) implements Verdict {
      /** The frame as it goes on; draws from {@code chance} where it is altered. */
      public Frame alter(Frame frame, Chance chance) {
        return corrupt && frame.opcode() == Frame.Opcode.TEXT ? Corruption.of(frame, chance) : frame;
      }

      /** How many times it goes on: pings and pongs once. */
      public int copies(Frame frame) {
        return frame.opcode() == Frame.Opcode.TEXT ? copies : 1;
      }
    }
  }

  private static final Verdict PASS = new Verdict.Pass();
  private static final Verdict DROPPED = new Verdict.Lost("drop");
  private static final Verdict SILENCED = new Verdict.Lost("silence");
  private static final Verdict CUT = new Verdict.Lost("cut");

  public FaultRules(Listener listener) {
    this.listener = listener;
  }

  @Override
  public Guard add(Predicate<String> on, Fault fault) {
    return put(on, null, fault);
  }

  @Override
  public Guard add(Predicate<String> on, Direction direction, Fault fault) {
    return put(on, direction, fault);
  }

  private Guard put(Predicate<String> on, @Nullable Direction direction, Fault fault) {
    boolean bothWays = fault instanceof Fault.Cut || fault instanceof Fault.Silence;
    Rule rule = new Rule(on, bothWays ? null : direction, fault);
    rules.add(rule);
    listener.began(rule);
    return () -> {
      if (rules.remove(rule)) {
        rule.healed = true;
        listener.healed(rule);
      }
    };
  }

  /** Judges a frame that is being sent; draws from {@code chance} once for each rule of chance that touches it. */
  public Verdict judge(String identity, Direction direction, Chance chance) {
    if (rules.isEmpty()) {
      return PASS;
    }
    Verdict lost = null;
    long delay = 0;
    Rule hold = null;
    int copies = 1;
    boolean corrupt = false;
    for (Rule rule : rules) {
      if (rule.direction != null && rule.direction != direction || !rule.touches(identity)) {
        continue;
      }
      switch (rule.fault) {
        case Fault.Drop drop -> lost = chance.happens(drop.probability()) ? DROPPED : lost;
        case Fault.Delay range -> delay += chance.between(range.min(), range.max());
        case Fault.Hold() -> hold = rule;
        case Fault.Duplicate twice -> copies = chance.happens(twice.probability()) ? 2 : copies;
        case Fault.Corrupt altered -> corrupt |= chance.happens(altered.probability());
        case Fault.Cut() -> lost = CUT;
        case Fault.Silence() -> lost = SILENCED;
      }
    }
    if (lost != null) {
      return lost;
    }
    boolean hindered = delay != 0 || hold != null || copies > 1 || corrupt;
    return hindered ? new Verdict.Hindered(delay, hold, copies, corrupt) : PASS;
  }

  /** Whether nothing at all gets through to or from {@code identity} now. */
  public boolean isUnreachable(String identity) {
    for (Rule rule : rules) {
      if ((rule.fault instanceof Fault.Cut || rule.fault instanceof Fault.Silence) && rule.touches(identity)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the cable of {@code identity} is out now. */
  public boolean isCut(String identity) {
    for (Rule rule : rules) {
      if (rule.fault instanceof Fault.Cut && rule.touches(identity)) {
        return true;
      }
    }
    return false;
  }
}
