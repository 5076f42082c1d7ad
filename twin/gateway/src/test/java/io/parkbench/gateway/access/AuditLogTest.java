package io.parkbench.gateway.access;

import static io.parkbench.gateway.access.Scene.HERE;
import static io.parkbench.gateway.access.Scene.OTHER;
import static io.parkbench.gateway.access.Scene.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.access.AuditRecord.Outcome;
import io.parkbench.gateway.site.User.Role;
import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ASVS 7.1 to 7.3, 8.1.4, 11.1.7: what is written down, and what never is. */
class AuditLogTest {

  @Test
  void asvs7_1_1_noPasswordTokenOrCodeIsEverWritten() {
    Scene scene = Scene.empty();
    List<String> secrets = new ArrayList<>(List.of(PASSWORD, OTHER, "wrong-secret"));
    FirstRunCode code = scene.users().firstRunCode(scene.now);
    secrets.add(code == null ? "" : code.code());
    scene.users().claim(scene.now, scene.elsewhere(), "wrong-secret", "chief", PASSWORD);
    scene.users().claim(scene.now, scene.elsewhere(), code == null ? "" : code.code(), "chief", PASSWORD);
    LoginResult.Granted chief = scene.in("chief");
    secrets.add(chief.token());
    // somebody types the password into the wrong field
    scene.login(PASSWORD, "");
    scene.login("chief", "wrong-secret");
    scene.users().add(scene.now, HERE, chief.session(), PASSWORD, "uma", Role.USER, OTHER);
    scene.users().add(scene.now, HERE, chief.session(), "wrong-secret", "eve", Role.USER, OTHER);
    scene.users().changePassword(scene.now, HERE, chief.session(), PASSWORD, OTHER, true);
    scene.gatekeeper.authenticate(scene.now, HERE, chief.token() + "x");
    scene.gatekeeper.logout(scene.now, HERE, chief.session());
    scene.gatekeeper.authenticate(scene.now, HERE, chief.token());
    String all = scene.gatekeeper.audit().newest(1000, 0) + " " + scene.gatekeeper.accounts().list() + chief;
    assertTrue(scene.gatekeeper.audit().newest(1000, 0).size() >= 10, all);
    for (String secret : secrets) {
      assertFalse(all.contains(secret), secret + " in " + all);
    }
  }

  @Test
  void asvs7_1_3_successFailureDenialAndBadInputHaveARecordEach() {
    Scene scene = Scene.peopled();
    Session uma = scene.in("uma").session();
    scene.login("uma", "wrong");
    scene.login("nobody", "x");
    scene.gatekeeper.authenticate(scene.now, HERE, null);
    scene.gatekeeper.may(scene.now, HERE, uma, Right.READ_AUDIT);
    scene.gatekeeper.inputRefused(scene.now, HERE, uma, "limit is no number");
    scene.gatekeeper.changed(scene.now, HERE, uma, "station 26 out of service");
    scene.gatekeeper.logout(scene.now, HERE, uma);
    assertEquals(List.of(
        "uma LOGOUT DONE session " + uma.id(),
        "uma CONFIGURATION DONE station 26 out of service",
        "uma INPUT DENIED limit is no number",
        "uma ACCESS DENIED READ_AUDIT forbidden-role",
        "- AUTHENTICATE DENIED no token",
        "(no such login) LOGIN DENIED unknown login",
        "uma LOGIN DENIED wrong password",
        "uma LOGIN DONE session " + uma.id()), scene.audit());
  }

  @Test
  void asvs7_1_4_aRecordSaysWhoWhereWhenWhatAndUnderWhichTrace() {
    Scene scene = Scene.peopled();
    scene.gatekeeper.login(scene.now, HERE, Door.API, "uma", "wrong");
    AuditRecord record = scene.gatekeeper.audit().newest(1, 0).getFirst();
    assertEquals(new AuditRecord(1, scene.now, "uma", "192.0.2.10", AuditAction.LOGIN, Outcome.DENIED, "wrong password", "trace-1"),
        record);
    // ASVS 7.3.4
    assertEquals("2026-01-15T08:00:00Z", record.time());
  }

  @Test
  void asvs7_3_1_whateverComesInARecordStaysOneLine() {
    AuditLog log = new AuditLog(10);
    log.add(0, "eve\r\nchief LOGIN DONE", new Origin("1.2.3.4\n", "a\u001b[2Jb"), AuditAction.INPUT, Outcome.DENIED,
        "x\u2028y\u202ez\u0085\u0000\ud800" + "w".repeat(300));
    AuditRecord record = log.newest(1, 0).getFirst();
    assertEquals("eve\\r\\nchief LOGIN DONE", record.who());
    assertEquals("1.2.3.4\\n", record.from());
    assertEquals("a\\u001b[2Jb", record.traceId());
    assertTrue(record.detail().startsWith("x\\u2028y\\u202ez\\u0085\\u0000\\ud800w"), record.detail());
    assertTrue(record.detail().endsWith("w…"), record.detail());
    assertTrue(record.toString().codePoints().noneMatch(Character::isISOControl));
  }

  @Test
  void asvs7_3_1_textOfAllTheWorldIsKept() {
    assertEquals("Żółć 駅 🔌 'quoted'", AuditLog.plain("Żółć 駅 🔌 'quoted'"));
  }

  @Test
  void theLogKeepsTheLatestAndPagesThroughThem() {
    AuditLog log = new AuditLog(100);
    for (int i = 1; i <= 250; i++) {
      log.add(i, "uma", HERE, AuditAction.INPUT, Outcome.DENIED, "");
    }
    List<AuditRecord> page = log.newest(60, 0);
    assertEquals(250, page.getFirst().number());
    List<AuditRecord> next = log.newest(60, page.getLast().number());
    assertEquals(190, next.getFirst().number());
    assertEquals(151, next.getLast().number());
    assertEquals(40, next.size());
  }

  @Test
  void asvs11_1_7_refusalsWithoutEndAreNoticedOncePerTwenty() {
    Scene scene = Scene.peopled();
    List<String> noticed = new ArrayList<>();
    scene.gatekeeper.onUnusual((now, origin, text) -> noticed.add(origin.address() + " " + text));
    Session viewer = scene.in("viewer").session();
    for (int i = 0; i < 19; i++) {
      scene.gatekeeper.may(scene.now, HERE, viewer, Right.WRITE_SETPOINTS);
    }
    assertEquals(List.of(), noticed);
    scene.gatekeeper.may(scene.now, HERE, viewer, Right.WRITE_SETPOINTS);
    assertEquals(List.of("192.0.2.10 20 refusals within 5 min, the last: ACCESS WRITE_SETPOINTS not-energy-writer"), noticed);
    assertTrue(scene.audit().getFirst().startsWith("viewer UNUSUAL DONE"), scene.audit().getFirst());
    for (int i = 0; i < 39; i++) {
      scene.gatekeeper.may(scene.now, HERE, viewer, Right.WRITE_SETPOINTS);
    }
    assertEquals(2, noticed.size());
  }

  @Test
  void asvs11_1_7_nowAndThenARefusalIsUsual() {
    Scene scene = Scene.peopled();
    List<String> noticed = new ArrayList<>();
    scene.gatekeeper.onUnusual((now, origin, text) -> noticed.add(text));
    for (int i = 0; i < 200; i++) {
      scene.gatekeeper.authenticate(scene.now, HERE, "nonsense");
      scene.pass(16 * Micros.SECOND);
    }
    assertEquals(List.of(), noticed);
  }
}
