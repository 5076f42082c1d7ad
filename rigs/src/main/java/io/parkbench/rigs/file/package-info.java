/** Rig files: which devices of a site are real, and where (R-RIG-1). */
@NullMarked
package io.parkbench.rigs.file;

import org.jspecify.annotations.NullMarked;
