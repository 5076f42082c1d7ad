package io.parkbench.scenarios.demo.world;

import java.time.LocalTime;

/**
 * What a {@link World} begins with.
 *
 * @param seed the root of all chance
 * @param from the site's time of day at the beginning
 * @param empty whether nobody comes but by command
 */
public record WorldPlan(Dressing.Dressed site, long seed, LocalTime from, boolean empty) {}
