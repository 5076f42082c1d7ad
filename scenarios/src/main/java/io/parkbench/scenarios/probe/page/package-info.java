/** A probe's sheet as a page for people. */
@org.jspecify.annotations.NullMarked
package io.parkbench.scenarios.probe.page;
