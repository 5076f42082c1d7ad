package io.parkbench.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How limits combine (R-TOU-2, 3, R-DI-1…3, 5, R-BEMS-1, 2): golden vectors G4 and G5, and the switches for the other readings. */
class CeilingsTest {
  private static final long MONDAY_NOON = Micros.of(Instant.parse("2026-01-05T12:30:00Z"));

  private final ZoneLimits static100 = new ZoneLimits(List.of(zone("z", null, 1000, Directive.STATIC, 0)), 230);

  private static Zone zone(String id, @Nullable String parent, int maxDa, Directive directive, int degradedDa) {
    return new Zone(
        id, id, parent, PerPhase.all(maxDa), null, directive, null, null, null, degradedDa, PerPhase.all(0), AuthMode.KNOWN,
        OfflineAuthMode.NONE, Map.of());
  }

  private static Tariff tariff(String name, int percent, List<String> offIn, String... hours) {
    return new Tariff(name, true, percent, List.of(DayOfWeek.values()).subList(0, 5), List.of(hours).stream()
        .map(slot -> new Tariff.Slot(LocalTime.parse(slot.substring(0, 5)), LocalTime.parse(slot.substring(6)))).toList(), offIn);
  }

  private static Ceilings ceilings(List<Tariff> tariffs, List<Input> inputs, LimitRules rules) {
    return new Ceilings(tariffs, ZoneOffset.UTC, inputs, rules, 60 * Micros.SECOND, 230);
  }

  private static Input input(int number, int percent, boolean hard) {
    return new Input(number, "input " + number, true, percent, hard);
  }

  private static Reduction reduction(Reduction.Kind kind, String value, long until) {
    return new Reduction("z", kind, new BigDecimal(value), MONDAY_NOON, until, "bems");
  }

  private static int at(ZoneLimits limits, Ceilings ceilings, int zone, long now) {
    ceilings.step(now);
    limits.lower(ceilings);
    return limits.effectiveDa(zone, 1);
  }

  private static ZoneLimits dynamic(int meteredDa, int degradedDa) {
    ZoneLimits limits = new ZoneLimits(List.of(zone("z", null, 1000, Directive.DYNAMIC, degradedDa)), 230);
    if (meteredDa >= 0) {
      limits.steer(0, PerPhase.all(meteredDa), null, true);
    }
    return limits;
  }

  private static int withInput(ZoneLimits limits, int percent) {
    Ceilings ceilings = ceilings(List.of(), List.of(input(1, percent, false)), LimitRules.DEFAULTS);
    ceilings.input(1, true);
    return at(limits, ceilings, 0, MONDAY_NOON);
  }

  /** Golden vector G4. */
  @Test
  void anInputLeavesAPercentageOfTheMaximumAndTheLowerOfThatAndTheMeter() {
    assertEquals(800, withInput(static100, 80));
    assertEquals(700, withInput(dynamic(900, 0), 70));
    assertEquals(500, withInput(dynamic(500, 0), 70));
    assertEquals(100, withInput(dynamic(-1, 300), 10), "meter lost: 10 % of 100 A, degraded setpoint 30 A");
    assertEquals(0, withInput(dynamic(900, 0), 0));
  }

  @Test
  void ofSeveralActiveInputsTheLowestCounts() {
    Ceilings ceilings = ceilings(List.of(), List.of(input(1, 80, false), input(2, 30, false)), LimitRules.DEFAULTS);
    ceilings.input(1, true);
    assertEquals(800, at(static100, ceilings, 0, MONDAY_NOON));
    ceilings.input(2, true);
    assertEquals(300, at(static100, ceilings, 0, MONDAY_NOON));
    assertEquals("input 2", static100.of(0).name());
    ceilings.input(2, false);
    assertEquals(800, at(static100, ceilings, 0, MONDAY_NOON));
  }

