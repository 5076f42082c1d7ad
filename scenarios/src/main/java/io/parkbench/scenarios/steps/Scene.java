package io.parkbench.scenarios.steps;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.plant.charger.DrawListener;
import io.parkbench.plant.grid.Breach;
import io.parkbench.plant.input.Contact;
import io.parkbench.plant.pilot.Cable;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.InsideException;
import io.parkbench.rigs.Recorder;
import io.parkbench.rigs.hardware.Need;
import io.parkbench.rigs.outside.Elsewhere;
import io.parkbench.rigs.outside.GatewayException;
import io.parkbench.scenarios.runner.NotJudgedException;
import io.parkbench.scenarios.runner.Pace;
import io.parkbench.scenarios.runner.RigRun;
import io.parkbench.scenarios.runner.RunSettings;
import io.parkbench.scenarios.runner.ScenarioKey;
import io.parkbench.scenarios.runner.Trial;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The world of one scenario: its site, the bench that is built from it when first needed, and what was so before the last change.
 * The container makes it anew for each scenario.
 */
public final class Scene {
  private static final long ALL_UP_WITHIN = Micros.MINUTE;
  private static final long ALL_SOUND_WITHIN = 15 * Micros.SECOND;
  /** After boot a gateway that runs elsewhere has said all once nothing was said for so long. */
  private static final long QUIET = Micros.SECOND;
  private static final double BATTERY_ON_ARRIVAL = 0.1;
  private static final double AS_MUCH_AS_IT_TAKES = 1e6;

  private final RunSettings settings;
  private final SiteDraft site = new SiteDraft();
  private final Map<Place, Double> offersBefore = new LinkedHashMap<>();
  private final Map<Place, Integer> sessionsBefore = new LinkedHashMap<>();
  private final Set<Place> mentioned = new LinkedHashSet<>();
  private final Map<String, ChargePoint> strangers = new LinkedHashMap<>();

  private final Wire wire = new Wire();
  private final History history = new History();
  private final Map<String, Long> clocksAhead = new LinkedHashMap<>();
  private int callsBefore;
  private long changedAt;
  private final Set<String> odd = new LinkedHashSet<>();
  private final List<Runnable> beforeSwitchedOn = new ArrayList<>();

  private final Set<String> expectedTrips = new LinkedHashSet<>();
  private final Set<String> awaitingLeases = new LinkedHashSet<>();

  private @Nullable ScenarioKey key;
  private @Nullable Bench bench;
  private @Nullable ExcessWatch excess;
  private @Nullable Pace unjudged;
  private long begin;
  private @Nullable LocalDateTime startsAt;

  public Scene(RunSettings settings) {
    this.settings = settings;
  }

  void begins(ScenarioKey scenario) {
    key = scenario;
    RigRun rig = settings.rigRun();
    if (rig != null) {
      rig.goesOn();
    }
    Trial trial = settings.trial();
    unjudged = trial == null ? null : trial.pace(scenario);
  }

  /** Whether claims are judged, or the run is only measured. */
  boolean isJudged() {
    return unjudged == null;
  }

  /** Closes the bench and files the hash of its recording, or what was measured. */
  void ends() {
    if (bench != null) {
      Trial trial = settings.trial();
      if (trial != null && excess == null) {
        trial.measured(scenario(), new Trial.Measured(bench.plant().checker().overloads(), kwh(bench)));
      }
      RigRun rig = settings.rigRun();
      if (rig != null) {
        new RealDevices(bench, rig).ends(scenario(), begin);
      }
      settings.recorded(scenario(), bench.recording().hash());
      bench.close();
    }
  }

  SiteDraft site() {
    return site;
  }

  boolean isLive() {
    return bench != null;
  }

  /** The scenario begins at this time of the site, in place of Monday 2026-01-05 00:00. */
  void startsAt(LocalDateTime local) {
    if (bench != null) {
      throw new IllegalStateException("the scenario has begun; say first when it begins");
    }
    startsAt = local;
  }

