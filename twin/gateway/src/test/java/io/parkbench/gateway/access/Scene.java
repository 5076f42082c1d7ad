package io.parkbench.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.RemoteControl;
import io.parkbench.gateway.site.User;
import io.parkbench.gateway.site.User.Role;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A gatekeeper with an administrator, a user and two webservices logins, and a clock that a test turns. */
final class Scene {
  static final String PASSWORD = "violet harbour 47 ladder";
  static final String OTHER = "copper lantern 12 meadow";
  static final Origin HERE = new Origin("192.0.2.10", "trace-1");

  final AccessSettings settings;
  final AccountStore store = AccountStore.inMemory();
  final PasswordHasher hasher;
  final Gatekeeper gatekeeper;
  final List<String> ended = new ArrayList<>();
  RemoteControl remote = new RemoteControl(true, "bems", RemoteControl.DEFAULTS.minimumPeriod(),
      RemoteControl.DEFAULTS.heartbeat(), RemoteControl.OnLoss.KEEP, RemoteControl.PeriodMode.REFUSE);
  long now = Micros.of(Instant.parse("2026-01-15T08:00:00Z"));
  private int addresses;

  private Scene(AccessSettings settings, List<User> roster) {
    this.settings = settings;
    Entropy entropy = Entropy.repeatable(new Seed(1).fork("access"));
    hasher = PasswordHasher.forBench(Pepper.fresh(entropy), entropy, 4);
    try {
      gatekeeper = new Gatekeeper(settings, () -> remote, new Accounts(settings, roster, store, hasher), entropy);
    } catch (AccountStoreException e) {
      throw new AssertionError(e);
    }
    gatekeeper.onSessionEnd((session, why) -> ended.add(session.user() + " " + why));
  }

  static Scene empty() {
    return new Scene(AccessSettings.DEFAULTS, List.of());
  }

  static Scene empty(User... roster) {
    return new Scene(AccessSettings.DEFAULTS, List.of(roster));
  }

  static Scene peopled() {
    return peopled(AccessSettings.DEFAULTS);
  }

  static Scene peopled(AccessSettings settings) {
    Scene scene = new Scene(settings, List.of());
    done(scene.gatekeeper.accounts().add("chief", Role.ADMIN, PASSWORD));
    done(scene.gatekeeper.accounts().add("uma", Role.USER, PASSWORD));
    done(scene.gatekeeper.accounts().add("bems", Role.WEBSERVICES, PASSWORD));
    done(scene.gatekeeper.accounts().add("viewer", Role.WEBSERVICES, PASSWORD));
    return scene;
  }

  void pass(long micros) {
    now += micros;
  }

  /** An address that has not been used, so that no limit of another test's making is met. */
  Origin elsewhere() {
    addresses++;
    return new Origin("198.51." + addresses / 250 + "." + (1 + addresses % 250), "trace-" + addresses);
  }

  LoginResult login(String name, String password) {
    return gatekeeper.login(now, elsewhere(), Door.API, name, password);
  }

  LoginResult.Granted in(String name) {
    return assertInstanceOf(LoginResult.Granted.class, login(name, PASSWORD));
  }

  boolean isIn(LoginResult.Granted granted) {
    return gatekeeper.authenticate(now, HERE, granted.token()) instanceof Authentication.Valid;
  }

  UserAdministration users() {
    return gatekeeper.users();
  }

  /** What the audit log says, the newest first: {@code who action outcome detail}. */
  List<String> audit() {
    return gatekeeper.audit().newest(1000, 0).stream()
        .map(r -> r.who() + " " + r.action() + " " + r.outcome() + " " + r.detail()).toList();
  }

  static void done(Change change) {
    assertInstanceOf(Change.Done.class, change);
  }

  static void refused(Change.Reason reason, Change change) {
    assertEquals(reason, assertInstanceOf(Change.Refused.class, change).reason());
  }

  static void refused(LoginResult result) {
    assertEquals(new LoginResult.Refused(LoginResult.Code.INVALID_CREDENTIALS, 0), result);
  }
}
