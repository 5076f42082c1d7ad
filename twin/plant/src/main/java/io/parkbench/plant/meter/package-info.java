/** Power meters on Modbus: what they see, what they show, and how they mislead (R-PLANT-2). */
@NullMarked
package io.parkbench.plant.meter;

import org.jspecify.annotations.NullMarked;
