package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.ZonePlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.TariffPlan;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws tariff periods whose slots lie in and around a run of a few hours, some over midnight or a change of the clocks, some so that they
 * begin while a station is away.
 */
final class TariffDraw {
  private static final int SLOTS_MOST = 20;
  private static final int LONGEST_MIN = 240;

  private final Chance chance;
  private final ZonedDateTime start;
  private final long horizonMin;
  private final List<ZonePlan> zones;
  private final @Nullable ZoneOffsetTransition change;
  private final List<FaultPlan> absences;
  private final List<TariffPlan> tariffs = new ArrayList<>();

  TariffDraw(Chance chance, ZonedDateTime start, double horizonS, List<ZonePlan> zones, List<FaultPlan> faults) {
    this.chance = chance;
    this.start = start;
    this.horizonMin = (long) (horizonS / 60);
    this.zones = zones;
    absences = CeilingDraw.absences(faults);
    ZoneId zone = start.getZone();
    ZoneOffsetTransition next = zone.getRules().nextTransition(start.toInstant());
    change = next != null && next.getInstant().isBefore(start.toInstant().plusSeconds((long) horizonS)) ? next : null;
    long periods = chance.between(1, 5);
    int slots = 0;
    for (int period = 1; period <= periods; period++) {
      int own = (int) chance.between(1, 3);
      slots += own;
      if (slots <= SLOTS_MOST) {
        tariffs.add(tariff("tariff-" + period, own));
      }
    }
  }

  List<TariffPlan> tariffs() {
    return tariffs;
  }

  private TariffPlan tariff(String name, int count) {
    boolean enabled = chance.happens(0.92);
    double size = chance.nextDouble();
    int percent = size < 0.12 ? 0 : size > 0.96 ? 100 : (int) chance.between(8, 95);
    List<String> slots = new ArrayList<>();
    for (int slot = 0; slot < count; slot++) {
      slots.add(slot());
    }
    List<String> offIn = new ArrayList<>();
    for (ZonePlan zone : zones) {
      if (chance.happens(0.15)) {
        offIn.add(zone.id());
      }
    }
    return new TariffPlan(name, enabled, percent, days(), slots, offIn);
  }

  /** Mostly all days of the run, sometimes only the one before or after midnight. */
  private List<String> days() {
    DayOfWeek first = start.getDayOfWeek();
    TreeSet<DayOfWeek> days = new TreeSet<>();
    days.add(first.plus(chance.between(-1, 1)));
    boolean all = chance.happens(0.75);
    boolean another = chance.happens(0.3);
    DayOfWeek other = DayOfWeek.of((int) chance.between(1, 7));
    if (all) {
      days.addAll(List.of(first.minus(1), first, first.plus(1)));
    }
    if (another) {
      days.add(other);
    }
    return days.stream().map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT)).toList();
  }

  private String slot() {
    LocalDateTime from = start.toLocalDateTime().plusMinutes(chance.between(-60, horizonMin * 9 / 10));
    long lasts = Math.max(1, (long) (LONGEST_MIN * chance.nextDouble() * chance.nextDouble()));
    boolean beside = chance.happens(0.4);
    int pick = (int) chance.between(0, 999);
    if (beside && !absences.isEmpty()) {
      from = start.toLocalDateTime().plusSeconds((long) absences.get(pick % absences.size()).atS()).plusMinutes(1);
    }
    boolean atChange = chance.happens(0.5);
    long before = chance.between(-30, 70);
    boolean wholeDay = chance.happens(0.04);
    if (change != null && atChange) {
      from = change.getDateTimeBefore().minusMinutes(before);
      lasts = Math.clamp(lasts, 5, 120);
    }
    String begin = time(from);
    return begin + "-" + (wholeDay ? begin : time(from.plusMinutes(lasts)));
  }

  private static String time(LocalDateTime at) {
    return String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute());
  }
}
