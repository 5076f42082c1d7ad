/** Tests of this part of the virtual car park. */
@NullMarked
package io.parkbench.scenarios.demo.world;

import org.jspecify.annotations.NullMarked;
