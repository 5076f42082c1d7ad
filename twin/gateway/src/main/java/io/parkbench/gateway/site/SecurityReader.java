package io.parkbench.gateway.site;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the settings of logins and of remote energy management. */
final class SecurityReader {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Duration HOUR = Duration.ofHours(1);

  private SecurityReader() {}

  static AccessSettings security(@Nullable Value value) {
    AccessSettings d = AccessSettings.DEFAULTS;
    Block block = value == null ? null : value.block(Keys.SECURITY);
    if (block == null) {
      return d;
    }
    AccessSettings read = new AccessSettings(
        block.get("password_policy", d.policy(), v -> v.oneOf(AccessSettings.Policy.values(), AccessSettings.Policy::text)),
        block.get("hash_iterations", d.iterations(), v -> v.integer(100_000, 10_000_000)),
        block.get("max_attempts", d.maxAttempts(), v -> v.integer(3, 10)),
        block.get("lock", d.lock(), v -> v.duration(Duration.ofSeconds(30), QUARTER)),
        block.get("longest_lock", d.longestLock(), v -> v.duration(Duration.ofSeconds(30), QUARTER)),
        block.get("logins_per_minute", d.loginsPerMinute(), v -> v.integer(1, 60)),
        block.get("session_life", d.sessionLife(), v -> v.duration(MINUTE, Duration.ofHours(12))),
        block.get("session_idle", d.sessionIdle(), v -> v.duration(MINUTE, HALF_HOUR)),
        block.get("console_idle", d.consoleIdle(), v -> v.duration(MINUTE, HALF_HOUR)),
        block.get("sessions_per_user", d.sessionsPerUser(), v -> v.integer(1, 100)),
        block.get("requests_per_s", d.requestsPerSecond(), v -> v.integer(1, 1000)),
        block.get("request_burst", d.requestBurst(), v -> v.integer(1, 10_000)),
        block.get("first_run_code", d.firstRunCode(), v -> v.duration(MINUTE, HOUR)),
        block.get("audit_records", d.auditRecords(), v -> v.integer(100, 1_000_000)));
    if (read.longestLock().compareTo(read.lock()) < 0) {
      String at = block.at("longest_lock") != null ? "longest_lock" : "lock";
      block.place(at).error("the longest lock (" + Show.duration(read.longestLock()) + ") is shorter than the first ("
          + Show.duration(read.lock()) + "); lengthen it or shorten lock");
    }
    if (read.policy() == AccessSettings.Policy.SEED) {
      block.place("password_policy")
          .warning("'seed' allows passwords of 8 characters and 360 guesses an hour, which is below OWASP ASVS"
              + " level 2 (2.1.1, 2.1.9, 2.2.1); write 'asvs' unless compatibility is what you test");
    }
    return read;
  }

  static RemoteControl remote(@Nullable Value value) {
    RemoteControl d = RemoteControl.DEFAULTS;
    Block block = value == null ? null : value.block(Keys.REMOTE);
    if (block == null) {
      return d;
    }
    return new RemoteControl(
        block.get("enabled", d.enabled(), Value::flag),
        block.get("login", v -> v.text(50)),
        block.get("minimum_period", d.minimumPeriod(), v -> v.duration(Duration.ZERO, HOUR)),
        block.get("heartbeat", d.heartbeat(), v -> v.duration(SECOND, Duration.ofHours(24))),
        block.get("on_heartbeat_loss", d.onLoss(), v -> v.oneOf(RemoteControl.OnLoss.values(), RemoteControl.OnLoss::text)),
        block.get("period_mode", d.periodMode(), v -> v.oneOf(RemoteControl.PeriodMode.values(), RemoteControl.PeriodMode::text)));
  }

  /** The login for remote energy management has to be a user who may have it. */
  static void checkWriter(@Nullable Block settings, List<User> users) {
    Value value = settings == null ? null : settings.at("remote_energy_management");
    Block block = value == null || !value.isBlock() ? null : value.block(Keys.REMOTE);
    if (block == null) {
      return;
    }
    String name = block.get("login", v -> v.text(50));
    if (name == null) {
      if (block.get("enabled", false, Value::flag)) {
        block.place("login").error("missing; name the one user who may set reductions, or write 'enabled: false'");
      }
      return;
    }
    User user = users.stream().filter(u -> u.name().equals(name)).findFirst().orElse(null);
    if (user == null) {
      block.place("login").error("there is no user '" + name + "'" + Suggest.remedy(name, users.stream().map(User::name).toList()));
    } else if (user.role() != User.Role.WEBSERVICES) {
      block.place("login")
          .error("'" + name + "' has the role " + user.role() + "; reductions are set by one with the role WEBSERVICES");
    }
  }
}
