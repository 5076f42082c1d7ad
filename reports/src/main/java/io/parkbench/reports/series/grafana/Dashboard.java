package io.parkbench.reports.series.grafana;

import static io.parkbench.reports.series.grafana.Panel.Fold.LAST;
import static io.parkbench.reports.series.grafana.Panel.Fold.MAX;
import static io.parkbench.reports.series.grafana.Panel.Fold.SUM;

import io.parkbench.reports.series.Field;
import io.parkbench.reports.series.grafana.Panel.Curve;
import io.parkbench.reports.series.grafana.Panel.Look;
import java.util.List;

/**
 * The dashboards: site, zone, station, campaign.
 *
 * @param variables whose values one chooses above it
 * @param from begin of what it shows at first: simulations begin on Monday 2026-01-05, campaigns are at the machine's time
 */
public record Dashboard(String id, String title, String from, String to, List<Variable> variables, List<Panel> panels) {
  /**
   * A choice.
   *
   * @param tag whose values it offers
   * @param field a series that has them
   * @param where variables chosen before that narrow it
   * @param isMany whether several, or all, can be chosen
   */
  public record Variable(String tag, Field field, List<String> where, boolean isMany) {
    public Variable {
      where = List.copyOf(where);
    }
  }

  private static final String FROM = "2026-01-04T23:00:00.000Z";
  private static final String TO = "2026-01-05T23:00:00.000Z";
  private static final List<String> RUN = List.of("run", "recording");
  private static final List<String> ZONE = List.of("run", "recording", "zone");
  private static final List<String> STATION = List.of("run", "recording", "station");

  public Dashboard {
    variables = List.copyOf(variables);
    panels = List.copyOf(panels);
  }

  public static List<Dashboard> all() {
    return List.of(site(), zone(), station(), campaign());
  }

  private static Dashboard site() {
    return new Dashboard(
        "parkbench-site", "Parkbench: site", FROM, TO, List.of(run(), recording(Field.ZONE_LIMIT)), List.of(
            Panel.of("True charging current by zone", "amp", Field.ZONE_CURRENT, List.of("zone", "phase"), RUN),
            Panel.of("Limits in force by zone", "amp", Field.ZONE_LIMIT, List.of("zone", "phase"), RUN),
            Panel.states("What binds", Field.ZONE_BOUND, List.of("zone", "by"), RUN),
            new Panel("Cars plugged in", "none", Look.STEPS,
                List.of(new Curve(Field.PLUGGED, LAST, List.of("station", "connector"), RUN))),
            new Panel("Energy of stays that ended", "watth", Look.DOTS, List.of(new Curve(Field.DELIVERED, SUM, List.of(), RUN))),
            Panel.states("Links of the stations", Field.LINK, List.of("station"), RUN),
            Panel.of("Meters: power", "watt", Field.METER_POWER, List.of("meter"), RUN),
            Panel.states("Meters believed", Field.METER_TRUSTED, List.of("meter"), RUN),
            Panel.states("Digital inputs", Field.INPUT, List.of("input"), RUN),
            Panel.states("Faults and quirks", Field.FAULT, List.of("what", "on"), RUN),
            Panel.states("Alarms at the building", Field.ALARM, List.of("source", "category"), RUN),
            new Panel("Above a hard limit", "none", Look.DOTS, List.of(new Curve(Field.BREACH, MAX, List.of("zone", "row"), RUN))),
            new Panel("REST API: slowest answer", "ms", Look.DOTS,
                List.of(new Curve(Field.REQUEST, MAX, List.of("method", "status"), RUN)))));
  }

