package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.WebClient;
import io.parkbench.kernel.WebHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A building-management client of one gateway in the manner of SmartConnector (R-PLANT-5), with its three processors: setup finds who there
 * is, the long-running one pulls the status and raises alarms, and the log processor samples the history. It writes reductions,
 * availability and signs of life. It knows nothing of the gateway but its REST API.
 */
public final class Bems {
  /** Where a gateway's API is found on rigs of virtual time, by the name under which faults cut the building off. */
  public static final Endpoint GATEWAY = new Endpoint("bems", "gateway", 443, 0);

  private final Loop loop;
  private final BemsPlan plan;
  private final Session session;
  private final Pull pull;
  private final Alarms alarms;
  private final EnergyBook energies;
  private final LogBook log;
  private final Outcomes outcomes;
  private final ReductionWriter reductions;
  private final Standing standing;
  private final AvailabilityWriter availability;
  private final Map<String, Timetable> timetables = new LinkedHashMap<>();
  private SiteMap map = SiteMap.EMPTY;
  private SiteStatus status = SiteStatus.NONE;
  private @Nullable String bootId;
  private boolean running;
  private boolean settingUp;
  private boolean settled;
  private int beats;

  /**
   * One at rest; {@link #start} begins.
   *
   * @param loop its own
   * @param memory what outlasts a restart of this client
   */
  public Bems(Loop loop, WebClient web, Endpoint gateway, BemsPlan plan, Memory memory, Recording recording) {
    this(loop, web, gateway, true, plan, memory, recording);
  }

  /** @param secure false where it speaks plain HTTP, which a gateway refuses but for tests */
  public Bems(
      Loop loop, WebClient web, Endpoint gateway, boolean secure, BemsPlan plan, Memory memory, Recording recording) {
    this.loop = loop;
    this.plan = plan;
    this.session = new Session(loop, web, gateway, secure, plan.user(), plan.password());
    this.pull = new Pull(session, loop, this::heard);
    this.alarms = new Alarms(loop, recording);
    this.energies = new EnergyBook(memory);
    this.log = new LogBook(recording);
    this.outcomes = new Outcomes(recording);
    this.reductions = new ReductionWriter(session, loop, plan.persona(), outcomes);
    this.standing = new Standing(loop, reductions, plan.resend());
    this.availability = new AvailabilityWriter(session, loop, outcomes);
    for (BemsPlan.Entry entry : plan.schedule()) {
      timetables.computeIfAbsent(entry.zone(), zone -> new Timetable(
          plan.schedule().stream().filter(other -> other.zone().equals(zone)).toList(), plan.clock()));
    }
  }

  /** Sets up, then polls, samples, beats and follows its schedule until {@link #stop}. */
  public void start() {
    running = true;
    setup();
    every(plan.poll(), this::poll);
    loop.at(nextSample(), this::sample);
    if (plan.setup() != null) {
      every(plan.setup(), this::setup);
    }
    if (plan.heartbeat() != null) {
      every(plan.heartbeat(), this::beat);
    }
    timetables.forEach(this::turn);
  }

  /** Ends it, as a restart of its computer does: what is under way is let go, and only the memory stays. */
  public void stop() {
    running = false;
    session.close();
    loop.close();
  }

  private void every(Duration period, Runnable task) {
    loop.after(period, () -> {
      if (running) {
        every(period, task);
        task.run();
      }
    });
  }

  /**
   * Runs the setup processor: only now does the client notice what was added, removed or renamed (C-34, R-14). One that fails is
   * made up for only where there was none before.
   */
  public void setup() {
    settingUp = true;
    pull.ask();
  }

  /** Pulls the status once, unless a pull is under way. */
  public void poll() {
    pull.ask();
  }

