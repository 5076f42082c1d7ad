package io.parkbench.gateway.lease;

import io.parkbench.gateway.lease.ModelStation.Car;
import io.parkbench.gateway.lease.ModelStation.Link;
import io.parkbench.gateway.lease.ModelStation.Word;
import io.parkbench.kernel.Micros;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two stations, a link each, one zone, and the very book of leases that runs in the gateway: every action that can happen next, one
 * at a time. A tick is 5 s; leases last six, calls time out after one, clocks are off by
 * one, and silence is noticed after two.
 */
final class ModelWorld implements LeaseEffects {
  static final long TICK = 5 * Micros.SECOND;
  private static final int LENGTH = 6;
  /** Renewals have their turn once in so many ticks: what can happen depends on time only by its place among them. */
  private static final int RENEWAL = LENGTH / 3 * 2;
  private static final int CLOCK_ERROR = 1;
  private static final int SETTLE = 1;
  private static final int SILENCE = 2;
  private static final int DEGRADED_DA = 100;
  private static final int BASE_DA = 100;
  private static final int TOLERANCE_DA = 5;
  private static final long EPOCH = 400 * TICK;
  private static final LeaseTerms TERMS = new LeaseTerms(LENGTH * TICK, 2 * TICK, (LENGTH - RENEWAL) * TICK, SETTLE * TICK,
      2 * TICK, TICK, 0, TOLERANCE_DA,
      100);

  /** What may happen at a station; the model tries each. */
  enum Event {
    ARRIVES("the lease arrives at"),
    ANSWER_ARRIVES("the answer arrives from"),
    EARLIER_ARRIVES("a lease written to the earlier link arrives at"),
    LINK_BREAKS("the link breaks silently of"),
    LOSS_SEEN("the gateway gives up the link of"),
    LINK_BACK("a new link comes from"),
    SAMPLE("a sample is taken after the car has followed at"),
    SAMPLE_BEFORE("a low sample is taken before the limit is applied at"),
    SAMPLE_ABOVE("a sample is taken of the car still above the limit at"),
    SAMPLE_ARRIVES("the sample arrives from"),
    CAR_STARTS("a car starts unasked at"),
    START_ARRIVES("StartTransaction arrives from");

    final String words;

    Event(String words) {
      this.words = words;
    }
  }

  private static final int EVENTS = Event.values().length;
  private static final int TICK_ACTION = 2 * EVENTS;
  private static final int LATE_ACTION = TICK_ACTION + 1;
  private static final int DECIDE = LATE_ACTION + 1;

  final ModelScene scene;
  private final HardLimits limits = new HardLimits(-1);
  private final List<Leasehold> holds;
  private final List<ModelStation> stations = List.of(new ModelStation(), new ModelStation());
  private final LeaseBook book;

  private long now = EPOCH;
  private int decisions;
  private int cuts;
  private int losses;
  private int delays;
  /** Ticks since the limit was cut. */
  private int sinceCut = ModelStation.NEVER;

  /** Whether a sample above the limit, within the tolerance, has confirmed a cut in the last action. */
  boolean confirmedBySample;
  /** Whether a raise was said in the last action though the other is not reachable. */
  boolean raisedPastLost;

  ModelWorld(ModelScene scene, LeaseRules rules, int firstClock, int secondClock) {
    this.scene = scene;
    holds = List.of(leasehold(0, rules), leasehold(1, rules));
    book = new LeaseBook(holds, limits, rules);
    decisions = scene.decisions();
    cuts = scene.cuts();
    losses = scene.losses();
    delays = scene.delays();
    stations.get(0).clockError = firstClock;
    stations.get(1).clockError = secondClock;
    for (Leasehold hold : holds) {
      hold.found(now);
      hold.link = 0;
      hold.proved();
      hold.clockError(now, CLOCK_ERROR * TICK);
      hold.degraded(DEGRADED_DA);
      hold.baseAccepted(0);
      hold.begun(now);
    }
    if (scene.secondIdle()) {
      Leasehold idle = holds.get(1);
      idle.ended();
      idle.baseAccepted(BASE_DA);
      idle.startable(true);
      stations.get(1).car = Car.NONE;
      stations.get(1).limitDa = BASE_DA;
    }
    layOutLimit();
    wish(scene.splits().get(0));
    book.step(now, this);
  }

  private static Leasehold leasehold(int order, LeaseRules rules) {
    return new Leasehold(order, 0, 300, 1, 230, false, TERMS, rules);
  }

  /** The worst that clocks within the bound can do to each other: one station's leases end as late, the other's as early as can be. */
  static List<int[]> clocks() {
    return List.of(new int[] {CLOCK_ERROR, -2 * CLOCK_ERROR}, new int[] {-2 * CLOCK_ERROR, CLOCK_ERROR});
  }