  private static Dashboard zone() {
    return new Dashboard(
        "parkbench-zone", "Parkbench: zone", FROM, TO,
        List.of(run(), recording(Field.ZONE_LIMIT), new Variable("zone", Field.ZONE_LIMIT, RUN, false)), List.of(
            new Panel(
                "Limit, leased sum, true current", "amp", Look.STEPS, List.of(
                    new Curve(Field.ZONE_LIMIT, LAST, List.of("phase"), ZONE),
                    new Curve(Field.ZONE_LEASED, LAST, List.of("phase"), ZONE),
                    new Curve(Field.ZONE_CURRENT, LAST, List.of("phase"), ZONE))),
            Panel.of("Other loads", "amp", Field.ZONE_LOAD, List.of("phase"), ZONE),
            Panel.of("Power limit", "kwatt", Field.ZONE_POWER_LIMIT, List.of(), ZONE),
            Panel.states("What binds", Field.ZONE_BOUND, List.of("by"), ZONE),
            Panel.of("Breaker: heat, 1 trips it", "percentunit", Field.BREAKER_HEAT, List.of("device"), ZONE),
            Panel.states("Breaker", Field.BREAKER_STATE, List.of("state"), ZONE),
            new Panel("Trips", "amp", Look.DOTS, List.of(new Curve(Field.TRIP, MAX, List.of("device", "phase"), ZONE))),
            new Panel("Above the hard limit", "none", Look.DOTS, List.of(new Curve(Field.BREACH, MAX, List.of("row"), ZONE))),
            new Panel("Energy by the building's log", "watth", Look.DOTS,
                List.of(new Curve(Field.BUILDING_ENERGY, SUM, List.of(), ZONE)))));
  }

  private static Dashboard station() {
    return new Dashboard(
        "parkbench-station", "Parkbench: station", FROM, TO,
        List.of(run(), recording(Field.LINK), new Variable("station", Field.LINK, RUN, true)), List.of(
            new Panel(
                "Setpoint and true draw", "amp", Look.STEPS, List.of(
                    new Curve(Field.SETPOINT, LAST, List.of("station", "connector"), STATION),
                    new Curve(Field.DRAW, LAST, List.of("station", "connector", "phase"), STATION))),
            Panel.of("Meter register", "watth", Field.ENERGY, List.of("station", "connector"), STATION),
            Panel.of("State of charge", "percent", Field.STATE_OF_CHARGE, List.of("station", "connector"), STATION),
            Panel.states("Status", Field.STATUS, List.of("station", "connector", "status"), STATION),
            Panel.states("Rule behind the setpoint", Field.RULE, List.of("station", "connector", "rule"), STATION),
            Panel.states("What holds it back", Field.HELD, List.of("station", "connector", "reason"), STATION),
            Panel.states("Link", Field.LINK, List.of("station"), STATION),
            new Panel("Energy of stays that ended", "watth", Look.DOTS, List.of(
                new Curve(Field.DELIVERED, SUM, List.of("station", "connector"), STATION)))));
  }

  private static Dashboard campaign() {
    List<String> one = List.of("run");
    return new Dashboard(
        "parkbench-campaign", "Parkbench: campaigns and runs", "now-90d", "now",
        List.of(new Variable("run", Field.RUN_STARTED, List.of(), true)), List.of(
            new Panel("Seeds of campaigns", "none", Look.DOTS, List.of(
                new Curve(Field.CAMPAIGN_SEEDS, MAX, List.of("run", "policy"), one),
                new Curve(Field.CAMPAIGN_FAILED, MAX, List.of("run", "policy"), one))),
            new Panel("Energy of the all-knowing allocator's", "percentunit", Look.DOTS, List.of(
                new Curve(Field.CAMPAIGN_ENERGY, MAX, List.of("run", "class"), one))),
            new Panel("Seeds: slowest healing", "s", Look.DOTS, List.of(
                new Curve(Field.SEED_HEALED, MAX, List.of("severity", "passed"), one))),
            new Panel("Seeds: breaches", "none", Look.DOTS, List.of(
                new Curve(Field.SEED_BREACHES, SUM, List.of("severity", "passed"), one))),
            new Panel("Seeds: energy", "kwatth", Look.DOTS, List.of(
                new Curve(Field.SEED_DELIVERED, SUM, List.of("severity"), one),
                new Curve(Field.SEED_PERFECT, SUM, List.of("severity"), one))),
            new Panel("Simulations: energy delivered of requested", "kwatth", Look.DOTS, List.of(
                new Curve(Field.RUN_DELIVERED, MAX, List.of("run"), one),
                new Curve(Field.RUN_REQUESTED, MAX, List.of("run"), one))),
            new Panel("Simulations: above a limit, trips", "none", Look.NUMBERS, List.of(
                new Curve(Field.RUN_BROKEN, MAX, List.of("run"), one),
                new Curve(Field.RUN_TRIPS, MAX, List.of("run"), one)))));
  }

  private static Variable run() {
    return new Variable("run", Field.LINK, List.of(), false);
  }

  private static Variable recording(Field field) {
    return new Variable("recording", field, List.of("run"), false);
  }
}
