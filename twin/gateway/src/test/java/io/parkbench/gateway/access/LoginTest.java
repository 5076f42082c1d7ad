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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.access.Change.Reason;
import io.parkbench.gateway.site.User;
import io.parkbench.gateway.site.User.Role;
import io.parkbench.kernel.Micros;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** ASVS 2.2 to 2.5, R-SEC-1: logging in, and the way to a first login. */
class LoginTest {

  @Test
  void rBems9_aLoginHasATokenAndKnowsItsRole() {
    Scene scene = Scene.peopled();
    LoginResult.Granted granted = scene.in("bems");
    assertEquals(Role.WEBSERVICES, granted.session().role());
    assertTrue(granted.session().energyWriter());
    assertEquals(scene.now + 12 * Micros.HOUR, granted.session().expiresAt());
    assertTrue(scene.isIn(granted));
    assertFalse(scene.in("viewer").session().energyWriter());
  }

  @Test
  void asvs2_2_1_unknownWrongOffAndLockedAreAnsweredAlikeAfterTheSameWork() {
    Scene scene = Scene.peopled();
    done(scene.gatekeeper.accounts().setEnabled("uma", false));
    for (int i = 0; i < scene.settings.maxAttempts(); i++) {
      scene.login("viewer", "wrong");
    }
    for (List<String> attempt : List.of(List.of("nobody", PASSWORD), List.of("bems", "wrong"), List.of("uma", PASSWORD),
        List.of("viewer", PASSWORD), List.of("bems", ""), List.of("bems", "x".repeat(60_000)), List.of("", ""))) {
      long before = scene.hasher.hashed();
      refused(scene.login(attempt.get(0), attempt.get(1)));
      assertEquals(1, scene.hasher.hashed() - before, attempt.get(0));
    }
  }

  @Test
  void asvs2_2_1_anAddressHasFiveLoginsAMinute() {
    Scene scene = Scene.peopled();
    for (int i = 0; i < 5; i++) {
      refused(scene.gatekeeper.login(scene.now, HERE, Door.API, "nobody", "x"));
      scene.pass(Micros.SECOND);
    }
    long before = scene.hasher.hashed();
    assertEquals(new LoginResult.Refused(LoginResult.Code.RATE_LIMITED, 55),
        scene.gatekeeper.login(scene.now, HERE, Door.API, "chief", PASSWORD));
    assertEquals(before, scene.hasher.hashed());
    scene.in("chief");
    scene.pass(55 * Micros.SECOND - 1);
    assertEquals(new LoginResult.Refused(LoginResult.Code.RATE_LIMITED, 1),
        scene.gatekeeper.login(scene.now, HERE, Door.API, "chief", PASSWORD));
    scene.pass(1);
    assertInstanceOf(LoginResult.Granted.class, scene.gatekeeper.login(scene.now, HERE, Door.API, "chief", PASSWORD));
  }

  @Test
  void asvs2_2_1_anIpv6NetworkIsOneAddress() {
    assertEquals(SourceLimit.network("2001:db8:1:2::1"), SourceLimit.network("2001:db8:1:2:ffff::9"));
    assertNotEquals(SourceLimit.network("2001:db8:1:2::1"), SourceLimit.network("2001:db8:1:3::1"));
    assertEquals("192.0.2.1", SourceLimit.network("192.0.2.1"));
    assertEquals("unknown", SourceLimit.network("unknown"));
  }

  @Test
  void asvs2_2_1_anIpv6NetworkHasFiveLoginsAMinute() {
    Scene scene = Scene.peopled();
    for (int i = 1; i <= 5; i++) {
      refused(scene.gatekeeper.login(scene.now, new Origin("2001:db8::" + i, "t"), Door.API, "nobody", "x"));
    }
    assertEquals(new LoginResult.Refused(LoginResult.Code.RATE_LIMITED, 60),
        scene.gatekeeper.login(scene.now, new Origin("2001:db8::6", "t"), Door.API, "chief", PASSWORD));
  }