  /** The next instant after now at which it is this time at the site, µs. */
  long next(LocalTime time) {
    ZoneId zone = bench().plan().site().timeZone();
    LocalDateTime now = LocalDateTime.ofInstant(Micros.toInstant(bench().time().now()), zone);
    LocalDateTime then = now.toLocalDate().atTime(time);
    return Micros.of((then.isAfter(now) ? then : then.plusDays(1)).atZone(zone).toInstant());
  }

  /** The bench; when first asked for, it is built from the site and brought to the state in which all stations are ready. */
  Bench bench() {
    if (bench == null) {
      Bench opened = opened();
      bench = opened;
      begin = opened.time().now();
      beforeSwitchedOn.forEach(Runnable::run);
      if (unjudged != null) {
        unjudged.await(opened.time(), this::allSound, begin + ALL_SOUND_WITHIN);
      } else {
        opened.time().runUntil(this::allSound, begin + ALL_SOUND_WITHIN);
      }
      if (!isJudged() || !allUp()) {
        judge().expect(
            new Span(Span.Kind.WITHIN, upWithin()),
            new Claim("all stations of the site are up", this::allUp, () -> "some are not"));
      }
    }
    return bench;
  }

  private long upWithin() {
    RealDevices real = real();
    return real == null ? ALL_UP_WITHIN : Math.max(ALL_UP_WITHIN, real.patience());
  }

  /** The real devices; null where all is simulated. */
  @Nullable
  RealDevices real() {
    RigRun rig = settings.rigRun();
    return rig == null ? null : new RealDevices(bench(), rig);
  }

  private Bench opened() {
    try {
      return settings.open(scenario(), plan());
    } catch (GatewayException e) {
      throw new ClaimError(String.valueOf(e.getMessage()));
    }
  }

  /** Whether the gateway runs elsewhere, so that nobody can look into it. */
  boolean isOutside() {
    return settings.isOutside();
  }

  /** What a step is about to look at is inside the gateway: where that runs elsewhere, the step fails. */
  void looksInside() {
    if (isOutside()) {
      throw new ClaimError(InsideException.TEXT);
    }
  }

  /** The gateway that runs elsewhere. */
  Elsewhere outside() {
    return (Elsewhere) bench().side();
  }

  /** Where there is no REST API, the scenario cannot be judged. */
  void needsApi() {
    if (!settings.hasApi()) {
      throw new NotJudgedException("it asks the gateway's REST API, and none was given (--gateway-api)");
    }
  }

  /** What all connectors have given. */
  private static double kwh(Bench bench) {
    return bench.plant().model().bays().stream()
        .mapToDouble(bay -> bench.plant().station(bay.station().id()).energyWh(bay.connector().number()))
        .sum() / 1_000;
  }

