/** The same site without load management, and whose overload is whose (R-PLANT-8). */
@NullMarked
package io.parkbench.scenarios.demo.twin;

import org.jspecify.annotations.NullMarked;
