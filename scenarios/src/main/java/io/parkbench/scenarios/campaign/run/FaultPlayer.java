package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.fault.Trouble;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.LimitPlan;
import io.parkbench.scenarios.campaign.plan.FaultKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets happen what a case says: faults come and are healed, the operator changes limits. */
final class FaultPlayer {
  private final Bench bench;
  private final long start;
  private final Consumer<FaultPlan> begins;
  private final Map<FaultPlan, Runnable> inForce = new LinkedHashMap<>();
  private final Map<String, Integer> trapped = new TreeMap<>();
  private final Map<String, Integer> outages = new TreeMap<>();
  private final Map<String, Long> troubledUntil = new TreeMap<>();
  private final Map<String, PerPhase> limitDa = new LinkedHashMap<>();
  private final Map<String, Integer> percent = new TreeMap<>();

  /** Puts everything on the bench's time; {@code begins} hears of each fault when it has begun. */
  FaultPlayer(Bench bench, CampaignCase plan, Consumer<FaultPlan> begins) {
    this.bench = bench;
    this.start = bench.time().now();
    this.begins = begins;
    for (Zone zone : bench.plan().site().zones()) {
      limitDa.put(zone.id(), zone.maxDa());
    }
    for (FaultPlan fault : plan.faults()) {
      at(fault.atS(), () -> begin(fault));
      at(fault.atS() + fault.forS(), () -> heal(fault));
    }
    for (LimitPlan limit : plan.limits()) {
      at(limit.atS(), () -> limit(limit.zone(), limit.percent()));
      at(limit.atS() + limit.forS(), () -> limit(limit.zone(), 100));
    }
  }

  private void at(double seconds, Runnable task) {
    bench.time().at(start + Math.round(seconds * Micros.SECOND), task);
  }

  /** Whatever is still wrong is put right. */
  void healAll() {
    for (FaultPlan fault : List.copyOf(inForce.keySet())) {
      heal(fault);
    }
    for (String zone : limitDa.keySet()) {
      if (percent.getOrDefault(zone, 100) != 100) {
        limit(zone, 100);
      }
    }
  }

  /** When the last fault on a station or meter was over, µs; far ahead while one lasts, far back for none. */
  long troubledUntil(String device) {
    return troubledUntil.getOrDefault(device, Long.MIN_VALUE / 2);
  }

  /** Whether a station hangs now, or is wired otherwise than anybody knows: what it draws where cannot be seen. */
  boolean isUnseen(String station) {
    return inForce.keySet().stream()
        .anyMatch(fault -> (fault.what() == FaultKind.FREEZE || fault.what() == FaultKind.WRONG_WIRING) && fault.hits(station));
  }

  /** The operator's maximum of a zone on a supply phase, A. */
  double limitAmps(String zone, int phase) {
    PerPhase limit = limitDa.get(zone);
    return limit == null ? Double.POSITIVE_INFINITY : limit.da(phase) / 10.0;
  }

  /** The operator's maximum of a zone's power, of {@code watts} as configured, W. */
  int limitWatts(String zone, int watts) {
    return watts * (percent.getOrDefault(zone, 100)) / 100;
  }

  /** Whether the operator's maximum of a zone lies below the configured one. */
  boolean isCut(String zone) {
    return percent.getOrDefault(zone, 100) != 100;
  }

  private void begin(FaultPlan fault) {
    fault.on().forEach(station -> troubledUntil.put(station, Long.MAX_VALUE / 2));
    begins.accept(fault);
    Runnable heals = switch (fault.what()) {
      case CUT -> link(fault, new Fault.Cut());
      case SILENCE -> link(fault, new Fault.Silence());
      case HOLD -> link(fault, new Fault.Hold());
      case DROP -> link(fault, new Fault.Drop(fault.amount()));
      case DELAY -> link(fault, new Fault.Delay(0, Math.round(fault.amount() * Micros.SECOND)));
      case DUPLICATE -> link(fault, new Fault.Duplicate(fault.amount()));
      case CORRUPT -> link(fault, new Fault.Corrupt(fault.amount()));
      case CLOCK_JUMP -> each(
          fault, station -> new Trouble.ClockJump(station, Duration.ofMillis(Math.round(fault.amount() * 1_000))));
      case FREEZE -> each(fault, Trouble.Freeze::new);
      case WRONG_WIRING -> each(fault, this::rewired);
      case REBOOT -> {
        fault.on().forEach(station -> station(station).reboot());
        yield () -> {};
      }
      case POWER_LOSS -> {
        fault.on().forEach(this::powerLost);
        yield () -> fault.on().forEach(this::powerBack);
      }
      case METER_TRAP -> trap(fault);
    };
    // a case may have the same fault twice over
    inForce.merge(fault, heals, (one, other) -> () -> {
      one.run();
      other.run();
    });
  }

