package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.site.Settings;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.rigs.Bench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The liveness half of a case: all faults are over, and within a bound everybody has its share or a true reason. */
final class Healing {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  /** Between the last and the last but one attempt of a station that was long away, s: 4 s doubled six times. */
  private static final Duration REDIAL_MOST = Duration.ofSeconds(256);
  /** A restart, a registration, and an interval until the base is asked for again. */
  private static final Duration COMING_UP = Duration.ofSeconds(20 + 60 + 60);
  /** A driver who was refused comes back, and a call of that time may be the one that is lost. */
  private static final Duration DRIVER = Duration.ofMinutes(4);
  private static final int CALLS = 6;

  private final Bench bench;
  private final Truth truth;
  private final Excuses excuses;
  private final @Nullable SteeredZones building;
  private final @Nullable Ceilings release;

  Healing(Bench bench, Truth truth, Excuses excuses, @Nullable SteeredZones building, @Nullable Ceilings release) {
    this.building = building;
    this.release = release;
    this.bench = bench;
    this.truth = truth;
    this.excuses = excuses;
  }

  /**
   * How long healing may take: the loss is found out (ping interval and grace), the station dials again and comes up, leases run
   * out, the suspension order is looked at, a pause lasts its minimum, a car is found not to draw, and a few calls time out.
   */
  static Duration bound(Settings settings) {
    return settings.pingInterval().plus(settings.pingGrace())
        .plus(REDIAL_MOST).plus(COMING_UP).plus(DRIVER)
        .plus(settings.leaseStatic())
        .plus(settings.shedReview())
        .plus(settings.minimumOn()).plus(settings.minimumPause())
        .plus(settings.suspendedRelease())
        .plus(settings.callTimeout().multipliedBy(CALLS));
  }

  /** Lets time pass until all is well or the bound is over; what is still wrong then, worst first. */
  List<String> heal() {
    long limit = bench.time().now() + Micros.of(bound(bench.plan().site().settings()));
    List<String> complaints = complaints();
    while (!complaints.isEmpty() && bench.time().now() < limit) {
      bench.time().runFor(LOOK_EVERY);
      complaints = complaints();
      if (release != null && release.changed()) {
        limit = bench.time().now() + Micros.of(bound(bench.plan().site().settings()));
      }
    }
    return complaints;
  }

  private List<String> complaints() {
    GatewayView view = bench.gateway().view();
    List<String> complaints = new ArrayList<>(building == null ? List.of() : building.complaints(view));
    if (release != null && !release.isDone()) {
      complaints.add("a reduction stands that nobody could lift");
    }
    for (Bay bay : bench.plant().model().bays()) {
      ChargePoint station = bench.plant().station(bay.station().id());
      int connector = bay.connector().number();
      Car car = bench.plant().car(bay.index());
      String complaint = null;
      if (car != null && car.wantsEnergy()) {
        complaint = truth.complaint(view, station, connector, car);
      } else if (!excuses.covers(station.identity()) && !station.isCharging(connector)
          && view.session(station.identity(), connector) != null) {
        complaint = station.identity() + "/" + connector + " has a session at the gateway that is over";
      }
      if (complaint != null) {
        complaints.add(complaint);
      }
    }
    return complaints;
  }
}
