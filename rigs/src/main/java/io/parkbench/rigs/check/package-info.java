/** Tries every binding of a rig before a run (R-RIG-2). */
@NullMarked
package io.parkbench.rigs.check;

import org.jspecify.annotations.NullMarked;