  @Test
  void aPasswordThatWasChangedWhileItWasLookedAtIsWrong() {
    Scene scene = Scene.peopled();
    Accounts accounts = scene.gatekeeper.accounts();
    Account stale = accounts.find("uma");
    done(accounts.setPassword("uma", OTHER, null));
    assertEquals(Accounts.Check.WRONG, accounts.check(scene.now, stale, PASSWORD));
    assertEquals("run", accounts.ifStill("uma", Role.USER, () -> "run"));
    assertNull(accounts.ifStill("uma", Role.ADMIN, () -> "run"));
    done(accounts.setEnabled("uma", false));
    assertNull(accounts.ifStill("uma", Role.USER, () -> "run"));
    assertNull(accounts.ifStill("nobody", Role.USER, () -> "run"));
  }

  @Test
  void asvs2_2_3_aChangeOfThePasswordIsToldAtTheNextLogin() {
    Scene scene = Scene.peopled();
    LoginResult.Granted chief = scene.in("chief");
    assertEquals(List.of(), scene.in("uma").notices());
    done(scene.users().resetPassword(scene.now, HERE, chief.session(), PASSWORD, "uma", OTHER));
    LoginResult.Granted uma = assertInstanceOf(LoginResult.Granted.class, scene.login("uma", OTHER));
    assertEquals(List.of("Your password was set by chief at 2026-01-15T08:00:00Z."), uma.notices());
    assertEquals(List.of(), assertInstanceOf(LoginResult.Granted.class, scene.login("uma", OTHER)).notices());
  }

  @Test
  void asvs2_3_1_theFirstRunCodeIsRandomShortLivedAndGoodOnce() {
    Scene scene = Scene.empty();
    FirstRunCode first = scene.users().firstRunCode(scene.now);
    FirstRunCode second = scene.users().firstRunCode(scene.now);
    assertNotNull(first);
    assertNotNull(second);
    assertNotEquals(first.code(), second.code());
    assertTrue(second.code().matches("([A-Z0-9]{4}-){3}[A-Z0-9]{4}"), second.code());
    refused(Reason.CODE, scene.users().claim(scene.now, scene.elsewhere(), first.code(), "chief", PASSWORD));
    refused(Reason.CODE, scene.users().claim(second.expiresAt(), scene.elsewhere(), second.code(), "chief", PASSWORD));

    FirstRunCode third = scene.users().firstRunCode(scene.now);
    assertNotNull(third);
    refused(Reason.PASSWORD_RULES, scene.users().claim(scene.now, scene.elsewhere(), third.code(), "chief", "short"));
    refused(Reason.NAME, scene.users().claim(scene.now, scene.elsewhere(), third.code(), "ADMIN", PASSWORD));
    done(scene.users().claim(third.expiresAt() - 1, scene.elsewhere(), third.code().toLowerCase(Locale.ROOT), "chief", PASSWORD));
    refused(Reason.CODE, scene.users().claim(scene.now, scene.elsewhere(), third.code(), "eve", PASSWORD));
    assertNull(scene.users().firstRunCode(scene.now));
    assertEquals(Role.ADMIN, scene.in("chief").session().role());
  }

  @Test
  void asvs2_3_1_aFirstRunCodeCannotBeGuessed() {
    Scene scene = Scene.empty();
    FirstRunCode code = scene.users().firstRunCode(scene.now);
    assertNotNull(code);
    for (int i = 0; i < 5; i++) {
      refused(Reason.CODE, scene.users().claim(scene.now, scene.elsewhere(), "AAAA-AAAA-AAAA-AAAA", "eve", PASSWORD));
    }
    refused(Reason.CODE, scene.users().claim(scene.now, scene.elsewhere(), code.code(), "chief", PASSWORD));
  }

  @Test
  void asvs2_5_4_aFreshGatewayHasNoUsableLogin() {
    Scene scene = Scene.empty(new User("chief", Role.ADMIN), new User("bems", Role.WEBSERVICES));
    for (String name : List.of("chief", "bems", "admin", "ADMIN", "root", "")) {
      for (String password : List.of("", "admin", "Admin123!", "password", "12345678", name)) {
        refused(scene.login(name, password));
      }
    }
    assertEquals(2, scene.gatekeeper.accounts().list().stream().filter(login -> !login.hasPassword()).count());
  }

