package io.parkbench.scenarios.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parkbench.scenarios.demo.scene.Expectations;
import io.parkbench.scenarios.demo.scene.Playing;
import io.parkbench.scenarios.demo.scene.Scene;
import io.parkbench.scenarios.demo.scene.Scenes;
import io.parkbench.scenarios.demo.world.World;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scene keeps its promise, played to its end at full speed. */
class ScenesTest {
  static Stream<Scene> scenes() {
    return Scenes.ALL.stream();
  }

  private static Playing played(Scene scene) {
    Driver driver = new Driver(scene.plan(), scene.speed());
    driver.open(scene.plan(), scene);
    Playing playing = driver.state().playing();
    assertNotNull(playing);
    assertFalse(playing.isOver());
    driver.world().time().runUntil(playing.endsAt());
    assertTrue(playing.isOver());
    return playing;
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void keepsItsPromise(Scene scene) {
    Playing playing = played(scene);
    assertTrue(playing.isKept(), scene.id() + ": " + playing.outcome());
    assertEquals(scene.steps().size(), playing.step());
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void promisesThatNoLimitIsBrokenAtItsEnd(Scene scene) {
    JsonNode last = scene.steps().getLast().expect();
    assertEquals(0, last.path("breaches").asInt(-1), scene.id());
    assertEquals(0, last.path("managed_trips").asInt(-1), scene.id());
    assertEquals(scene.minutes(), scene.steps().getLast().minute(), scene.id());
  }

  /** What is expected is compared with what is: a world in which nothing has happened disappoints each expectation. */
  @Test
  void anIdleWorldKeepsNoPromise() {
    Scene scene = Scenes.ALL.getFirst();
    try (World world = World.open(scene.plan())) {
      JsonNodeFactory json = JsonNodeFactory.instance;
      List<JsonNode> expectations = List.of(
          json.objectNode().put("breaches", 1), json.objectNode().put("managed_trips", 1),
          json.objectNode().put("unmanaged_trips_at_least", 1), json.objectNode().put("charging_at_least", 1),
          json.objectNode().put("lost_at_most", 99), json.objectNode().put("tariff", "Evening peak"),
          json.objectNode().put("reduced", "campus"), json.objectNode().put("building_active", true),
          json.objectNode().set("limited_by", json.objectNode().put("campus", "tariff")));
      for (JsonNode expectation : expectations) {
        assertEquals(1, Expectations.missed(expectation, world).size(), expectation.toString());
      }
      assertFalse(Expectations.missed(json.objectNode().put("lost_at_least", 101), world).isEmpty());
    }
  }
}
