/**
 * Dynamic zones: how much room the other loads leave, by the zone's meter and what the cars are known to draw (R-DYN-1, 6, 7). Pure:
 * {@link io.parkbench.gateway.dynamic.DynamicLimit} is a function of what it was told and when.
 */
@NullMarked
package io.parkbench.gateway.dynamic;

import org.jspecify.annotations.NullMarked;
