/** A recording as series over time: what the reports draw and reckon with. */
@NullMarked
package io.parkbench.reports.trace;

import org.jspecify.annotations.NullMarked;