  int actions() {
    return DECIDE + Math.max(scene.splits().size(), scene.reducedSplits().size()) + scene.reducedSplits().size();
  }

  // the book's effects

  @Override
  public void say(Leasehold to, Lease lease, boolean fallsBack) {
    ModelStation station = stations.get(to.order());
    ModelStation other = stations.get(1 - to.order());
    Lease others = holds.get(1 - to.order()).said();
    raisedPastLost |= lease.valueDa() > 100
        && other.link != Link.UP
        && others != null
        && others.valueDa() > 100
        && others.latestEnd() <= now;
    int endIn = fallsBack ? (int) (lease.length() / TICK) + station.clockError : ModelStation.NEVER;
    station.down.replaceAll(word -> new Word(word.valueDa(), word.degradedDa(), word.endIn(), false));
    station.down.add(new Word(lease.valueDa(), lease.degradedDa(), Math.max(endIn, 0), true));
    station.answerUnderWay = false;
  }

  @Override
  public void askSample(Leasehold from) {
    // stations of the model send samples of their own accord whenever one could matter
  }

  // what happens

  /** Does an action if it is possible now; else nothing has changed. */
  boolean act(int action) {
    confirmedBySample = false;
    raisedPastLost = false;
    if (action == TICK_ACTION || action == LATE_ACTION) {
      return tick(action == LATE_ACTION);
    }
    if (action >= DECIDE) {
      return decide(action - DECIDE);
    }
    int order = action / EVENTS;
    return event(Event.values()[action % EVENTS], holds.get(order), stations.get(order));
  }

  private boolean event(Event event, Leasehold hold, ModelStation station) {
    return switch (event) {
      case ARRIVES -> station.link != Link.DOWN && !station.down.isEmpty() && arrives(station);
      case ANSWER_ARRIVES -> {
        if (!station.answerUnderWay) {
          yield false;
        }
        station.answerUnderWay = false;
        hold.accepted(now);
        yield step();
      }
      case EARLIER_ARRIVES -> {
        if (station.ghost.isEmpty()) {
          yield false;
        }
        station.obey(station.ghost.removeFirst());
        yield true;
      }
      case LINK_BREAKS -> {
        if (losses == 0 || station.link != Link.UP) {
          yield false;
        }
        losses--;
        station.link = Link.HALF_OPEN;
        station.answerUnderWay = false;
        station.sampleAge = -1;
        yield true;
      }
      case LOSS_SEEN -> {
        if (station.link != Link.HALF_OPEN) {
          yield false;
        }
        station.link = Link.DOWN;
        station.silent = 0;
        hold.lost(now);
        yield step();
      }
      case LINK_BACK -> {
        if (station.link != Link.DOWN) {
          yield false;
        }
        station.link = Link.UP;
        station.ghost.addAll(station.down);
        station.down.clear();
        hold.found(now);
        yield step();
      }
      case SAMPLE -> {
        if (!sampleable(hold, station) || station.slowDa > station.limitDa) {
          yield false;
        }
        station.fadingDa = 0;
        yield sample(station, station.limitDa == 0 ? 0 : station.limitDa + TOLERANCE_DA);
      }
      case SAMPLE_BEFORE -> {
        if (!sampleable(hold, station) || station.slowDa <= station.limitDa) {
          yield false;
        }
        // a car below a limit that is applied does not come back above it; it may up to one not applied yet
        station.fadingDa = 0;
        yield sample(station, 0);
      }
      case SAMPLE_ABOVE ->
          sampleable(hold, station) && station.drawDa() > station.limitDa && sample(station, station.drawDa());
      case SAMPLE_ARRIVES -> {
        if (station.sampleAge < 0) {
          yield false;
        }
        int before = hold.worstCaseDa(now);
        boolean within = station.sampleDa % 100 == TOLERANCE_DA;
        hold.sampled(now, station.sampleDa, now - station.sampleAge * TICK);
        confirmedBySample = within && hold.worstCaseDa(now) < before;
        station.sampleAge = -1;
        yield step();
      }
      case CAR_STARTS -> {
        if (station.car != Car.NONE) {
          yield false;
        }
        station.car = Car.CHARGING_UNKNOWN;
        yield true;
      }
      case START_ARRIVES -> {
        if (station.car != Car.CHARGING_UNKNOWN || station.link != Link.UP) {
          yield false;
        }
        station.car = Car.CHARGING;
        hold.begun(now);
        yield step();
      }
    };
  }

  private static boolean arrives(ModelStation station) {
    Word word = station.down.removeFirst();
    station.obey(word);
    station.answerUnderWay = word.awaited() && station.link == Link.UP;
    return true;
  }

  /** Samples matter only while an earlier lease counts above a later one. */
  private boolean sampleable(Leasehold hold, ModelStation station) {
    return station.link == Link.UP
        && station.car == Car.CHARGING
        && station.sampleAge < 0
        && !hold.leases.sent.isEmpty()
        && hold.leases.worstDa(now) > Objects.requireNonNull(hold.said()).valueDa();
  }

