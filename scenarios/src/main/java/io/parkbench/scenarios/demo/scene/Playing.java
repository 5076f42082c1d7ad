package io.parkbench.scenarios.demo.scene;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.scenarios.demo.world.World;
import java.util.ArrayList;
import java.util.List;

/** A scene as it is played: its steps are on the world's clock, and what was missed of its promise is kept. */
public final class Playing {
  private final Scene scene;
  private final World world;
  private final long endsAt;
  private final List<String> missed = new ArrayList<>();
  private int step;
  private String text;
  private boolean over;

  /** Carries out one command of a scene. */
  public interface Stage {
    void command(JsonNode command);
  }

  /** Puts the steps on the clock of {@code world}, which has just begun. */
  public Playing(Scene scene, World world, Stage stage) {
    this.scene = scene;
    this.world = world;
    this.text = scene.text();
    VirtualTime time = world.time();
    long start = time.now();
    endsAt = start + Math.round(scene.minutes() * Micros.MINUTE);
    for (Scene.Step each : scene.steps()) {
      time.at(start + Math.round(each.minute() * Micros.MINUTE), () -> take(each, stage));
    }
    time.at(endsAt, this::end);
    world.timeline().add(start, "scene", null, "", scene.title() + ": " + scene.promise());
  }

  private void take(Scene.Step taken, Stage stage) {
    step++;
    if (!taken.say().isEmpty()) {
      text = taken.say();
      world.timeline().add(world.time().now(), "scene", null, "", text);
    }
    taken.commands().forEach(stage::command);
    for (String each : Expectations.missed(taken.expect(), world)) {
      missed.add("minute " + taken.minute() + ": " + each);
    }
  }

  private void end() {
    over = true;
    world.timeline().add(world.time().now(), "scene", null, "", outcome());
  }

  public Scene scene() {
    return scene;
  }

  /** How many steps have been taken. */
  public int step() {
    return step;
  }

  /** What people read now. */
  public String text() {
    return text;
  }

  /** µs since 1970. */
  public long endsAt() {
    return endsAt;
  }

  public boolean isOver() {
    return over;
  }

  /** Whether nothing has been missed so far. */
  public boolean isKept() {
    return missed.isEmpty();
  }

  /** Whether the promise is kept, in a sentence. */
  public String outcome() {
    return missed.isEmpty() ? "Kept: " + scene.promise() : "Not kept: " + String.join("; ", missed);
  }
}