  private void heard(Pull.Result result) {
    settled = true;
    if (result.status() == null) {
      settingUp = settingUp && map.at() == Long.MIN_VALUE;
      Reply failure = result.failure();
      log.downtime().down(loop.now(), failure != null && failure.status() == 503 ? Gap.GATEWAY_RESTART : Gap.LINK_DOWN);
      alarms.linkDown(failure == null ? "no answer" : failure.detail());
      return;
    }
    if (settingUp) {
      settingUp = false;
      map = SiteMap.read(loop.now(), result.zones(), result.stations());
    }
    boolean restarted = bootId != null && !result.status().bootId().equals(bootId);
    bootId = result.status().bootId();
    log.downtime().up(loop.now(), restarted);
    alarms.linkUp(restarted ? "the gateway has restarted" : "");
    if (restarted) {
      energies.gatewayRestarted();
      standing.gatewayRestarted();
    }
    pulled(result.status());
  }

  private void pulled(SiteStatus fresh) {
    status = fresh;
    for (SiteMap.Station station : map.stations()) {
      energies.look(station, status.station(station.id()));
    }
    alarms.look(map, status);
    log.pulled(map, view(), status);
    availability.look(status);
    standing.look(map);
  }

  private long nextSample() {
    long period = Micros.of(plan.log());
    long offset = plan.clock().getRules().getOffset(Micros.toInstant(loop.now())).getTotalSeconds() * Micros.SECOND;
    return (Math.floorDiv(loop.now() + offset, period) + 1) * period - offset;
  }

  private void sample() {
    long at = loop.now();
    loop.at(nextSample(), this::sample);
    pull.ask(result -> log.sample(at, map, view(), result.status() != null));
  }

  private void beat() {
    session.ask("POST", "/heartbeat", WebHeaders.NONE, JsonNodeFactory.instance.objectNode().put("sequence", ++beats), reply -> {
      if (!reply.isOk() && reply.status() != 0) {
        outcomes.add(Outcome.of(loop.now(), "heartbeat " + beats, reply));
      }
    });
  }

  private void turn(String zone, Timetable timetable) {
    if (running) {
      standing.scheduled(zone, timetable.at(loop.now()));
      if (map.at() != Long.MIN_VALUE && isLinkUp()) {
        standing.look(map);
      }
      loop.at(timetable.nextAfter(loop.now()), () -> turn(zone, timetable));
    }
  }

  /**
   * Reduces a zone; the outcome is told, and recorded.
   *
   * @param zone its name or its number, as setup found it
   */
  public void reduce(String zone, Reduction reduction, Consumer<Outcome> then) {
    reductions.reduce(zone, map.zone(zone), reduction, outcome -> {
      standing.written(zone, reduction, outcome);
      then.accept(outcome);
    });
  }

  /** Lifts a zone's reduction before its time; one that is not there is refused with 404. */
  public void lift(String zone, Consumer<Outcome> then) {
    standing.lifted(zone);
    reductions.lift(zone, map.zone(zone), then);
  }

  /**
   * Takes a station or one connector out of service, or back.
   *
   * @param connector 0 for the whole station
   * @param reason may be empty
   */
  public void setAvailable(int station, int connector, boolean available, String reason, Consumer<Outcome> then) {
    availability.set(map, station, connector, available, reason, then);
  }

  /** Whether the first pull is over, answered or not. */
  public boolean isSettled() {
    return settled;
  }

  /** Whether the last pull was answered; so too before the first. */
  public boolean isLinkUp() {
    return !log.downtime().isDown();
  }

  /** What the last setup found. */
  public SiteMap map() {
    return map;
  }

  /** What the last answered pull told. */
  public SiteStatus status() {
    return status;
  }

  /** All values by their printed names, with SmartConnector's computed ones. */
  public List<Point> points() {
    return view().points(!isLinkUp());
  }

  /** The value of one point by its path, or null. */
  public @Nullable Object point(String path) {
    return points().stream().filter(point -> point.path().equals(path)).map(Point::value).findFirst().orElse(null);
  }

  /** The alarms that stand, by their source. */
  public List<Alarm> alarms() {
    return alarms.active();
  }

  public History history() {
    return log.history();
  }

  /** The last thousand outcomes of what was written. */
  public List<Outcome> outcomes() {
    return outcomes.last();
  }

  /** Logins tried so far. */
  public int logins() {
    return session.logins();
  }

  private SiteView view() {
    return new SiteView(map, status, energies);
  }
}
