package io.parkbench.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.gateway.limits.TariffClock;
import io.parkbench.gateway.site.Tariff;
import io.parkbench.kernel.Micros;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session's energy by tariff period (R-TOU-5). */
class EnergyByPeriodTest {
  private static final Tariff PEAK = new Tariff(
      "peak", true, 50, List.of(DayOfWeek.values()), List.of(new Tariff.Slot(LocalTime.of(8, 0), LocalTime.of(9, 0))), List.of());
  private static final TariffClock CLOCK = new TariffClock(List.of(PEAK), ZoneOffset.UTC);

  private final EnergyByPeriod energy = new EnergyByPeriod(() -> CLOCK, at("07:30"));

  private static long at(String time) {
    return Micros.of(Instant.parse("2026-01-05T" + time + ":00Z"));
  }

  @Test
  void betweenTwoReadingsItFlowsEvenly() {
    energy.add(at("08:30"), 6_000);
    assertEquals(Map.of("NoPeriod", 3_000L, "peak", 3_000L), energy.wh());
    energy.add(at("09:30"), 4_000);
    assertEquals(Map.of("NoPeriod", 5_000L, "peak", 5_000L), energy.wh());
  }

  @Test
  void aReadingOverSeveralPeriodsIsSplitAmongAll() {
    energy.add(at("10:00"), 1_500);
    assertEquals(Map.of("NoPeriod", 900L, "peak", 600L), energy.wh());
  }

  @Test
  void twoReadingsOfOneInstantLoseNothing() {
    energy.add(at("08:10"), 400);
    energy.add(at("08:10"), 100);
    assertEquals(500, energy.wh().values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void aReadingOfBeforeTheLastOneBelongsToItsInstant() {
    energy.add(at("09:00"), 900);
    energy.add(at("08:30"), 50);
    assertEquals(Map.of("NoPeriod", 300L, "peak", 650L), energy.wh());
  }

  @Test
  void whatGoesOnAfterARestartKeepsWhatItHad() {
    energy.add(at("08:00"), 500);
    EnergyByPeriod after = energy.goingOn(() -> new TariffClock(List.of(), ZoneOffset.UTC));
    after.add(at("08:30"), 100);
    assertEquals(Map.of("NoPeriod", 600L), after.wh());
  }
}
