/** Tests of this part of the virtual car park. */
@NullMarked
package io.parkbench.scenarios.demo.twin;

import org.jspecify.annotations.NullMarked;
