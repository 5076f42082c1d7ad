package io.parkbench.gateway.access;

import static io.parkbench.gateway.access.Scene.PASSWORD;
import static io.parkbench.gateway.access.Scene.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.AccessSettings.Policy;
import io.parkbench.kernel.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-SEC-1, ASVS 2.2.1: how many passwords of an account can be tried. */
class LockoutTest {
  private static final AccessSettings SETTINGS = AccessSettings.DEFAULTS;

  @Test
  void rSec1_sixWrongPasswordsLockForAMinute() {
    Scene scene = Scene.peopled();
    for (int i = 0; i < 6; i++) {
      refused(scene.login("uma", "wrong"));
    }
    refused(scene.login("uma", PASSWORD));
    assertTrue(scene.audit().getFirst().endsWith("account is locked"), scene.audit().getFirst());
    scene.pass(60 * Micros.SECOND - 1);
    refused(scene.login("uma", PASSWORD));
    scene.pass(1);
    scene.in("uma");
    scene.in("chief");
  }

  @Test
  void rSec1_fiveWrongPasswordsDoNot() {
    Scene scene = Scene.peopled();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 5; i++) {
        refused(scene.login("uma", "wrong"));
      }
      scene.in("uma");
    }
  }

  @Test
  void asvs2_2_1_locksDoubleUpToAQuarterOfAnHour() {
    assertEquals(List.of(60L, 120L, 240L, 480L, 900L, 900L), locks(SETTINGS, 6));
  }

  @Test
  void rSec1_inCompatibilityEveryLockIsTheSame() {
    assertEquals(List.of(60L, 60L, 60L, 60L, 60L, 60L), locks(SETTINGS.with(Policy.SEED), 6));
  }

  private static List<Long> locks(AccessSettings settings, int count) {
    Lockout lockout = new Lockout(settings);
    List<Long> lengths = new ArrayList<>();
    long now = 0;
    while (lengths.size() < count) {
      while (lockout.begin(now, "uma")) {
        // until it locks
      }
      long since = now;
      while (lockout.isLocked(now, "uma")) {
        now += Micros.SECOND;
      }
      lengths.add((now - since) / Micros.SECOND);
    }
    return lengths;
  }

  @ParameterizedTest
  @CsvSource({"6, 60, 900", "10, 30, 30", "3, 30, 900", "10, 900, 900"})
  void asvs2_2_1_noHourSeesMoreThanAHundredPasswords(int attempts, int lock, int longest) {
    AccessSettings settings = with(attempts, lock, longest);
    assertTrue(mostPerHour(guesses(settings)) <= 100);
  }

  @Test
  void asvs2_2_1_norWhileTheOwnersLoginsKeepForgiving() {
    Lockout lockout = new Lockout(SETTINGS);
    List<Long> looked = new ArrayList<>();
    for (long now = 0; now < 5 * Micros.HOUR; now += 30 * Micros.SECOND) {
      for (int i = 0; i < SETTINGS.maxAttempts() - 1; i++) {
        if (lockout.begin(now + i, "uma")) {
          looked.add(now + i);
        }
      }
      if (lockout.begin(now + 10, "uma")) {
        lockout.right(now + 10, "uma");
      }
    }
    assertEquals(100, mostPerHour(looked));
  }

  @Test
  void theFlatLockOfTheSeedsSeesMore() {
    assertTrue(mostPerHour(guesses(SETTINGS.with(Policy.SEED))) > 300);
  }

  /** Tries a password each second for five hours; when one was looked at. */
  private static List<Long> guesses(AccessSettings settings) {
    Lockout lockout = new Lockout(settings);
    List<Long> looked = new ArrayList<>();
    for (long now = 0; now < 5 * Micros.HOUR; now += Micros.SECOND) {
      if (lockout.begin(now, "uma")) {
        looked.add(now);
      }
    }
    return looked;
  }

  private static int mostPerHour(List<Long> looked) {
    int most = 0;
    for (long end : looked) {
      most = Math.max(most, (int) looked.stream().filter(at -> at <= end && at > end - Micros.HOUR).count());
    }
    return most;
  }

  @Test
  void asvs2_2_1_attemptsAtTheSameTimeDoNotSlipThrough() {
    Lockout lockout = new Lockout(SETTINGS);
    int begun = 0;
    for (int i = 0; i < 50; i++) {
      begun += lockout.begin(1000, "uma") ? 1 : 0;
    }
    assertEquals(6, begun);
  }

  @Test
  void anAttemptThatWasNotLookedAtDoesNotCount() {
    Lockout lockout = new Lockout(SETTINGS);
    for (int i = 0; i < 50; i++) {
      assertTrue(lockout.begin(i, "uma"));
      lockout.withdraw(i, "uma");
    }
    assertFalse(lockout.isLocked(50, "uma"));
  }

  @Test
  void wrongPasswordsAreForgottenAfterAQuietHour() {
    Scene scene = Scene.peopled();
    for (int i = 0; i < 5; i++) {
      refused(scene.login("uma", "wrong"));
    }
    scene.pass(Micros.HOUR);
    refused(scene.login("uma", "wrong"));
    assertInstanceOf(LoginResult.Granted.class, scene.login("uma", PASSWORD));
  }

  private static AccessSettings with(int attempts, int lock, int longest) {
    return new AccessSettings(Policy.ASVS, SETTINGS.iterations(), attempts, Duration.ofSeconds(lock), Duration.ofSeconds(longest),
        SETTINGS.loginsPerMinute(), SETTINGS.sessionLife(), SETTINGS.sessionIdle(), SETTINGS.consoleIdle(),
        SETTINGS.sessionsPerUser(), SETTINGS.requestsPerSecond(), SETTINGS.requestBurst(), SETTINGS.firstRunCode(),
        SETTINGS.auditRecords());
  }
}
