package io.parkbench.gateway.access;

import static io.parkbench.gateway.access.Scene.HERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import org.junit.jupiter.api.Test;

/** How fast a session may ask: 20 at once, 10 a second. */
class RateLimiterTest {

  @Test
  void aBurstOfTwentyThenTenASecond() {
    Scene scene = Scene.peopled();
    Session uma = scene.in("uma").session();
    for (int i = 0; i < 20; i++) {
      assertEquals(0, scene.gatekeeper.admit(scene.now, HERE, uma));
    }
    assertEquals(1, scene.gatekeeper.admit(scene.now, HERE, uma));
    assertEquals("uma RATE DENIED too many requests", scene.audit().getFirst());
    int admitted = 0;
    for (int i = 0; i < 1000; i++) {
      scene.pass(10 * Micros.MILLISECOND);
      admitted += scene.gatekeeper.admit(scene.now, HERE, uma) == 0 ? 1 : 0;
    }
    assertEquals(100, admitted);
  }

  @Test
  void oneSessionsHasteIsNotAnothers() {
    Scene scene = Scene.peopled();
    Session uma = scene.in("uma").session();
    Session chief = scene.in("chief").session();
    while (scene.gatekeeper.admit(scene.now, HERE, uma) == 0) {
      // until it is too fast
    }
    assertEquals(0, scene.gatekeeper.admit(scene.now, HERE, chief));
  }

  @Test
  void whoeverWaitsAsToldIsAdmitted() {
    Scene scene = Scene.peopled();
    Session uma = scene.in("uma").session();
    for (int i = 0; i < 200; i++) {
      long wait = scene.gatekeeper.admit(scene.now, HERE, uma);
      if (wait > 0) {
        assertTrue(wait == 1, "wait " + wait);
        scene.pass(wait * Micros.SECOND);
        assertEquals(0, scene.gatekeeper.admit(scene.now, HERE, uma));
      }
    }
  }
}
