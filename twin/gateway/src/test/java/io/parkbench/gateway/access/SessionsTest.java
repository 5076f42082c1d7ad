package io.parkbench.gateway.access;

import static io.parkbench.gateway.access.Scene.HERE;
import static io.parkbench.gateway.access.Scene.OTHER;
import static io.parkbench.gateway.access.Scene.PASSWORD;
import static io.parkbench.gateway.access.Scene.done;
import static io.parkbench.gateway.access.Scene.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.access.Change.Reason;
import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.User.Role;
import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ASVS 3, R-BEMS-9: how long a login lasts and what ends it. */
class SessionsTest {

  @Test
  void asvs3_2_1_everyLoginHasANewToken() {
    Scene scene = Scene.peopled();
    LoginResult.Granted one = scene.in("uma");
    LoginResult.Granted two = scene.in("uma");
    assertNotEquals(one.token(), two.token());
    assertNotEquals(one.session().id(), two.session().id());
    assertTrue(scene.isIn(one) && scene.isIn(two));
    assertFalse(one.token().contains(one.session().id()));
  }

  @Test
  void asvs3_2_2_tenThousandTokensShowNoPattern() {
    Sessions sessions = new Sessions(AccessSettings.DEFAULTS, new SecureEntropy());
    int count = 10_000;
    Set<String> tokens = new HashSet<>();
    int[] ones = new int[256];
    int[] values = new int[256];
    int repeated = 0;
    byte[] before = new byte[32];
    for (int i = 0; i < count; i++) {
      String token = sessions.open(i, "uma", Role.USER, false, "", Door.API).token();
      tokens.add(token);
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      assertEquals(32, bytes.length);
      for (int bit = 0; bit < 256; bit++) {
        ones[bit] += bytes[bit / 8] >> bit % 8 & 1;
      }
      for (int at = 0; at < bytes.length; at++) {
        values[bytes[at] & 255]++;
        repeated += bytes[at] == before[at] ? 1 : 0;
      }
      before = bytes;
    }
    assertEquals(count, tokens.size());
    // each bit is set in half of them: 6 standard deviations of 50 either way, for 256 bits a chance of 1 in 2 million
    for (int bit = 0; bit < 256; bit++) {
      assertEquals(count / 2.0, ones[bit], 300, "bit " + bit);
    }
    double expected = count * 32 / 256.0;
    double chiSquare = 0;
    for (int value : values) {
      chiSquare += (value - expected) * (value - expected) / expected;
    }
    // 255 degrees of freedom: mean 255, deviation 22.6
    assertTrue(chiSquare > 130 && chiSquare < 400, "chi-square " + chiSquare);
    assertEquals(expected, repeated, 6 * Math.sqrt(expected));
  }

  @Test
  void asvs3_2_2_onlyTheHashIsKept() {
    Scene scene = Scene.peopled();
    String token = scene.in("uma").token();
    assertInstanceOf(Authentication.Unknown.class, scene.gatekeeper.authenticate(scene.now, HERE, PasswordHasher.digest(token)));
    assertInstanceOf(Authentication.Unknown.class, scene.gatekeeper.authenticate(scene.now, HERE, token + "A"));
    assertInstanceOf(Authentication.Unknown.class, scene.gatekeeper.authenticate(scene.now, HERE, ""));
    assertInstanceOf(Authentication.Unknown.class, scene.gatekeeper.authenticate(scene.now, HERE, null));
    assertInstanceOf(Authentication.Unknown.class, scene.gatekeeper.authenticate(scene.now, HERE, "x".repeat(100_000)));
    assertFalse(scene.in("uma").toString().contains(token));
  }

  @Test
  void asvs3_3_1_logoutKillsTheTokenAtOnceAndSaysSo() {
    Scene scene = Scene.peopled();
    LoginResult.Granted uma = scene.in("uma");
    LoginResult.Granted other = scene.in("uma");
    scene.gatekeeper.logout(scene.now, HERE, uma.session());
    assertEquals(List.of("uma LOGOUT"), scene.ended);
    assertEquals(new Authentication.Expired(SessionEnd.LOGOUT), scene.gatekeeper.authenticate(scene.now, HERE, uma.token()));
    assertTrue(scene.isIn(other));
  }

