package io.parkbench.scenarios.demo.command;

import io.parkbench.scenarios.demo.scene.Scene;
import io.parkbench.scenarios.demo.world.World;
import io.parkbench.scenarios.demo.world.WorldPlan;
import org.jspecify.annotations.Nullable;

/** What turns the clock and keeps the world; all of it on the loop's thread. */
public interface Controls {
  World world();

  /** @param speed simulated seconds per second, 1 to 1000; goes on if it was paused */
  void run(double speed);

  void pause();

  void resume();

  /** Pauses, and lets so many µs pass at once. */
  void step(long micros);

  /** Pauses, and runs until something is decided or plugged, at most for so many µs. */
  void stepToNews(long most);

  /** Runs as fast as it goes until {@code instant}, then at the speed it had. */
  void runAhead(long instant);

  /** Another world takes the place of this one. */
  void open(WorldPlan plan, @Nullable Scene scene);

  /** What {@code GET /site} says is another from now on, though the world is the same. */
  void siteChanged();
}