  private Runnable link(FaultPlan plan, Fault fault) {
    Faults faults = bench.net().faults();
    Predicate<String> on = Links.of(plan.on());
    Faults.Guard guard = plan.direction() == null ? faults.add(on, fault) : faults.add(on, plan.direction(), fault);
    return guard::close;
  }

  private Runnable each(FaultPlan plan, Function<String, Trouble> trouble) {
    List<Faults.Guard> guards = plan.on().stream().map(station -> bench.plant().troubles().begin(trouble.apply(station))).toList();
    return () -> guards.forEach(Faults.Guard::close);
  }

  /** A meter falls into a trap, maybe one that it is in already. */
  private Runnable trap(FaultPlan fault) {
    MeterTrap trap = MeterTrap.named(Objects.requireNonNull(fault.trap()));
    String meter = fault.on().getFirst();
    if (trapped.merge(meter + " " + trap, 1, Integer::sum) == 1) {
      bench.plant().meters().meter(meter).trap(trap, true);
    }
    return () -> {
      if (trapped.merge(meter + " " + trap, -1, Integer::sum) == 0) {
        bench.plant().meters().meter(meter).trap(trap, false);
      }
    };
  }

  /** The phases of connector 1 are one further than the site says. */
  private Trouble rewired(String station) {
    int bay = bench.plant().model().bay(station, 1).orElseThrow();
    Wiring next = switch (bench.plant().model().bays().get(bay).connector().wiring()) {
      case TRI123 -> Wiring.TRI231;
      case TRI231 -> Wiring.TRI312;
      case TRI312 -> Wiring.TRI123;
      case TRI132 -> Wiring.TRI213;
      case TRI213 -> Wiring.TRI321;
      case TRI321 -> Wiring.TRI132;
      case MONO1 -> Wiring.MONO2;
      case MONO2 -> Wiring.MONO3;
      case MONO3 -> Wiring.MONO1;
    };
    return new Trouble.WrongWiring(station, 1, next);
  }

  private void powerLost(String station) {
    if (outages.merge(station, 1, Integer::sum) == 1) {
      station(station).losePower();
    }
  }

  private void powerBack(String station) {
    if (outages.merge(station, -1, Integer::sum) == 0) {
      station(station).start();
    }
  }

  private void heal(FaultPlan fault) {
    Runnable guard = inForce.remove(fault);
    if (guard != null) {
      guard.run();
      for (String station : fault.on()) {
        if (inForce.keySet().stream().noneMatch(other -> other.hits(station))) {
          troubledUntil.put(station, bench.time().now());
        }
      }
    }
  }

  private ChargePoint station(String id) {
    return bench.plant().station(id);
  }

  /** A zone's maximum, never more than its parent's present one. */
  private void limit(String zoneId, int newPercent) {
    percent.put(zoneId, newPercent);
    for (Zone zone : bench.plan().site().zones()) {
      // a parent that is raised again lets go those below it that it held down
      PerPhase above = zone.parent() == null ? null : limitDa.get(zone.parent());
      int share = percent.getOrDefault(zone.id(), 100);
      PerPhase wanted = new PerPhase(scaled(zone, above, 1, share), scaled(zone, above, 2, share), scaled(zone, above, 3, share));
      if (!zone.dynamic() && !wanted.equals(limitDa.get(zone.id()))) {
        Integer watts = zone.maxW();
        limitDa.put(zone.id(), wanted);
        bench.gateway().setZoneMaximum(zone.id(), wanted, watts == null ? null : Integer.valueOf(watts * share / 100));
      }
    }
  }

  private static int scaled(Zone zone, @Nullable PerPhase above, int phase, int share) {
    int da = zone.maxDa().da(phase) * share / 100;
    return above == null ? da : Math.min(da, above.da(phase));
  }
}
