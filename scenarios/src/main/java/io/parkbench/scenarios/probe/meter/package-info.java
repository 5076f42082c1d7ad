/** Probes of power meters: what a Modbus master can tell of a meter and its traps. Nothing is ever written to the meter (R-RIG-3). */
@org.jspecify.annotations.NullMarked
package io.parkbench.scenarios.probe.meter;
