package io.parkbench.gateway.access;

import static io.parkbench.gateway.access.Scene.HERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.RemoteControl;
import io.parkbench.gateway.site.User.Role;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-SEC-1, R-BEMS-3, ASVS 4.1: who may do what. */
class RightsTest {

  @ParameterizedTest
  @CsvSource({
      "READ,            GRANTED, GRANTED, GRANTED, GRANTED",
      "READ_CONFIGURATION, GRANTED, GRANTED, FORBIDDEN_ROLE, FORBIDDEN_ROLE",
      "OWN_ACCOUNT,     GRANTED, GRANTED, GRANTED, GRANTED",
      "WRITE_SETPOINTS, NOT_ENERGY_WRITER, NOT_ENERGY_WRITER, GRANTED, NOT_ENERGY_WRITER",
      "OPERATE,         GRANTED, GRANTED, GRANTED, NOT_ENERGY_WRITER",
      "SET_CLOCK,       GRANTED, FORBIDDEN_ROLE, GRANTED, NOT_ENERGY_WRITER",
      "CONFIGURE,       GRANTED, FORBIDDEN_ROLE, FORBIDDEN_ROLE, FORBIDDEN_ROLE",
      "MANAGE_USERS,    GRANTED, FORBIDDEN_ROLE, FORBIDDEN_ROLE, FORBIDDEN_ROLE",
      "READ_AUDIT,      GRANTED, FORBIDDEN_ROLE, FORBIDDEN_ROLE, FORBIDDEN_ROLE"})
  void asvs4_1_3_nobodyMayMoreThanTheRoleNeeds(Right right, Decision chief, Decision uma, Decision bems, Decision viewer) {
    Scene scene = Scene.peopled();
    assertEquals(chief, may(scene, "chief", right));
    assertEquals(uma, may(scene, "uma", right));
    assertEquals(bems, may(scene, "bems", right));
    assertEquals(viewer, may(scene, "viewer", right));
  }

  @Test
  void asvs4_1_3_theMatrixAboveHasEveryRight() {
    assertEquals(9, Right.values().length);
    for (Right right : Right.values()) {
      assertTrue(!Rights.roles(right).isEmpty(), right + " is nobody's");
    }
    assertEquals(EnumSet.of(Right.READ, Right.READ_CONFIGURATION, Right.OWN_ACCOUNT, Right.OPERATE), Rights.of(Role.USER));
  }

  @Test
  void rBems3_nobodyWritesWhileRemoteEnergyManagementIsOff() {
    Scene scene = Scene.peopled();
    Session bems = scene.in("bems").session();
    scene.remote = remote(false, "bems");
    assertEquals(Decision.REMOTE_EM_DISABLED, scene.gatekeeper.may(scene.now, HERE, bems, Right.WRITE_SETPOINTS));
    assertEquals(Decision.REMOTE_EM_DISABLED, scene.gatekeeper.may(scene.now, HERE, bems, Right.OPERATE));
    assertEquals(Decision.GRANTED, scene.gatekeeper.may(scene.now, HERE, bems, Right.READ));
  }

  @Test
  void rBems3_theWriterIsOneAndAChangeCountsAtOnce() {
    Scene scene = Scene.peopled();
    Session bems = scene.in("bems").session();
    Session viewer = scene.in("viewer").session();
    scene.remote = remote(true, "viewer");
    assertEquals(Decision.NOT_ENERGY_WRITER, scene.gatekeeper.may(scene.now, HERE, bems, Right.WRITE_SETPOINTS));
    assertEquals(Decision.GRANTED, scene.gatekeeper.may(scene.now, HERE, viewer, Right.WRITE_SETPOINTS));
  }

  @Test
  void rBems3_anAdministratorOfTheWritersNameIsNotTheWriter() {
    Scene scene = Scene.peopled();
    scene.remote = remote(true, "chief");
    assertEquals(Decision.NOT_ENERGY_WRITER, may(scene, "chief", Right.WRITE_SETPOINTS));
  }

  @Test
  void asvs4_1_5_aFaultInDecidingGrantsNothing() {
    Scene scene = Scene.peopled();
    Session bems = scene.in("bems").session();
    Rights broken = new Rights(() -> {
      throw new IllegalStateException("no settings");
    });
    assertThrows(IllegalStateException.class, () -> broken.may(bems, Right.WRITE_SETPOINTS));
  }

  @Test
  void asvs7_2_2_everyRefusalIsWrittenDown() {
    Scene scene = Scene.peopled();
    may(scene, "viewer", Right.WRITE_SETPOINTS);
    assertEquals("viewer ACCESS DENIED WRITE_SETPOINTS not-energy-writer", scene.audit().getFirst());
  }

  private static Decision may(Scene scene, String name, Right right) {
    return scene.gatekeeper.may(scene.now, HERE, scene.in(name).session(), right);
  }

  private static RemoteControl remote(boolean enabled, String login) {
    return new RemoteControl(enabled, login, Duration.ofSeconds(60), Duration.ofSeconds(600), RemoteControl.OnLoss.KEEP,
        RemoteControl.PeriodMode.REFUSE);
  }
}
