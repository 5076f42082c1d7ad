/**
 * Who gets how much current: a pure function of limits and demand, over primitive arrays (R-ALLOC-1 to 6, 10, 13, 14).
 *
 * <p>A {@link io.parkbench.gateway.allocation.Topology} is built once. {@link io.parkbench.gateway.allocation.Limits} and
 * {@link io.parkbench.gateway.allocation.Demand} are filled in place by the shell.
 * {@link io.parkbench.gateway.allocation.Allocator} turns them into setpoints and reasons;
 * {@link io.parkbench.gateway.allocation.Rotation} drives it and decides in which order sessions are suspended over time.
 * Nothing here allocates memory once warm, reads a clock or knows of any other package of the gateway.
 */
@NullMarked
package io.parkbench.gateway.allocation;

import org.jspecify.annotations.NullMarked;