  @Test
  void asvs3_3_2_thirtyMinutesOfIdlenessEndASession() {
    Scene scene = Scene.peopled();
    LoginResult.Granted uma = scene.in("uma");
    scene.pass(30 * Micros.MINUTE - Micros.SECOND);
    assertTrue(scene.isIn(uma));
    scene.pass(30 * Micros.MINUTE - 1);
    assertTrue(scene.isIn(uma));
    scene.pass(30 * Micros.MINUTE);
    assertEquals(new Authentication.Expired(SessionEnd.IDLE), scene.gatekeeper.authenticate(scene.now, HERE, uma.token()));
    assertEquals(List.of("uma IDLE"), scene.ended);
  }

  @Test
  void asvs3_3_2_twelveHoursEndASessionHoweverBusy() {
    Scene scene = Scene.peopled();
    LoginResult.Granted uma = scene.in("uma");
    for (int i = 1; i < 12 * 12; i++) {
      scene.pass(5 * Micros.MINUTE);
      assertTrue(scene.isIn(uma), i * 5 + " min");
    }
    scene.pass(5 * Micros.MINUTE - 1);
    assertTrue(scene.isIn(uma));
    scene.pass(1);
    assertEquals(new Authentication.Expired(SessionEnd.LIFE), scene.gatekeeper.authenticate(scene.now, HERE, uma.token()));
  }

  @Test
  void asvs3_3_2_anEventStreamsKeepAliveIsNoUse() {
    Scene scene = Scene.peopled();
    LoginResult.Granted uma = scene.in("uma");
    for (int i = 0; i < 119; i++) {
      scene.pass(15 * Micros.SECOND);
      assertInstanceOf(Authentication.Valid.class, scene.gatekeeper.look(scene.now, uma.token()));
    }
    scene.pass(15 * Micros.SECOND);
    assertEquals(new Authentication.Expired(SessionEnd.IDLE), scene.gatekeeper.look(scene.now, uma.token()));
  }

  @Test
  void rSec1_theConsoleTimesOutAfter600Seconds() {
    Scene scene = Scene.peopled();
    LoginResult.Granted uma = assertInstanceOf(LoginResult.Granted.class,
        scene.gatekeeper.login(scene.now, HERE, Door.CONSOLE, "uma", PASSWORD));
    scene.pass(600 * Micros.SECOND - 1);
    assertTrue(scene.isIn(uma));
    scene.pass(600 * Micros.SECOND);
    assertFalse(scene.isIn(uma));
  }

  @Test
  void asvs3_3_1_sessionsEndInTimeThoughNobodyAsks() {
    Scene scene = Scene.peopled();
    assertEquals(Long.MAX_VALUE, scene.gatekeeper.nextEnd());
    scene.in("uma");
    scene.pass(Micros.MINUTE);
    scene.in("chief");
    assertEquals(scene.now + 29 * Micros.MINUTE, scene.gatekeeper.nextEnd());
    scene.gatekeeper.sweep(scene.gatekeeper.nextEnd() - 1);
    assertEquals(List.of(), scene.ended);
    scene.gatekeeper.sweep(scene.gatekeeper.nextEnd());
    assertEquals(List.of("uma IDLE"), scene.ended);
    assertEquals(scene.now + 30 * Micros.MINUTE, scene.gatekeeper.nextEnd());
  }

  @Test
  void asvs3_3_3_aNewPasswordCanEndTheOtherSessions() {
    Scene scene = Scene.peopled();
    LoginResult.Granted here = scene.in("uma");
    LoginResult.Granted there = scene.in("uma");
    refused(Reason.WRONG_PASSWORD, scene.users().changePassword(scene.now, HERE, here.session(), "wrong", OTHER, true));
    refused(Reason.PASSWORD_RULES, scene.users().changePassword(scene.now, HERE, here.session(), PASSWORD, "short", true));
    assertTrue(scene.isIn(there));
    done(scene.users().changePassword(scene.now, HERE, here.session(), PASSWORD, OTHER, true));
    assertTrue(scene.isIn(here));
    assertEquals(new Authentication.Expired(SessionEnd.PASSWORD_CHANGED),
        scene.gatekeeper.authenticate(scene.now, HERE, there.token()));
    done(scene.users().changePassword(scene.now, HERE, here.session(), OTHER, PASSWORD, false));
  }

  @Test
  void asvs2_1_10_aPasswordNeverHasToChangeAndMayComeBack() {
    Scene scene = Scene.peopled();
    LoginResult.Granted uma = scene.in("uma");
    done(scene.users().changePassword(scene.now, HERE, uma.session(), PASSWORD, OTHER, false));
    done(scene.users().changePassword(scene.now, HERE, uma.session(), OTHER, PASSWORD, false));
    scene.pass(3650 * Micros.DAY);
    scene.in("uma");
  }

