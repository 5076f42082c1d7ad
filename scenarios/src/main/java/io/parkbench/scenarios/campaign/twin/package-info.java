/** The same case as it would have gone otherwise: the yardsticks for energy and overload (R-PLANT-8). */
@NullMarked
package io.parkbench.scenarios.campaign.twin;

import org.jspecify.annotations.NullMarked;