  private BenchPlan plan() {
    ScenarioKey scenario = scenario();
    try {
      if (startsAt != null && !settings.rig().isVirtual()) {
        site.timeZone(offsetSoThatItIs(startsAt.toLocalTime()));
      }
      Site built = site.site();
      site.built();
      RigRun rig = settings.rigRun();
      if (rig != null) {
        rig.fits(built);
      }
      boolean kept = isJudged() && (rig == null || !rig.isRehearsal());
      JsonLines recording = kept ? Recorder.to(settings.folder().recording(scenario.id())) : Recorder.hashOnly();
      BenchPlan usual = BenchPlan.of(built);
      BenchPlan begun = startsAt == null ? usual : usual.startingAt(Micros.of(startsAt.atZone(built.timeZone()).toInstant()));
      return begun.on(settings.rig()).seed(settings.seed()).leases(settings.policy()).recordingTo(recording)
          .repeatedBy(settings.repeat(scenario)).watchedBy(this::record).alsoWatchedBy(settings.watch(scenario));
    } catch (SiteException bad) {
      throw new ClaimError("the site of this scenario cannot be used:\n" + bad.getMessage() + "\n" + site.yaml());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** By the wall clock it is not the time that a scenario begins at, but somewhere it is: the clocks of the site are those of that place. */
  private static String offsetSoThatItIs(LocalTime wanted) {
    LocalTime now = LocalDateTime.ofInstant(Micros.toInstant(RealTime.micros()), ZoneOffset.UTC).toLocalTime();
    int ahead = wanted.toSecondOfDay() - now.toSecondOfDay();
    int half = (int) Duration.ofHours(12).toSeconds();
    int nearest = Math.floorMod(ahead + half, 2 * half) - half;
    return "UTC" + ZoneOffset.ofTotalSeconds(nearest).getId().replace("Z", "");
  }

  private ScenarioKey scenario() {
    return Objects.requireNonNull(key, "no scenario has begun");
  }

  private boolean allUp() {
    return isOutside() ? allOnline() : view().stations().stream()
        .filter(station -> !odd.contains(station.id()))
        .allMatch(station -> station.connectors().stream().allMatch(connector -> connector.status() != null));
  }

  /** Each is up, has taken its base and has shown that it obeys; one with quirks may never. */
  private boolean allSound() {
    return isOutside() ? allOnline() && bench().time().now() - wire.lastAt() >= QUIET : view().stations().stream()
        .allMatch(station -> station.baseConfirmed()
            && station.connectors().stream().allMatch(connector -> connector.status() != null && connector.proved()));
  }

  private boolean allOnline() {
    return bench().plant().stations().stream().allMatch(station -> odd.contains(station.identity()) || station.isOnline());
  }

  Judge judge() {
    return new Judge(bench().time(), unjudged, this::circumstances);
  }

  /** The gateway as its API shows it. */
  GatewayView view() {
    looksInside();
    return bench().gateway().view();
  }

  /** What has gone over the links. */
  Wire wire() {
    return wire;
  }

  /** How limits and setpoints have moved. */
  History history() {
    looksInside();
    return history;
  }

  /** When something was changed last, µs. */
  long changedAt() {
    return changedAt;
  }

  private void record(long instant, String kind, Recording.Fields fields) {
    wire.line(instant, kind, fields);
    history.line(instant, kind, fields);
  }

  /** How many calls had arrived when something was changed last. */
  int callsBefore() {
    return callsBefore;
  }

  /** The station's clock is put wrong by so many µs. */
  void setClock(String station, long ahead) {
    changing();
    clocksAhead.put(station, ahead);
    station(station).setClockOffset(ahead);
  }

  /** How far the scenario has put a station's clock ahead, µs. */
  long clockAhead(String station) {
    return clocksAhead.getOrDefault(station, 0L);
  }

  /** The sentences of the recording, for what happens outside gateway and plant. */
  Recording recording() {
    return bench().recording();
  }

  /** A simulated station; one that is real cannot be had so, and the scenario is not run. */
  ChargePoint station(String identity) {
    ChargePoint stranger = strangers.get(identity);
    RealDevices real = stranger == null ? real() : null;
    if (real != null) {
      real.wants(Need.SIMULATED, identity);
    }
    return stranger != null ? stranger : bench().plant().station(identity);
  }

  Bay bay(Place place) {
    int index = bench().plant().model()
        .bay(place.station(), place.connector())
        .orElseThrow(() -> new IllegalArgumentException("the site has no connector " + place));
    return bench().plant().model().bays().get(index);
  }

  /** Notes how things stand before something is changed, for the claims that compare. */
  void changing() {
    offersBefore.clear();
    mentioned.clear();
    callsBefore = wire.count();
    changedAt = bench().time().now();
    for (Bay bay : bench().plant().model().bays()) {
      Place place = new Place(bay.station().id(), bay.connector().number());
      double offered = offersNow(place);
      if (!Double.isNaN(offered)) {
        offersBefore.put(place, offered);
      }
      Integer session = transaction(place);
      if (session != null) {
        sessionsBefore.put(place, session);
      }
    }
  }

  /** What a pilot offers, A; of a real one what its simulator tells. */
  double offered(Place place) {
    RealDevices real = real();
    if (real != null) {
      real.wants(Need.OFFER, place.station());
    }
    return offersNow(place);
  }

  private double offersNow(Place place) {
    RealDevices real = real();
    return real != null && real.isReal(place.station()) ? real.offered(place)
        : simulated(place.station()).offeredAmps(place.connector());
  }

  private ChargePoint simulated(String station) {
    ChargePoint stranger = strangers.get(station);
    return stranger != null ? stranger : bench().plant().station(station);
  }

  /** What truly flows at a connector, A per conductor; of a real one what its reference meter shows. */
  double drawn(Place place) {
    RealDevices real = real();
    if (real != null) {
      real.wants(Need.CURRENT, place.station());
    }
    return real != null && real.isReal(place.station()) ? real.amps(place) : simulated(place.station()).amps(place.connector());
  }

  /** How far a draw may be from what is claimed, A: what is measured has an error. */
  double tolerance(Place place, double usual) {
    RealDevices real = real();
    return real != null && real.isReal(place.station()) ? RealDevices.TOLERANCE_A : usual;
  }

  /** Whether a station's link is up, as the station sees it, or where it is real, as the gateway's end does. */
  boolean isOnline(String station) {
    RealDevices real = real();
    return real != null && real.isReal(station) ? real.isConnected(station) : simulated(station).isOnline();
  }

  /** The true current of a zone is looked at. */
  void looksAtZone(String zone) {
    RealDevices real = real();
    if (real != null) {
      real.wantsInZone(zone);
    }
  }

  /** Only a simulated meter does this. */
  void looksIntoMeter(String meter) {
    RealDevices real = real();
    if (real != null) {
      real.wantsAtMeter(meter);
    }
  }

  /** The simulated contact of an input. */
  Contact contact(int input) {
    RealDevices real = real();
    if (real != null) {
      real.wantsAtInput(Need.SIMULATED, input);
    }
    return bench().plant().contact(input);
  }

  /** A contact closes or opens, by whatever moves it. */
  void moveContact(int input, boolean closed) {
    bench();
    changing();
    RealDevices real = real();
    if (real != null) {
      real.wantsAtInput(Need.CONTACT, input);
    }
    if (real != null && real.isRealInput(input)) {
      real.move(input, closed);
    } else if (closed) {
      bench().plant().contact(input).close();
    } else {
      bench().plant().contact(input).open();
    }
  }

  /** The transaction there as the gateway has it, or where nobody can look into it, as the station was told; null for none. */
  @Nullable
  Integer transaction(Place place) {
    if (isOutside()) {
      return station(place.station()).transactionId(place.connector());
    }
    GatewayView.Session session = view().session(place.station(), place.connector());
    return session == null ? null : session.transactionId();
  }

  /** The scenario speaks of this connector, so that its change is no surprise. */
  void mention(Place place) {
    mentioned.add(place);
  }

  /** What the connectors were offered before the last change, but for those that were spoken of since. */
  Map<Place, Double> unmentionedOffers() {
    Map<Place, Double> others = new LinkedHashMap<>(offersBefore);
    others.keySet().removeAll(mentioned);
    return others;
  }

  /** The id that the session there had before the last change. */
  @Nullable
  Integer sessionBefore(Place place) {
    return sessionsBefore.get(place);
  }

  /**
   * A driver plugs in.
   *
   * @param wantedWh null: until the battery is full
   */
  void plugIn(Place place, CarModel model, @Nullable Double wantedWh, @Nullable String card) {
    plugIn(place, new Car(model, BATTERY_ON_ARRIVAL, wantedWh == null ? AS_MUCH_AS_IT_TAKES : wantedWh), card);
  }

  /** The same with a cable of the driver's own. */
  void plugIn(Place place, CarModel model, Cable cable) {
    plugIn(place, new Car(model, BATTERY_ON_ARRIVAL, AS_MUCH_AS_IT_TAKES).with(cable), null);
  }

  private void plugIn(Place place, Car car, @Nullable String card) {
    changing();
    mention(place);
    Bay bay = bay(place);
    RealDevices real = real();
    if (real != null) {
      real.wants(Need.CAR, place.station());
      if (real.isReal(place.station())) {
        real.plugIn(place, car, card == null ? "CARD-" + (bay.index() + 1) : card);
        return;
      }
    }
    bench().plant().plugIn(bay, car, card == null ? "CARD-" + (bay.index() + 1) : card, null);
  }

  void leave(Place place) {
    changing();
    mention(place);
    RealDevices real = real();
    if (real != null) {
      real.wants(Need.CAR, place.station());
      if (real.isReal(place.station())) {
        real.leave(place);
        return;
      }
    }
    bench().plant().unplug(bay(place));
  }

  /** A station that the site file does not know is switched on. */
  void stranger(String identity) {
    changing();
    ChargePoint stranger = new ChargePoint(
        bench().time().loop(), bench().net(), identity, ChargerModels.all().getFirst(), DrawListener.NONE, recording(),
        new Seed(settings.seed()).fork(identity + "/charger"));
    strangers.put(identity, stranger);
    stranger.start();
  }

  /** Changes a zone's maximum live; null keeps what it is. */
  void setMaximum(String zone, @Nullable Double amps, @Nullable Double kw) {
    changing();
    GatewayView.Zone before = view().zone(zone);
    PerPhase current = amps == null ? before.limits().limitDa() : PerPhase.all((int) Math.round(amps * 10));
    Integer power = kw == null ? before.limits().limitW() : Integer.valueOf((int) Math.round(kw * 1_000));
    bench().setZoneMaximum(zone, current, power);
  }

  /** The judge goes by this maximum from now on: the gateway was told over its API. */
  void expectMaximum(String zone, double amps) {
    bench().expectMaximum(zone, PerPhase.all((int) Math.round(amps * 10)), null);
  }

  /** The number of a zone in the API, by the order of the site. */
  int number(String zone) {
    return 1 + Claims.zoneIndex(this, zone);
  }

  /** The number of a station in the API, by the order of the site. */
  int stationNumber(String station) {
    List<String> ids = bench().plan().site().stations().stream().map(Station::id).toList();
    if (!ids.contains(station)) {
      throw new IllegalArgumentException("the site has no station " + station);
    }
    return 1 + ids.indexOf(station);
  }

  /** Restarts the gateway with the site as its draft has it now, and lets it be gone for {@code down} µs (R-SITE-7). */
  void restart(long down) {
    looksInside();
    changing();
    try {
      Site with = site.site();
      site.built();
      int before = bench().restarts().size();
      bench().restartGateway(with, Duration.of(down, ChronoUnit.MICROS));
      bench().time().runUntil(() -> bench().restarts().size() > before, bench().time().now() + down + Micros.MINUTE);
    } catch (SiteException bad) {
      throw new ClaimError("the gateway cannot be restarted with this site:\n" + bad.getMessage());
    }
  }

  /** Makes a station odd: before it is switched on where the bench has not been opened yet, else now. */
  void odd(String station, Consumer<ChargePoint> how) {
    odd.add(station);
    prepare(() -> how.accept(station(station)));
  }

  /** Does something before all is switched on, where the bench has not been opened yet, else now. */
  void prepare(Runnable what) {
    if (bench == null) {
      beforeSwitchedOn.add(what);
    } else {
      changing();
      what.run();
    }
  }

  /** Whatever breaks a limit from now on has to be what excused connectors draw above what they count as. */
  void excuse(Place place) {
    if (bench == null) {
      beforeSwitchedOn.add(() -> excuse(place));
      return;
    }
    ExcessWatch watch = excess;
    if (watch == null) {
      watch = new ExcessWatch(this);
      excess = watch;
    }
    watch.excuse(place);
  }

  /** The scenario says that the breaker of this zone trips: that one is no failure. */
  void expectTrip(String zone) {
    expectedTrips.add(zone);
  }

  /** What lost stations hold in this zone may stand above what its building leaves until their leases have run out (R-LEASE-6). */
  void awaitLeases(String zone) {
    awaitingLeases.add(zone);
  }

  private static boolean isDynamic(Site site, String id) {
    for (Zone zone = site.zone(id); zone != null; zone = zone.parent() == null ? null : site.zone(zone.parent())) {
      if (zone.dynamic()) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWithLeases(Breach breach) {
    Site built = bench().plan().site();
    Duration lease = built.leaseDynamic().compareTo(built.settings().leaseStatic()) > 0 || isDynamic(built, breach.zone())
        ? built.leaseDynamic() : built.settings().leaseStatic();
    long longest = Micros.of(Bench.bound(built).total().plus(lease));
    return awaitingLeases.contains(breach.zone()) && Math.min(breach.until(), bench().time().now()) - breach.since() <= longest;
  }

  /**
   * The limits that were broken without excuse, after the breakers that tripped because of the cars though nobody said they would;
   * empty is a pass.
   */
  List<?> broken() {
    List<Object> broken = new ArrayList<>();
    bench().plant().protection().blamed().stream().filter(trip -> !expectedTrips.contains(trip.zone())).forEach(broken::add);
    List<Breach> breaches = bench().plant().checker().breaches().stream().filter(breach -> !endsWithLeases(breach)).toList();
    if (excess == null) {
      broken.addAll(breaches);
      return broken;
    }
    broken.addAll(excess.found());
    breaches.stream().filter(breach -> breach.phase() == 0).forEach(broken::add);
    return broken;
  }

  /** The instant and the gateway's reasons, for the message of a failure. */
  private String circumstances() {
    StringBuilder text = new StringBuilder();
    long now = bench().time().now();
    text.append("\nat ").append(Micros.toInstant(now)).append(", ").append(Quantity.duration(now - begin))
        .append(" after the start");
    if (isOutside()) {
      bench().plant().model().bays().forEach(bay -> {
        ChargePoint station = station(bay.station().id());
        int connector = bay.connector().number();
        text.append("\n  ").append(new Place(station.identity(), connector)).append(station.isOnline() ? ": online" : ": offline")
            .append(", may draw ").append(Quantity.amps(station.offeredAmps(connector))).append(", draws ")
            .append(Quantity.amps(station.amps(connector)));
      });
      return text.append(outside().trouble().isEmpty() ? "" : "\n  " + outside().trouble()).toString();
    }
    GatewayView view = view();
    for (GatewayView.Zone zone : view.zones()) {
      text.append("\n  zone ").append(zone.id()).append(": limit ").append(Quantity.amps(zone.limits().limitDa()))
          .append(", leased ").append(Quantity.amps(zone.leasedDa()));
    }
    for (GatewayView.Session session : view.sessions()) {
      text.append("\n  ").append(new Place(session.station(), session.connector())).append(": setpoint ")
          .append(Quantity.amps(session.setpointDa() / 10.0)).append(", confirmed ")
          .append(Quantity.amps(session.confirmedDa() / 10.0)).append(", counts on phases ").append(session.phases())
          .append(", received ").append(session.energyWh()).append(" Wh: ").append(session.reason().text());
    }
    for (GatewayView.Notice notice : view.notices().subList(Math.max(0, view.notices().size() - 5), view.notices().size())) {
      text.append("\n  ").append(notice.station()).append(": ").append(notice.text());
    }
    return text.toString();
  }
}
