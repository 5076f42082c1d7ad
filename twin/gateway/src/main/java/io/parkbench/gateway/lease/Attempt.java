package io.parkbench.gateway.lease;

import org.jspecify.annotations.Nullable;

/**
 * A raise that was tried, so that it is not tried again by the same facts: in a full zone most would be in vain again and again.
 *
 * @param toDa what was to be had, 0.1 A
 * @param held what held it back; null if nothing did
 * @param freed {@link Outlook#freed} then
 * @param changes {@link Outlook#changes} then
 * @param again from when on it is tried again if anything has changed at all, µs
 */
record Attempt(int toDa, @Nullable Hold held, long freed, long changes, long again) {}
