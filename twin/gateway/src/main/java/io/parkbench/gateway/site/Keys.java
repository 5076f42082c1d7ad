package io.parkbench.gateway.site;

import io.parkbench.protocol.meter.Quantity;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys of a site file, mapping by mapping; {@code site.schema.json} has the same, and a test compares them. */
final class Keys {
  static final Set<
      String> SITE = of("name", "licence", "nominal_v", "time_zone", "settings", "zones", "meter_models", "meters", "stations",
          "inputs", "tariffs",
          "cards", "users", "cpo", "arrivals", "plant");
  static final Set<
      String> SETTINGS = of("shed_priority", "floors", "unknown_stations", "ping_interval", "ping_grace", "call_timeout",
          "heartbeat_interval", "meter_value_interval", "lease_dynamic", "lease_static", "shed_review", "minimum_on",
          "minimum_pause", "pauses_per_hour", "learn_conductors", "idle_release", "suspended_release", "consumption_optimisation",
          "optimisation_dead_band_a", "optimisation_headroom_a", "optimisation_hold", "launch_a", "dead_band_a", "guard_percent",
          "ramp_a_per_s", "share_degraded", "tou_off_when_di_enabled", "reduction_semantics", "subnet_prefix", "security",
          "remote_energy_management");
  static final Set<
      String> SECURITY = of("password_policy", "hash_iterations", "max_attempts", "lock", "longest_lock", "logins_per_minute",
          "session_life", "session_idle", "console_idle", "sessions_per_user", "requests_per_s", "request_burst", "first_run_code",
          "audit_records");
  static final Set<
      String> REMOTE = of("enabled", "login", "minimum_period", "heartbeat", "on_heartbeat_loss", "period_mode");
  static final Set<
      String> ZONE = of("id", "name", "parent", "max_a", "max_kw", "directive", "meter", "breaker", "degraded_a",
          "building_peak_a",
          "auth", "offline_auth", "plant");
  static final Set<String> BREAKER = of("rating_a", "curve", "isd", "tr_s");
  static final Set<String> STATION = of("id", "name", "model", "zone", "vip", "priority", "serial", "ip", "firmware", "auth",
      "offline_auth", "max_a",
      "max_kw", "feeder_a", "feeder_kw", "one_at_a_time", "wiring", "confirmed", "connectors", "count", "first",
      "plant");
  static final Set<String> CONNECTOR = of("number", "socket", "max_a", "max_kw", "wiring", "confirmed", "priority");
  static final Set<
      String> METER = of("id", "name", "model", "address_base", "word_order", "ip", "port", "serial", "baud", "parity", "stop",
          "unit", "role", "phases", "poll_interval", "timeout", "freshness", "refresh");
  static final Set<String> METER_MODEL = of("name", "address_base", "word_order", "points");
  static final Set<String> METER_POINTS = of(Arrays.stream(Quantity.values()).map(Quantity::text).toArray(String[]::new));
  static final Set<String> METER_POINT = of("register", "format", "type", "scale");
  static final Set<String> INPUT = of("number", "name", "enabled", "max_percent", "hard", "source", "active", "debounce", "hold",
      "lost", "lost_after");
  static final Set<String> INPUT_SOURCE = of("file", "modbus", "gpio");
  static final Set<String> INPUT_MODBUS = of("host", "port", "unit", "address", "poll");
  static final Set<String> INPUT_GPIO = of("chip", "line");
  static final Set<String> TARIFF = of("name", "enabled", "max_percent", "days", "slots", "off_in");
  static final Set<String> CARD = of("id", "vip", "authorised", "priority", "zones", "comment");
  static final Set<String> USER = of("name", "role");
  static final Set<String> CPO = of("url");
  static final Set<String> ARRIVALS = of("profile", "cars_per_day", "cars_per_bay");

  private Keys() {}

  private static Set<String> of(String... keys) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(keys)));
  }
}