  private static boolean sample(ModelStation station, int da) {
    station.sampleAge = 0;
    station.sampleDa = da;
    return true;
  }

  /** Time passes: what was under way to a broken link is lost, unless something is late, which lets everything be. */
  private boolean tick(boolean late) {
    boolean underWay = false;
    boolean atRisk = false;
    for (ModelStation station : stations) {
      if (station.silent == SILENCE) {
        return false;
      }
      underWay |= station.underWay();
      atRisk |= station.atRisk();
    }
    if (late ? delays == 0 || !underWay && !atRisk : underWay) {
      return false;
    }
    delays -= late ? 1 : 0;
    if (!late) {
      stations.forEach(ModelStation::lose);
    }
    now += TICK;
    sinceCut = sinceCut == ModelStation.NEVER ? ModelStation.NEVER : Math.min(sinceCut + 1, deadline());
    for (int i = 0; i < 2; i++) {
      stations.get(i).tick();
      if (holds.get(i).awaiting()) {
        stations.get(i).answerUnderWay = false;
        stations.get(i).down.replaceAll(word -> new Word(word.valueDa(), word.degradedDa(), word.endIn(), false));
        holds.get(i).timedOut(now);
      }
    }
    return step();
  }

  private boolean decide(int choice) {
    boolean cut = sinceCut != ModelStation.NEVER;
    int plain = Math.max(scene.splits().size(), scene.reducedSplits().size());
    if (choice >= plain) {
      if (cuts == 0) {
        return false;
      }
      cuts--;
      sinceCut = 0;
      layOutLimit();
      wish(scene.reducedSplits().get(choice - plain));
      return step();
    }
    List<int[]> splits = cut ? scene.reducedSplits() : scene.splits();
    if (decisions == 0 || choice >= splits.size()) {
      return false;
    }
    decisions--;
    wish(splits.get(choice));
    return step();
  }

  private void wish(int[] split) {
    for (int i = 0; i < 2; i++) {
      holds.get(i).wish(holds.get(i).inSession() ? split[i] : 0, 100);
    }
  }

  private boolean step() {
    // ample here and no part of the state
    book.budget.refill();
    book.step(now, this);
    return true;
  }

  private void layOutLimit() {
    limits.current(0, 0, sinceCut == ModelStation.NEVER ? scene.limitDa() : scene.reducedDa());
  }

  /** After a cut the lost ones' leases may last so long. */
  private static int deadline() {
    return LENGTH + CLOCK_ERROR + SETTLE;
  }

  // what must hold

  /** What is wrong now, or null. */
  @Nullable
  String violation() {
    int draw = stations.get(0).drawDa() + stations.get(1).drawDa();
    int allowed = sinceCut < deadline() || sinceCut == ModelStation.NEVER ? scene.limitDa() : scene.reducedDa();
    if (draw > allowed) {
      return "overload: " + draw / 10 + " A drawn, " + allowed / 10 + " A allowed";
    }
    if (scene.prompt() && (stations.get(0).ranOut || stations.get(1).ranOut)) {
      return "a lease has run out though every word arrived in time";
    }
    return null;
  }

  // to and from bytes

  void walk(Bytes bytes) {
    int turn = bytes.number((int) (now / TICK % RENEWAL));
    now = bytes.reading() ? EPOCH + turn * TICK : now;
    bytes.now(now);
    decisions = bytes.number(decisions);
    cuts = bytes.number(cuts);
    losses = bytes.number(losses);
    delays = bytes.number(delays);
    sinceCut = bytes.number(sinceCut);
    layOutLimit();
    for (int i = 0; i < 2; i++) {
      stations.get(i).walk(bytes);
      LeaseholdBytes.walk(bytes, holds.get(i));
    }
  }

  // words

  String words(int action) {
    if (action == TICK_ACTION) {
      return "5 s pass, nothing is late";
    }
    if (action == LATE_ACTION) {
      return "5 s pass, all that is under way is late";
    }
    if (action >= DECIDE) {
      return "decided: " + holds.get(0).wishDa() / 10 + " A and " + holds.get(1).wishDa() / 10 + " A";
    }
    return Event.values()[action % EVENTS].words + (action / EVENTS == 0 ? " A" : " B");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      ModelStation station = stations.get(i);
      text.append(i == 0 ? "A draws up to " : "   B draws up to ").append(station.drawDa() / 10)
          .append(", counted ").append(holds.get(i).worstCaseDa(now) / 10)
          .append(", told ").append(said(holds.get(i)));
    }
    return text.toString();
  }

  private static String said(Leasehold hold) {
    Lease lease = hold.said();
    return lease == null ? "nothing" : lease.valueDa() / 10 + " then " + lease.degradedDa() / 10;
  }
}
