package io.parkbench.benchmarks;

import io.parkbench.gateway.limits.Ceilings;
import io.parkbench.gateway.limits.Reduction;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.site.AuthMode;
import io.parkbench.gateway.site.Directive;
import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.LimitRules;
import io.parkbench.gateway.site.OfflineAuthMode;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Tariff;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Micros;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The site that the composition of limits is measured on (R-BEMS-1): 20 zones on three levels, every third dynamic, five tariff periods with
 * 20 slots, three inputs, and a reduction in every zone.
 */
final class Composition {
  static final int ZONES = 20;
  static final int INPUTS = 3;
  static final double VOLTS = 230;
  static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private static final int BUILDINGS = 4;
  private static final int FIRST_FLOOR = 1 + BUILDINGS;

  private Composition() {}

  static List<Zone> zones() {
    List<Zone> zones = new ArrayList<>();
    for (int zone = 0; zone < ZONES; zone++) {
      String parent = zone == 0 ? null : zone < FIRST_FLOOR ? "z0" : "z" + (1 + (zone - FIRST_FLOOR) % BUILDINGS);
      int maxDa = zone == 0 ? 7_000 : zone < FIRST_FLOOR ? 2_200 : 630 + 20 * zone;
      zones.add(new Zone(
          "z" + zone, "Zone " + zone, parent, PerPhase.all(maxDa), zone == 0 ? 480_000 : null,
          isDynamic(zone) ? Directive.DYNAMIC : Directive.STATIC, isDynamic(zone) ? "meter-" + zone : null, null, null, maxDa / 5,
          PerPhase.all(0), AuthMode.ALL, OfflineAuthMode.NONE, Map.of()));
    }
    return zones;
  }

  static boolean isDynamic(int zone) {
    return zone % 3 == 2;
  }

  /** On working days always one of them, on most at some time two. */
  static List<Tariff> tariffs() {
    List<DayOfWeek> all = List.of(DayOfWeek.values());
    List<DayOfWeek> working = all.subList(0, 5);
    return List.of(
        new Tariff("Night", true, 100, all, slots("22:00-06:00", "12:30-13:30"), List.of()),
        new Tariff("Morning", true, 80, working, slots("06:00-07:30", "07:30-09:00", "09:00-10:30", "10:30-12:00"), List.of("z7")),
        new Tariff("Peak", true, 60, working, slots("08:00-10:00", "11:45-12:15", "17:00-18:00", "18:00-20:00"), List.of()),
        new Tariff("Afternoon", true, 90, working, slots("12:00-14:00", "14:00-16:00", "16:00-18:00", "18:00-20:00", "20:00-22:00"),
            List.of("z9", "z12")),
        new Tariff("Week-end", true, 95, all.subList(5, 7), slots("08:00-10:00", "10:00-12:00", "14:00-16:00", "16:00-18:00",
            "18:00-23:00"), List.of()));
  }

  private static List<Tariff.Slot> slots(String... hours) {
    return List.of(hours).stream().map(
        slot -> new Tariff.Slot(LocalTime.parse(slot.substring(0, 5)), LocalTime.parse(slot.substring(6)))).toList();
  }

  static Ceilings ceilings() {
    List<Input> inputs = new ArrayList<>();
    for (int number = 1; number <= INPUTS; number++) {
      inputs.add(new Input(number, "Input " + number, true, 100 - 15 * number, number == INPUTS));
    }
    return new Ceilings(
        tariffs(), ZONE, inputs, LimitRules.DEFAULTS, Micros.SECOND, VOLTS);
  }

  /** A reduction of each kind in turn, in every zone. */
  static void reduce(Ceilings ceilings, long now, int round) {
    Reduction.Kind[] kinds = Reduction.Kind.values();
    for (int zone = 0; zone < ZONES; zone++) {
      ceilings.reductions().set(new Reduction(
          "z" + zone, kinds[zone % kinds.length], BigDecimal.valueOf(50 + (zone + round) % 10), now, now + Micros.HOUR + zone,
          "bems"));
    }
    ceilings.touched();
  }

  /** What the meters leave the dynamic zones. */
  static void meter(ZoneLimits limits, int zone, int round) {
    limits.steer(zone, PerPhase.all(400 + 10 * (round % 16)), null, true);
  }
}
