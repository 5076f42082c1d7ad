/** A building-management client of a gateway's REST API, in the manner of SmartConnector (R-PLANT-5). */
@NullMarked
package io.parkbench.plant.bems;

import org.jspecify.annotations.NullMarked;
