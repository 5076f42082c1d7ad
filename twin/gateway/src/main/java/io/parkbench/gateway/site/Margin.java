package io.parkbench.gateway.site;

import java.time.Duration;

/**
 * What a dynamic zone leaves for what nobody can be told in time; as set, or computed from its breaker.
 *
 * @param lease length of a lease under it, at least three call time-outs (R-LEASE-8)
 * @param guardPermille what stays free below its maximum, of that maximum (R-DYN-1)
 */
public record Margin(Duration lease, int guardPermille) {}