  /** Golden vector G5. */
  @Test
  void theSummaryOfTheGuideIsReproduced() {
    ZoneLimits two = new ZoneLimits(
        List.of(zone("zone-1", null, 1500, Directive.STATIC, 0), zone("zone-2", null, 1500, Directive.STATIC, 0)), 230);
    Ceilings ceilings = ceilings(
        List.of(
            tariff("on-peak", 90, List.of("zone-2"), "08:00-12:00", "14:00-19:30"),
            tariff("off-peak", 0, List.of("zone-1"), "12:00-14:00"), tariff("unnamed", 0, List.of(), "20:00-21:00")),
        List.of(), LimitRules.DEFAULTS);
    int[][] expected = {{1350, 1500}, {1500, 0}, {0, 0}, {1500, 1500}};
    long[] hours = {9, 13, 20, 22};
    for (int i = 0; i < hours.length; i++) {
      long now = Micros.of(Instant.parse("2026-01-05T00:30:00Z")) + hours[i] * Micros.HOUR;
      assertEquals(expected[i][0], at(two, ceilings, 0, now));
      assertEquals(expected[i][1], at(two, ceilings, 1, now));
    }
  }

  @Test
  void tariffsAreOutOfForceWhileAnInputIsActiveOrByTheOtherReadingWhileOneIsEnabled() {
    List<Tariff> tariffs = List.of(tariff("peak", 50, List.of(), "12:00-14:00"));
    Ceilings lenient = ceilings(tariffs, List.of(input(1, 80, false)), LimitRules.DEFAULTS);
    assertEquals(500, at(static100, lenient, 0, MONDAY_NOON));
    lenient.input(1, true);
    assertEquals(800, at(static100, lenient, 0, MONDAY_NOON), "though the tariff would leave less");
    lenient.input(1, false);
    assertEquals(500, at(static100, lenient, 0, MONDAY_NOON));
    assertEquals(1000, at(static100, ceilings(tariffs, List.of(input(1, 80, false)), new LimitRules(true, false)), 0, MONDAY_NOON));
  }

  @Test
  void aDisabledInputLimitsNothingHoweverItsContactIs() {
    Ceilings ceilings = ceilings(List.of(), List.of(new Input(1, "off", false, 0, false)), LimitRules.DEFAULTS);
    ceilings.input(1, true);
    assertEquals(1000, at(static100, ceilings, 0, MONDAY_NOON));
  }

  @Test
  void aReductionIsPercentAmperesOrKilowattsAndEndsWithItsValidity() {
    Ceilings ceilings = ceilings(List.of(), List.of(), LimitRules.DEFAULTS);
    long end = MONDAY_NOON + Micros.HOUR;
    ceilings.reductions().set(reduction(Reduction.Kind.PERCENTAGE, "33.333", end));
    ceilings.touched();
    assertEquals(333, at(static100, ceilings, 0, MONDAY_NOON));
    assertEquals(end, ceilings.nextWakeAt());
    assertEquals("reduction", static100.of(0).by());
    assertEquals(1000, at(static100, ceilings, 0, end));

    long later = end + Micros.HOUR;
    ceilings.reductions()
        .set(new Reduction("z", Reduction.Kind.CURRENT, new BigDecimal("40.55"), later, Reduction.ENDLESS, "bems"));
    ceilings.touched();
    assertEquals(405, at(static100, ceilings, 0, later));
    long muchLater = later + Micros.HOUR;
    ceilings.reductions().set(new Reduction("z", Reduction.Kind.POWER, new BigDecimal("23"), muchLater, Reduction.ENDLESS, "bems"));
    ceilings.touched();
    assertEquals(1000, at(static100, ceilings, 0, muchLater));
    assertEquals(23_000, static100.effectiveW(0));
    assertEquals("reduction", static100.of(0).by(), "23 kW are less than 100 A on three phases");
  }

  @Test
  void byTheOtherReadingAReductionIsWhatIsTakenOff() {
    Ceilings ceilings = ceilings(List.of(), List.of(), new LimitRules(false, true));
    ceilings.reductions().set(reduction(Reduction.Kind.PERCENTAGE, "10", Reduction.ENDLESS));
    assertEquals(900, at(static100, ceilings, 0, MONDAY_NOON));
  }

  @Test
  void aReductionAboveTheMaximumLimitsNothing() {
    Ceilings ceilings = ceilings(List.of(), List.of(), LimitRules.DEFAULTS);
    ceilings.reductions().set(reduction(Reduction.Kind.CURRENT, "5000", Reduction.ENDLESS));
    assertEquals(1000, at(static100, ceilings, 0, MONDAY_NOON));
    assertEquals(List.of(Source.MAXIMUM), static100.of(0).sources());
  }

