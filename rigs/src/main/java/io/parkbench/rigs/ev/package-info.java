/** EV simulators: what stands in for a car at a station's socket (R-RIG-5). */
@org.jspecify.annotations.NullMarked
package io.parkbench.rigs.ev;
