package io.parkbench.gateway.site;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the settings, but for what is said of unknown stations, which needs the zones. */
final class SettingsReader {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static final String FROM_BREAKER = "from-breaker";

  private SettingsReader() {}

  static Settings read(@Nullable Block block) {
    Settings d = Settings.DEFAULTS;
    if (block == null) {
      return d;
    }
    Settings settings = new Settings(
        block.get("shed_priority", d.shedPriority(), v -> v.oneOf(ShedPriority.values(), ShedPriority::text)),
        block.get("floors", d.floors(), v -> v.oneOf(FloorStandard.values(), FloorStandard::text)),
        d.unknownStations(),
        duration(block, "ping_interval", d.pingInterval(), SECOND, HOUR),
        duration(block, "ping_grace", d.pingGrace(), SECOND, HOUR),
        duration(block, "call_timeout", d.callTimeout(), SECOND, Duration.ofMinutes(10)),
        duration(block, "heartbeat_interval", d.heartbeatInterval(), SECOND, DAY),
        duration(block, "meter_value_interval", d.meterValueInterval(), SECOND, HOUR),
        leaseDynamic(block, d),
        duration(block, "lease_static", d.leaseStatic(), SECOND, DAY),
        duration(block, "shed_review", d.shedReview(), SECOND, DAY),
        duration(block, "minimum_on", d.minimumOn(), Duration.ZERO, HOUR),
        duration(block, "minimum_pause", d.minimumPause(), Duration.ZERO, HOUR),
        block.get("pauses_per_hour", d.pausesPerHour(), v -> v.integer(1, 60)),
        duration(block, "learn_conductors", d.learnConductors(), SECOND, HOUR),
        duration(block, "idle_release", d.idleRelease(), SECOND, HOUR),
        duration(block, "suspended_release", d.suspendedRelease(), SECOND, HOUR),
        optimisation(block, d.optimisation()),
        block.get("launch_a", d.launchDa(), v -> v.amps(0, 100)),
        block.get("dead_band_a", d.deadBandDa(), v -> v.amps(0, 5)),
        new Settings.Dynamic(
            guard(block, d),
            block.get("ramp_a_per_s", d.dynamic().rampDaPerSecond(), v -> v.amps(0.1, 1000)),
            block.get("share_degraded", d.dynamic().shareDegraded(), Value::flag)),
        new LimitRules(
            block.get("tou_off_when_di_enabled", d.limitRules().touOffWithInputs(), Value::flag),
            block.get("reduction_semantics", d.limitRules().reductionsCut(), SettingsReader::isCut)),
        block.get("subnet_prefix", d.subnetPrefix(), v -> v.integer(8, 29)),
        SecurityReader.security(block.at("security")),
        SecurityReader.remote(block.at("remote_energy_management")));
    atLeastThreeCalls(block, "lease_dynamic", settings.leaseDynamic(), settings.callTimeout());
    atLeastThreeCalls(block, "lease_static", settings.leaseStatic(), settings.callTimeout());
    return settings;
  }

  private static @Nullable Duration leaseDynamic(Block block, Settings d) {
    return block.place("lease_dynamic").is(FROM_BREAKER) ? null
        : duration(block, "lease_dynamic", Objects.requireNonNull(d.leaseDynamic()), SECOND, HOUR);
  }

  private static @Nullable Integer guard(Block block, Settings d) {
    return block.place("guard_percent").is(FROM_BREAKER) ? null
        : block.get("guard_percent", Objects.requireNonNull(d.dynamic().guardPermille()), v -> v.permille(0, 20));
  }

  private static Settings.Optimisation optimisation(Block block, Settings.Optimisation d) {
    Settings.Optimisation read = new Settings.Optimisation(
        block.get("consumption_optimisation", d.on(), Value::flag),
        block.get("optimisation_dead_band_a", d.deadBandDa(), v -> v.amps(0.1, 10)),
        block.get("optimisation_headroom_a", d.headroomDa(), v -> v.amps(0.2, 20)),
        duration(block, "optimisation_hold", d.hold(), Duration.ofSeconds(10), HOUR));
    if (read.headroomDa() <= read.deadBandDa()) {
      String at = block.at("optimisation_headroom_a") != null ? "optimisation_headroom_a" : "optimisation_dead_band_a";
      block.place(at).error("the headroom (" + Show.amps(read.headroomDa()) + ") is not above the dead band ("
          + Show.amps(read.deadBandDa()) + "), so that a car that uses it would not be seen; raise it or lower the dead band");
    }
    return read;
  }

  private static @Nullable Boolean isCut(Value value) {
    String word = value.oneOf(new String[] {"remaining", "cut"}, w -> w);
    return word == null ? null : Boolean.valueOf(word.equals("cut"));
  }

  private static Duration duration(Block block, String key, Duration fallback, Duration least, Duration most) {
    return block.get(key, fallback, v -> v.duration(least, most));
  }

  /** R-LEASE-8. */
  private static void atLeastThreeCalls(Block block, String key, @Nullable Duration lease, Duration callTimeout) {
    if (lease != null && lease.compareTo(callTimeout.multipliedBy(3)) < 0) {
      String at = block.at(key) != null ? key : "call_timeout";
      block.place(at)
          .error(key + " (" + Show.duration(lease) + ") is shorter than three call time-outs of " + Show.duration(callTimeout)
              + "; lengthen it or shorten call_timeout");
    }
  }

  static Settings with(Settings s, UnknownStations unknown) {
    return new Settings(s.shedPriority(), s.floors(), unknown, s.pingInterval(), s.pingGrace(), s.callTimeout(),
        s.heartbeatInterval(),
        s.meterValueInterval(), s.leaseDynamic(), s.leaseStatic(), s.shedReview(), s.minimumOn(), s.minimumPause(),
        s.pausesPerHour(),
        s.learnConductors(), s.idleRelease(), s.suspendedRelease(), s.optimisation(), s.launchDa(),
        s.deadBandDa(), s.dynamic(), s.limitRules(), s.subnetPrefix(), s.security(), s.remote());
  }
}
