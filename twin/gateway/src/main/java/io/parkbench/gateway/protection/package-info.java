/**
 * What protects a zone, as the site file declares it, and what follows for its cars: how long a lease may run, how much must stay free.
 * Pure, and made by formulas of its own: the simulated breakers that judge the gateway are others.
 */
@NullMarked
package io.parkbench.gateway.protection;

import org.jspecify.annotations.NullMarked;
