/** The battery for chargers: a central system that looks closely, and what it asks (R-RIG-3). */
@org.jspecify.annotations.NullMarked
package io.parkbench.scenarios.probe.charger;
