package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Time;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChangeConfiguration.ConfigurationStatus;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.scenarios.probe.Proof;
import io.parkbench.scenarios.probe.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A charger and all that a probe can do to it, one thing after another: each method lets time pass, virtual or real, until what it is
 * about has happened or has had its time.
 */
public final class ChargerUnderTest implements Subject {
  private static final int RETRIES = 3;
  /** From so many broken frames on nothing is sure. */
  private static final int MANY = 5;

  final ProbeCentral central;
  final Plug plug;
  final Pace pace;
  final Known known = new Known();
  final Profiles profiles = new Profiles(this);
  final Sessions sessions = new Sessions(this);
  final Limits limits = new Limits(this);

  private final Time time;
  private final Net net;
  private final String identity;
  private boolean away;
  private int brokenThen;
  private int endsThen;
  private int unanswered;
  private int unansweredThen;

  /**
   * Listens on {@code net} from now on.
   *
   * @param identity the charger's OCPP box identity
   */
  public ChargerUnderTest(Time time, Net net, String identity, Plug plug, Pace pace) {
    this.time = time;
    this.net = net;
    this.identity = identity;
    this.plug = plug;
    this.pace = pace;
    central = new ProbeCentral(time.loop(), identity, pace.call);
    central.interval = seconds(4 * pace.call);
    net.listen(central);
  }

  /** Waits for the charger to connect, for at most so many microseconds; false where it does not. */
  public boolean connects(long micros) {
    return await(central::isUp, micros);
  }

  @Override
  public long now() {
    return time.now();
  }

  @Override
  public int mark() {
    brokenThen = central.brokenFrames;
    endsThen = central.unexpectedEnds;
    unansweredThen = unanswered;
    return central.journal.mark();
  }

  @Override
  public List<Proof> since(int mark) {
    return central.journal.since(mark);
  }

  @Override
  public String disturbance(int mark) {
    List<String> what = new ArrayList<>();
    if (central.brokenFrames > brokenThen || central.brokenFrames >= MANY) {
      what.add("its frames arrive broken");
    }
    if (central.unexpectedEnds > endsThen) {
      what.add("the link dropped meanwhile");
    }
    if (unanswered > unansweredThen) {
      what.add("calls went unanswered meanwhile");
    }
    return String.join(", ", what);
  }

  @Override
  public String before() {
    Opening open = central.current();
    if (open != null && known.linkGoodFor > 0 && now() - open.openedAt > known.linkGoodFor / 5) {
      central.hangUp(); // so that it does not fail in the middle
    }
    // one that has stayed away once is not waited for as long each time
    away = !await(central::isUp, away ? pace.rest : pace.comeBack);
    return away ? "it is not connected any more" : "";
  }

  @Override
  public void after() {
    if (await(central::isUp, pace.comeBack)) {
      limits.clear();
      Map<String, String> changed = new LinkedHashMap<>(known.changed);
      changed.forEach(this::change);
    }
    sessions.endAll();
  }

  /** Lets time pass. */
  void pass(long micros) {
    time.runUntil(now() + micros);
  }

  /** Lets time pass until something holds, for at most so long; whether it did. */
  boolean await(BooleanSupplier condition, long micros) {
    return time.runUntil(condition, now() + micros);
  }

  static int seconds(long micros) {
    return (int) Math.max(1, micros / Micros.SECOND);
  }

  /** Calls the charger, again where the link was gone or its answer came broken. */
  <C extends Response> Reply<C> call(Request<C> request) {
    Reply<C> reply = once(request);
    for (int i = 0; i < RETRIES && reply.conf() == null; i++) {
      int broken = central.brokenFrames;
      if (!(reply.failure() instanceof Failure.LinkClosed) && !(reply.isSilent() && brokenLately)) {
        break;
      }
      central.note("asked again, " + broken + " frames were broken so far");
      reply = once(request);
    }
    unanswered += reply.isSilent() ? 1 : 0;
    return reply;
  }

  private boolean brokenLately;

  /** Calls once, whatever comes. */
  <C extends Response> Reply<C> once(Request<C> request) {
    await(central::isUp, pace.comeBack);
    Opening open = central.current();
    if (open == null) {
      return new Reply<>(null, new Failure.LinkClosed(), 0);
    }
    long begun = now();
    int broken = central.brokenFrames;
    List<Reply<C>> replies = new ArrayList<>();
    open.rpc.call(request, new Callback<>() {
      @Override
      public void answered(C conf) {
        replies.add(new Reply<>(conf, null, now() - begun));
      }

      @Override
      public void failed(Failure failure) {
        replies.add(new Reply<>(null, failure, now() - begun));
      }
    });
    await(() -> !replies.isEmpty(), pace.call + Micros.SECOND);
    brokenLately = central.brokenFrames > broken;
    return replies.isEmpty() ? new Reply<>(null, new Failure.TimedOut(), now() - begun) : replies.getFirst();
  }

  /** Sets a configuration key; true where the charger said Accepted. */
  boolean change(String key, String value) {
    Reply<ChangeConfiguration.Conf> reply = call(new ChangeConfiguration.Req(key, value));
    ChangeConfiguration.Conf conf = reply.conf();
    return conf != null
        && (conf.status() == ConfigurationStatus.Accepted || conf.status() == ConfigurationStatus.RebootRequired);
  }

  /** Sets a key for the time of the probe. */
  boolean changeForNow(String key, String value) {
    String was = known.keys.get(key);
    if (was != null && !known.garbage) {
      known.changed.putIfAbsent(key, was);
    }
    return change(key, value);
  }

  /** Does something while the link is broken at both ends, and heals it then. */
  void whileCut(Runnable what) {
    during(new Fault.Cut(), what);
  }

  /** Does something while nothing gets through, which neither end is told. */
  void whileSilent(Runnable what) {
    during(new Fault.Silence(), what);
  }

  private void during(Fault fault, Runnable what) {
    central.breaking(true);
    central.note("the probe breaks the link: " + fault.getClass().getSimpleName());
    try (Faults.Guard guard = net.faults().add(Links.of(identity), fault)) {
      what.run();
    }
    central.note("the link is whole again");
    central.breaking(false);
  }

  /** Waits for a link that was opened after {@code opening} links had been; false where none comes. */
  boolean returns(int opening) {
    return await(() -> central.openings.size() > opening && central.isUp(), pace.comeBack);
  }

  /** From now on the charger is accepted. */
  void accept(Consumer<Boolean> whether) {
    central.registration = RegistrationStatus.Accepted;
    long asked = now();
    central.interval = heartbeat();
    whether.accept(!known.boots || await(() -> central.acceptedAt >= asked, 5 * pace.call));
  }

  /** The interval of heartbeats, s: often, so that silence shows. */
  int heartbeat() {
    return Math.max(1, seconds(pace.call) / 3);
  }
}
