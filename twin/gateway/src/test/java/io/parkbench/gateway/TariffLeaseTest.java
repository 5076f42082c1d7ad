package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lease ends in what the tariffs leave a lost station, as far ahead as it takes periods (R-DEG-9). It is Friday, 08:00. */
class TariffLeaseTest {
  private static final String SITE = """
      name: Yard
      licence: EDL
      zones: [{id: main, max_a: 48, auth: all}]
      stations: [{id: "cp-{n}", model: pro-ac, zone: main, count: 2}]
      tariffs:
        - {name: peak, max_percent: 50, days: [mon, tue, wed, thu, fri, sat, sun], slots: ["09:00-10:00"]}
        - {name: stop, max_percent: 0, days: [sat], slots: ["12:00-13:00"]}
      """;

  private final Yard yard = new Yard(SITE);

  private ScriptedStation charging(String maxPeriods) {
    ScriptedStation station = yard.station("cp-1");
    station.configuration.put("ChargingScheduleMaxPeriods", maxPeriods);
    station.online();
    yard.settle();
    station.start(1, "card");
    yard.settle();
    return station;
  }

  private static List<Double> limits(ScriptedStation station) {
    return periods(station).stream().map(ChargingSchedulePeriod::limit).toList();
  }

  private static List<ChargingSchedulePeriod> periods(ScriptedStation station) {
    return station.profiles.getLast().chargingSchedule().chargingSchedulePeriod();
  }

  @Test
  void itIsToldTheChangesOfTheWeek() {
    ScriptedStation station = charging("24");
    assertEquals(List.of(32.0, 24.0, 12.0, 24.0, 12.0, 24.0, 0.0, 24.0), limits(station).subList(0, 8));
    assertEquals(18, limits(station).size(), "two a day, two more on Saturday, to next Friday");
    int nine = periods(station).get(2).startPeriod();
    assertTrue(nine <= 3_600 && nine > 3_600 - 120, nine + " s from some seconds after eight");
    assertEquals(3_600, periods(station).get(3).startPeriod() - nine);
  }

  @Test
  void whereItTakesFewTheLastIsTheLeastOfTheRest() {
    assertEquals(List.of(32.0, 24.0, 12.0, 0.0), limits(charging("4")));
  }

  @Test
  void oneThatTakesTwoIsToldWhatHoldsWhenTheLeaseEnds() {
    ScriptedStation station = charging("2");
    assertEquals(List.of(32.0, 24.0), limits(station));
    yard.pass(Duration.ofSeconds(59 * 60 + 15));
    assertEquals(12.0, limits(station).getLast(), "its lease ends after nine");
  }

  @Test
  void oneThatPromisesMoreThanItTakesIsToldLess() {
    ScriptedStation station = yard.station("cp-1");
    station.takesPeriods = 2;
    station.configuration.put("ChargingScheduleMaxPeriods", "24");
    station.online();
    yard.settle();
    station.start(1, "card");
    yard.settle();
    assertEquals(List.of(32.0, 24.0), limits(station));
    assertEquals(32.0, station.limits.get(1));
    int told = station.told.size();
    yard.pass(Duration.ofMinutes(4));
    assertTrue(station.told.size() <= told + 2, "and not asked for more again: " + station.told);
  }
}
