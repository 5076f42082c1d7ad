/** What a probe is made of, whatever device it is put to: batteries of probes, verdicts with their proof, and the sheet that they make (R-RIG-3). */
@org.jspecify.annotations.NullMarked
package io.parkbench.scenarios.probe;