  @Test
  void ofUpdatesWithinTheMinimumPeriodTheFirstCounts() {
    Reductions reductions = new Reductions(60 * Micros.SECOND);
    assertEquals(new Reductions.Answer.Nothing(), reductions.lift("z", MONDAY_NOON));
    Reduction first = reduction(Reduction.Kind.PERCENTAGE, "50", Reduction.ENDLESS);
    assertEquals(new Reductions.Answer.Taken(first, false), reductions.set(first));
    Reduction soon = new Reduction(
        "z", Reduction.Kind.PERCENTAGE, BigDecimal.TEN, MONDAY_NOON + 59 * Micros.SECOND, Reduction.ENDLESS, "bems");
    Reductions.Answer refused = new Reductions.Answer.TooSoon(MONDAY_NOON, MONDAY_NOON + Micros.MINUTE);
    assertEquals(refused, reductions.set(soon));
    assertEquals(refused, reductions.lift("z", MONDAY_NOON + 59 * Micros.SECOND));
    assertEquals(first, reductions.of("z"));
    assertEquals(new Reductions.Answer.Taken(first, true), reductions.lift("z", MONDAY_NOON + Micros.MINUTE));
  }

  @Test
  void allThatAreAsLowAreNamedAndTheFirstOfThemBinds() {
    Ceilings ceilings = ceilings(List.of(tariff("peak", 50, List.of(), "12:00-14:00")), List.of(), LimitRules.DEFAULTS);
    ceilings.reductions().set(reduction(Reduction.Kind.CURRENT, "50", Reduction.ENDLESS));
    at(static100, ceilings, 0, MONDAY_NOON);
    assertEquals(List.of(Source.TARIFF, Source.REDUCTION), static100.of(0).sources());
    assertEquals("peak", static100.of(0).name());
  }

  /** Hard inputs bind worst cases, and what lost stations fall back to even before they come (R-DI-5, R-LEASE-6). */
  @Test
  void onlyHardInputsAreHardLimits() {
    Ceilings ceilings = ceilings(
        List.of(tariff("peak", 20, List.of(), "12:00-14:00")), List.of(input(1, 60, true), input(2, 40, false)),
        LimitRules.DEFAULTS);
    assertEquals(200, at(static100, ceilings, 0, MONDAY_NOON));
    assertEquals(1000, static100.hardRoomDa(0, 0, 0));
    assertEquals(200, static100.fallbackDa(0, ceilings, MONDAY_NOON));
    assertEquals(600, static100.fallbackDa(0, ceilings, MONDAY_NOON + 2 * Micros.HOUR),
        "the hard input may come while nobody hears");
    ceilings.input(1, true);
    ceilings.input(2, true);
    assertEquals(400, at(static100, ceilings, 0, MONDAY_NOON));
    assertEquals(600, static100.hardRoomDa(0, 0, 0));
  }

  @Test
  void standbyComesOffACeilingThoughAMeterHasTakenItOffItsOwn() {
    ZoneLimits limits = dynamic(900, 0);
    assertEquals(900, limits.roomDa(0, 0, 20));
    withInput(limits, 70);
    assertEquals(680, limits.roomDa(0, 0, 20));
    assertEquals(700, limits.limitDa(0, 0));
  }

  @Test
  void aParentBindsWhatIsBelowIt() {
    ZoneLimits tree = new ZoneLimits(
        List.of(zone("up", null, 1000, Directive.STATIC, 0), zone("z", "up", 600, Directive.STATIC, 0)), 230);
    Ceilings ceilings = ceilings(List.of(), List.of(input(1, 50, false)), LimitRules.DEFAULTS);
    assertTrue(ceilings.step(MONDAY_NOON));
    assertFalse(ceilings.step(MONDAY_NOON));
    ceilings.reductions()
        .set(new Reduction("up", Reduction.Kind.CURRENT, new BigDecimal("20"), MONDAY_NOON, Reduction.ENDLESS, "b"));
    ceilings.input(1, true);
    assertEquals(200, at(tree, ceilings, 1, MONDAY_NOON));
    assertEquals(300, tree.limitDa(1, 0));
  }
}