  @Test
  void asvs3_3_4_ownSessionsAreListedAndEndedWithThePassword() {
    Scene scene = Scene.peopled();
    Session here = scene.in("uma").session();
    LoginResult.Granted there = scene.in("uma");
    Session chief = scene.in("chief").session();
    assertEquals(List.of(here, there.session()), scene.users().sessionsOf(scene.now, here));
    refused(Reason.WRONG_PASSWORD, scene.users().endSession(scene.now, HERE, here, "wrong", there.session().id()));
    assertTrue(scene.isIn(there));
    done(scene.users().endSession(scene.now, HERE, here, PASSWORD, there.session().id()));
    assertFalse(scene.isIn(there));
    // ASVS 4.2.1: somebody else's is as if it were not there
    refused(Reason.NOT_FOUND, scene.users().endSession(scene.now, HERE, here, PASSWORD, chief.id()));
    refused(Reason.NOT_FOUND, scene.users().endSession(scene.now, HERE, here, PASSWORD, "none"));
    assertEquals(List.of("uma ENDED_BY_USER"), scene.ended);
  }

  @Test
  void asvs3_7_1_usersAreChangedWithTheAdministratorsPasswordOnly() {
    Scene scene = Scene.peopled();
    Session chief = scene.in("chief").session();
    Session uma = scene.in("uma").session();
    List<Change> withWrongPassword = changes(scene, chief, "wrong");
    withWrongPassword.forEach(change -> refused(Reason.WRONG_PASSWORD, change));
    scene.pass(Micros.HOUR);
    changes(scene, uma, PASSWORD).forEach(change -> refused(Reason.FORBIDDEN, change));
    assertEquals(4, scene.gatekeeper.accounts().list().size());
    changes(scene, chief, PASSWORD).forEach(Scene::done);
  }

  private static List<Change> changes(Scene scene, Session by, String password) {
    UserAdministration users = scene.users();
    List<Change> changes = new ArrayList<>();
    changes.add(users.add(scene.now, HERE, by, password, "new", Role.USER, OTHER));
    changes.add(users.resetPassword(scene.now, HERE, by, password, "new", PASSWORD));
    changes.add(users.setRole(scene.now, HERE, by, password, "new", Role.WEBSERVICES));
    changes.add(users.setEnabled(scene.now, HERE, by, password, "new", false));
    changes.add(users.remove(scene.now, HERE, by, password, "new"));
    return changes;
  }

  @Test
  void asvs3_7_1_aStolenSessionCannotTryPasswordsForEver() {
    Scene scene = Scene.peopled();
    Session chief = scene.in("chief").session();
    for (int i = 0; i < 6; i++) {
      refused(Reason.WRONG_PASSWORD, scene.users().remove(scene.now, HERE, chief, "wrong", "uma"));
    }
    refused(Reason.WRONG_PASSWORD, scene.users().remove(scene.now, HERE, chief, PASSWORD, "uma"));
  }

  @Test
  void anAccountThatChangesLosesItsSessions() {
    Scene scene = Scene.peopled();
    LoginResult.Granted uma = scene.in("uma");
    LoginResult.Granted bems = scene.in("bems");
    LoginResult.Granted viewer = scene.in("viewer");
    done(scene.gatekeeper.accounts().setRole("uma", Role.ADMIN));
    done(scene.gatekeeper.accounts().setEnabled("bems", false));
    done(scene.gatekeeper.accounts().remove("Viewer"));
    assertFalse(scene.isIn(uma) || scene.isIn(bems) || scene.isIn(viewer));
    assertEquals(List.of("uma ACCOUNT_CHANGED", "bems ACCOUNT_CHANGED", "viewer ACCOUNT_CHANGED"), scene.ended);
  }

  @Test
  void theOldestSessionMakesRoomForOneTooMany() {
    Scene scene = Scene.peopled();
    LoginResult.Granted chief = scene.in("chief");
    List<LoginResult.Granted> all = new ArrayList<>();
    for (int i = 0; i < scene.settings.sessionsPerUser() + 2; i++) {
      scene.pass(Micros.SECOND);
      all.add(scene.in("uma"));
    }
    assertEquals(List.of("uma CROWDED_OUT", "uma CROWDED_OUT"), scene.ended);
    assertFalse(scene.isIn(all.get(0)) || scene.isIn(all.get(1)));
    assertTrue(scene.isIn(all.get(2)) && scene.isIn(all.getLast()) && scene.isIn(chief));
  }
}
