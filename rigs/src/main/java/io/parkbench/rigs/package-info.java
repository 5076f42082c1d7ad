/** Builds a bench from a site file: gateway, simulated site, what lies between them, and the clock. The only place that sees all. */
@NullMarked
package io.parkbench.rigs;

import org.jspecify.annotations.NullMarked;