  @Test
  void rSec1_theLoginAdminIsRefusedHoweverWritten() {
    Accounts accounts = Scene.empty().gatekeeper.accounts();
    for (String name : List.of("admin", "Admin", "ADMIN", "aDmIn", "\uff41\uff44\uff4d\uff49\uff4e")) {
      refused(Reason.NAME, accounts.add(name, Role.ADMIN, PASSWORD));
    }
    for (String name : List.of("", " ", " x", "x\n", "a\u202eb", "x".repeat(51))) {
      refused(Reason.NAME, accounts.add(name, Role.ADMIN, PASSWORD));
    }
  }

  @Test
  void rSec1_namesDifferInMoreThanCase() {
    Scene scene = Scene.peopled();
    refused(Reason.TAKEN, scene.gatekeeper.accounts().add("UMA", Role.USER, PASSWORD));
    assertEquals("uma", scene.in("Uma").session().user());
  }

  @Test
  void rSec1_theSiteFileSaysWhichRoleAListedUserHas() {
    Scene scene = Scene.empty(new User("bems", Role.WEBSERVICES));
    Accounts accounts = scene.gatekeeper.accounts();
    refused(Reason.NAME, accounts.add("bems", Role.ADMIN, PASSWORD));
    done(accounts.add("bems", Role.WEBSERVICES, PASSWORD));
    refused(Reason.NAME, accounts.setRole("BEMS", Role.ADMIN));
  }

  @Test
  void rSec1_oneAdministratorRemains() {
    Scene scene = Scene.peopled();
    Accounts accounts = scene.gatekeeper.accounts();
    refused(Reason.LAST_ADMIN, accounts.remove("chief"));
    refused(Reason.LAST_ADMIN, accounts.setRole("chief", Role.USER));
    refused(Reason.LAST_ADMIN, accounts.setEnabled("chief", false));
    done(accounts.setRole("uma", Role.ADMIN));
    done(accounts.remove("chief"));
    refused(scene.login("chief", PASSWORD));
  }

  @Test
  void asvs2_10_2_aServicesPasswordChangesWithoutARestart() {
    Scene scene = Scene.peopled();
    LoginResult.Granted bems = scene.in("bems");
    done(scene.users().changePassword(scene.now, HERE, bems.session(), PASSWORD, OTHER, false));
    refused(scene.login("bems", PASSWORD));
    assertInstanceOf(LoginResult.Granted.class, scene.login("bems", OTHER));
  }

  @Test
  void aVerifierOfFewerIterationsIsRenewedAtTheNextLogin() throws AccountStoreException {
    Scene scene = Scene.peopled();
    String weak = PasswordHasher.forBench(Pepper.fresh(n -> new byte[n]), n -> new byte[n], 1).verifier(PASSWORD);
    scene.store.save(List.of(new Account("old", Role.ADMIN, true, weak, List.of())));
    PasswordHasher stronger = PasswordHasher.forBench(Pepper.fresh(n -> new byte[n]), n -> new byte[n], 5);
    Accounts accounts = new Accounts(scene.settings, List.of(), scene.store, stronger);
    assertEquals(Accounts.Check.RIGHT, accounts.check(scene.now, accounts.find("old"), PASSWORD));
    assertTrue(scene.store.load().getFirst().verifier().contains(":5:"));
    assertEquals(Accounts.Check.RIGHT, accounts.check(scene.now, accounts.find("old"), PASSWORD));
  }

  @Test
  void aRunWithTheSameSeedHasTheSameTokens() {
    assertEquals(Scene.peopled().in("uma").token(), Scene.peopled().in("uma").token());
  }

  @Test
  void accountsThatCannotBeWrittenChangeNothing() throws AccountStoreException {
    Scene scene = Scene.peopled();
    AccountStore full = new AccountStore() {
      @Override
      public List<Account> load() throws AccountStoreException {
        return scene.store.load();
      }

      @Override
      public void save(List<Account> accounts) throws AccountStoreException {
        throw new AccountStoreException("disk full");
      }
    };
    Accounts accounts = new Accounts(scene.settings, List.of(), full, scene.hasher);
    refused(Reason.STORE, accounts.remove("uma"));
    assertEquals(4, accounts.list().size());
  }
}
