/** Allocation cases as files: what {@code parkbench allocate} reads and prints, and the golden vectors are written in. */
@NullMarked
package io.parkbench.gateway.allocation.cases;

import org.jspecify.annotations.NullMarked;
