package io.parkbench.scenarios.demo.state;

import io.parkbench.scenarios.demo.scene.Playing;
import org.jspecify.annotations.Nullable;

/**
 * How the clock runs.
 *
 * @param world its number, from 1
 * @param speed simulated seconds per second
 * @param aheadTo where it runs ahead to, µs; −1 where it does not
 * @param behind whether the machine cannot keep the speed
 * @param playing the scene, or null
 */
public record RunState(int world, double speed, boolean paused, long aheadTo, boolean behind, @Nullable Playing playing) {}
