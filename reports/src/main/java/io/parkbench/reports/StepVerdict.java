package io.parkbench.reports;

import org.jspecify.annotations.Nullable;

/**
 * One step of a scenario and how it ended.
 *
 * @param text keyword and text, e.g. {@code When a car plugs in at "P1"}
 * @param status how it ended
 * @param message why it failed or was skipped; null when it passed
 */
public record StepVerdict(String text, Status status, @Nullable String message) {}
