package io.parkbench.reports.series;

import java.util.List;

/**
 * What a run tells a time-series server: the one table of measurements, fields, tags and units (R-BENCH-9). Every value is a number; a state is a
 * series for each of its words, 1 while it holds and 0 after. Besides its own tags each series has {@code site}, {@code run} and {@code recording}.
 */
public enum Field {
  ZONE_LIMIT("zone", "limit_a", "A", "limit in force, as the gateway sees it", "zone", "phase"),
  ZONE_POWER_LIMIT("zone", "limit_kw", "kW", "power limit over all phases, where there is one", "zone"),
  ZONE_LEASED("zone", "leased_a", "A", "the most that its sessions could be drawing", "zone", "phase"),
  ZONE_CURRENT("zone", "current_a", "A", "true charging current", "zone", "phase"),
  ZONE_LOAD("zone", "load_a", "A", "true current of other loads, below 0 where they feed in", "zone", "phase"),
  ZONE_BOUND("zone_bound", "active", "", "what binds the limit: maximum, meter, a tariff, an input, a reduction, degraded", "zone",
      "by"),
  BREAKER_HEAT("breaker", "heat", "0 to 1", "how much of the heat that trips it is in the breaker, when that is news", "zone",
      "device"),
  BREAKER_STATE("breaker_state", "active", "", "closed, overload, open", "zone", "state"),
  TRIP("trip", "current_a", "A", "what the pole carried when the breaker opened", "zone", "device", "phase"),
  BREACH("breach", "over", "A; kW on row power", "true current above a hard limit for longer than the bound", "zone", "row"),
  SETPOINT("connector", "setpoint_a", "A", "what the gateway decided; 0 without a transaction", "station", "connector"),
  DRAW("connector", "draw_a", "A", "true draw per supply phase", "station", "connector", "phase"),
  ENERGY("connector", "energy_wh", "Wh", "the meter register that the station tells, at most once a minute", "station",
      "connector"),
  STATE_OF_CHARGE("connector", "soc_percent", "%", "where the station tells it, at most once a minute", "station", "connector"),
  PLUGGED("connector", "plugged", "0, 1", "whether a car is plugged in", "station", "connector"),
  DELIVERED("connector", "delivered_wh", "Wh", "what a stay was given, when the car leaves", "station", "connector"),
  STATUS("connector_status", "active", "", "OCPP status as the station tells it; connector 0 is the station", "station",
      "connector", "status"),
  RULE("connector_rule", "active", "", "rule behind the setpoint: full, share, floor, shed", "station", "connector", "rule"),
  HELD("connector_held", "active", "", "what holds the setpoint back, if anything", "station", "connector", "reason"),
  METER_CURRENT("meter", "current_a", "A", "reading, below 0 for export", "meter", "phase"),
  METER_POWER("meter", "power_w", "W", "reading", "meter"),
  METER_ENERGY("meter", "energy_wh", "Wh", "reading", "meter"),
  METER_TRUSTED("meter", "trusted", "0, 1", "whether its readings are believed", "meter"),
  METER_STATE("meter_state", "active", "", "state of the connection", "meter", "state"),
  METER_DISTRUST("meter_distrust", "active", "", "why it is not believed", "meter", "why"),
  PIN("pin", "level", "0, 1", "level of a contact's pin", "pin"),
  INPUT("input", "active", "0, 1", "digital input in force", "input"),
  INPUT_SOURCE("input_source", "active", "", "awaited, good, lost", "input", "source"),
  LINK("link", "open", "0, 1", "whether the station's link is open", "station"),
  FAULT("fault", "active", "0, 1", "a fault or quirk of the plant", "what", "on"),
  ALARM("alarm", "active", "", "alarm as the building's client heard it, by category", "source", "category"),
  REQUEST("request", "answered_ms", "ms", "from a REST request to its answer", "client", "method", "status"),
  BUILDING_ENERGY("building", "energy_wh", "Wh", "a zone's log period at the building's client", "zone"),
  BUILDING_PEAK("building", "peak_kw", "kW", "the same", "zone"),
  BUILDING_SETPOINT("building", "setpoint_a", "A", "the same, mean", "zone"),
  BUILDING_MISSING("building", "missing_s", "s", "for how long of it the gateway was not heard", "zone"),
  GATEWAY_UP("gateway", "up", "0, 1", "0 from a restart's stop to its start"),
  RUN_STARTED("run", "started", "1", "a run began; the machine's time, not the run's"),
  RUN_SESSIONS("run", "sessions", "", "sessions of a simulation, at its end"),
  RUN_REQUESTED("run", "requested_kwh", "kWh", "what their drivers asked for"),
  RUN_DELIVERED("run", "delivered_kwh", "kWh", "what they were given"),
  RUN_CHECKED("run", "checked", "", "how often a zone and phase was held against its limit"),
  RUN_BROKEN("run", "broken", "", "how often it was above it"),
  RUN_TRIPS("run", "trips", "", "breakers that tripped because of cars"),
  CAMPAIGN_SEEDS("campaign", "seeds", "", "seeds of a campaign; the machine's time of its end", "profile", "policy"),
  CAMPAIGN_FAILED("campaign", "failed", "", "how many of them failed", "profile", "policy"),
  CAMPAIGN_ENERGY("campaign_energy", "share", "0 to 1", "energy delivered of the all-knowing allocator's", "class"),
  SEED_NUMBER("campaign_seed", "seed", "", "the seed; one each millisecond from the campaign's end on", "severity", "passed"),
  SEED_DELIVERED("campaign_seed", "delivered_kwh", "kWh", "", "severity", "passed"),
  SEED_PERFECT("campaign_seed", "perfect_kwh", "kWh", "an all-knowing allocator's", "severity", "passed"),
  SEED_HEALED("campaign_seed", "healed_s", "s", "from the last fault's end to everybody's share; −1 never", "severity", "passed"),
  SEED_BREACHES("campaign_seed", "breaches", "", "hard limits broken for longer than the bound", "severity", "passed");

  private final String measurement;
  private final String field;
  private final String unit;
  private final String meaning;
  private final List<String> tags;

  Field(String measurement, String field, String unit, String meaning, String... tags) {
    this.measurement = measurement;
    this.field = field;
    this.unit = unit;
    this.meaning = meaning;
    this.tags = List.of(tags);
  }

  public String measurement() {
    return measurement;
  }

  /** Its name within the measurement. */
  public String field() {
    return field;
  }

  /** Empty for counts and states. */
  public String unit() {
    return unit;
  }

  public String meaning() {
    return meaning;
  }

  /** Its own tags, in the order in which values are given for them. */
  public List<String> tags() {
    return tags;
  }

  /** The name where measurements have no fields, as in VictoriaMetrics: {@code zone_limit_a}. */
  public String metric() {
    return measurement + "_" + field;
  }

  /** Whether each value is news of its own, also the same one again. */
  boolean isEvent() {
    return this == TRIP || this == BREACH || this == DELIVERED || this == REQUEST || measurement.equals("building")
        || measurement.equals("run") || measurement.startsWith("campaign");
  }

  /** A row of the table in {@code docker/README.md}. */
  public String row() {
    return "| `" + measurement + "` | `" + field + "` | " + unit + " | " + String.join(", ", tags) + " | " + meaning + " |";
  }
}
