package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.LimitPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase.ZonePlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws for three cases of five what lowers the zones below their own limits, each kind in about half of them. All of it has streams of
 * chance of its own: the rest of a case is as it would be without.
 */
final class CeilingDraw {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  private static final List<String> TIME_ZONES = List.of(
      "UTC", "UTC", "Europe/Berlin", "Europe/Lisbon", "America/New_York", "Australia/Sydney", "Asia/Kathmandu");
  private static final List<Integer> PERIODS_S = List.of(0, 5, 10, 60, 60);

  private static final double AWAY_S = 60;

  private CeilingDraw() {}

  /**
   * Null for a case without.
   *
   * @param atMidnight whether the run has to begin at midnight, since its loads go by the time of day
   */
  static @Nullable CeilingPlan draw(
      Seed seed, double horizonS, List<ZonePlan> zones, List<LimitPlan> limits, List<FaultPlan> faults, boolean atMidnight) {
    Chance chance = seed.fork("campaign/ceilings");
    boolean any = chance.happens(0.6);
    boolean tariffs = chance.happens(0.5);
    boolean inputs = chance.happens(0.5);
    boolean requests = chance.happens(0.5);
    boolean storms = chance.happens(0.35);
    boolean touOff = chance.happens(0.15);
    boolean cut = chance.happens(0.2);
    int period = PERIODS_S.get((int) chance.between(0, PERIODS_S.size() - 1));
    String zone = TIME_ZONES.get((int) chance.between(0, TIME_ZONES.size() - 1));
    ZonedDateTime start = start(chance, ZoneId.of(zone), atMidnight);
    if (!any) {
      return null;
    }
    TariffDraw periods = new TariffDraw(seed.fork("campaign/tariffs"), start, horizonS, zones, faults);
    InputDraw contacts = new InputDraw(seed.fork("campaign/inputs"), horizonS, faults);
    RequestDraw asked = new RequestDraw(seed.fork("campaign/requests"), horizonS, zones);
    RequestDraw stormy = new RequestDraw(seed.fork("campaign/storms"), horizonS, zones);
    CeilingPlan plan = new CeilingPlan(
        zone, start.toInstant().toString(), touOff, cut, period,
        tariffs ? periods.tariffs() : List.of(), inputs ? contacts.inputs() : List.of(),
        inputs ? contacts.contacts() : List.of(), requests ? asked.requests() : List.of(),
        storms ? stormy.storms(limits, inputs ? contacts.contacts() : List.of()) : List.of());
    return plan.isEmpty() ? null : plan;
  }

  /** The faults that take a station away for a minute or longer. */
  static List<FaultPlan> absences(List<FaultPlan> faults) {
    return faults.stream().filter(fault -> !fault.isOfMeter() && fault.forS() > AWAY_S)
        .filter(fault -> fault.what() == FaultKind.CUT || fault.what() == FaultKind.SILENCE).toList();
  }

  /** In some week of January, or shortly before the clocks change. */
  private static ZonedDateTime start(Chance chance, ZoneId zone, boolean atMidnight) {
    LocalDate day = FIRST_DAY.plusDays(chance.between(0, 6));
    long minute = chance.between(0, 1_439);
    boolean atChange = chance.happens(0.3);
    boolean later = chance.happens(0.5);
    long before = chance.between(5, 50);
    ZoneOffsetTransition change = atChange ? zone.getRules().nextTransition(Instant.parse("2026-01-05T00:00:00Z")) : null;
    if (change != null && later) {
      change = zone.getRules().nextTransition(change.getInstant());
    }
    if (change == null) {
      return day.atStartOfDay(zone).plusMinutes(atMidnight ? 0 : minute);
    }
    ZonedDateTime at = change.getInstant().atZone(zone);
    return atMidnight ? at.toLocalDate().atStartOfDay(zone) : at.minus(before, ChronoUnit.MINUTES);
  }
}
