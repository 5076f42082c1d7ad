/** The control pilot and the proximity contact of IEC 61851-1 between a station and what is plugged into it (R-PLANT-7). */
@org.jspecify.annotations.NullMarked
package io.parkbench.plant.pilot;
